"""Runs of text with their stress and link, written as inline Markdown."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from course_builder.importing.markdown_text import LINKED, escaped

BREAK = "\n"
LONGEST_LABEL = 500
ADDRESS_SIGNS = {" ": "%20", "(": "%28", ")": "%29", "<": "%3C", ">": "%3E", '"': "%22", "\\": "%5C", "\n": "", "\t": "", "\r": ""}  # fmt: skip


@dataclass(frozen=True)
class Run:
    """`note` is a footnote's number in the text; then `text` is nothing."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    href: str = ""
    raw: bool = False
    """Markdown already."""

    @property
    def look(self) -> tuple[bool, bool, bool, str, bool]:
        return self.bold, self.italic, self.code, self.href, self.raw


def written(runs: Sequence[Run], breaks: str = " ") -> str:
    """One paragraph. `breaks` stands for a line break."""
    merged = [replace(next(iter(same)), text=text) for same, text in _merged(runs)]
    spaced = _single_spaces(merged)
    brackets = LINKED.search("".join(run.text for run in spaced if not run.raw)) is not None
    made = ""
    for run, after in zip(spaced, _firsts(spaced), strict=True):
        made += _linked(run, made[-1:], after, brackets)
    return made.strip().replace(BREAK, breaks)


def _firsts(runs: Sequence[Run]) -> list[str]:
    """For each run, the first sign after it."""
    found, after = [], ""
    for run in reversed(runs):
        found.append(after)
        after = run.text[:1] or after
    return found[::-1]


def _merged(runs: Sequence[Run]) -> list[tuple[list[Run], str]]:
    grouped = [(look, list(same)) for look, same in groupby(runs, key=lambda run: run.look)]
    return [(same, "".join(run.text for run in same)) for _, same in grouped]


def _single_spaces(runs: Sequence[Run]) -> list[Run]:
    """Spaces collapse over the runs' edges as a browser has it; a break eats the spaces around it."""
    found: list[Run] = []
    last = BREAK
    for run in runs:
        text = ""
        for sign in run.text:
            space = sign.isspace() and sign != BREAK
            if space and last.isspace():
                continue
            if sign == BREAK:
                text = text.rstrip(" ")
            text += " " if space else sign
            last = text[-1:] or last
        found.append(replace(run, text=text))
    return found


def _linked(run: Run, before: str, after: str, brackets: bool) -> str:
    if run.raw:
        return run.text
    if not run.href or not run.text.strip() or len(run.text) > LONGEST_LABEL:
        return _stressed(run, before, after, brackets)
    lead, text, tail = _parted(run.text)
    label = _stressed(replace(run, text=text.replace(BREAK, " "), code=False), "", "", True)
    return f"{lead}[{label}]({address(run.href)}){tail}"


def _stressed(run: Run, before: str, after: str, brackets: bool) -> str:
    """Stress within a word, or beside other stress, would not be read as such; then it is left out."""
    lead, text, tail = _parted(run.text)
    if not text:
        return run.text
    if run.code and "`" not in text and BREAK not in text:
        return f"{lead}`{text}`{tail}"
    marks = "**" * run.bold + "*" * run.italic
    alone = (lead or not (before.isalnum() or before in ("*", "\\", "_"))) and (tail or not after.isalnum())
    if not marks or not alone or BREAK in text:
        return f"{lead}{escaped(text, brackets)}{tail}"
    return f"{lead}{marks}{escaped(text, brackets)}{marks}{tail}"


def _parted(text: str) -> tuple[str, str, str]:
    inner = text.strip()
    start = text.find(inner) if inner else 0
    return text[:start], inner, text[start + len(inner) :]


def address(href: str) -> str:
    """So that it can stand within brackets."""
    return "".join(ADDRESS_SIGNS.get(sign, sign) for sign in href.strip())
