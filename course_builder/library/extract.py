"""The entries of a shared file that a course uses, cut out as they were written: comments, quotes and all."""

from collections.abc import Callable

from course_builder.content.yamltext import NodeMap, parse

ENDS = ("", "...")
"""Lines between two entries, beside comments."""


def cut(text: str, wanted: Callable[[str], bool]) -> str:
    """Whole lines of each entry that is wanted, in the order of the file; nothing when none is.

    `wanted` is asked once for each entry. One that shares its line with another cannot be cut out: the file is then
    kept whole.
    """
    entries = parse(text, "").value
    chosen = {name for name in entries if wanted(name)} if isinstance(entries, NodeMap) else set()
    if not chosen:
        return ""
    places = [entries.keys_at[name] for name in entries]
    if entries.flow or any(place.column != 1 for place in places):
        return text
    lines = text.splitlines(keepends=True)
    ends = [place.line - 1 for place in places[1:]] + [len(lines)]
    spans = zip(entries, places, ends, strict=True)
    return "".join(_entry(lines[place.line - 1 : end]) for name, place, end in spans if name in chosen)


def _entry(lines: list[str]) -> str:
    """Without what belongs to the next one: empty lines and comments at the margin."""
    while lines[-1].strip() in ENDS or lines[-1].startswith("#"):
        lines = lines[:-1]
    return "".join(lines).rstrip("\n") + "\n"
