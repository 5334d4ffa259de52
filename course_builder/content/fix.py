"""Write the ids that are missing: four letters, made once, and not one other byte touched."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from course_builder.content.ids import Gap

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
EMPTY_ID = re.compile(r"(?P<name>[\"']?id[\"']?)(?:\s*:)?")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
ID_LENGTH = 4

Draw = Callable[[str], str]
"""Picks one letter: `secrets.choice` in the command, something repeatable in a test."""


def completed(
    texts: Mapping[str, str], gaps: Iterable[Gap], taken: Iterable[str], draw: Draw
) -> dict[str, str]:
    """The texts of the files that change, with an id written into every gap.

    `texts` maps a file, as it is shown in problems, to its raw text; line ends are kept as they are.
    """
    used = set(taken)
    by_file: dict[str, list[Gap]] = {}
    for gap in gaps:
        by_file.setdefault(gap.place.file, []).append(gap)
    return {file: _fill(texts[file], file_gaps, used, draw) for file, file_gaps in by_file.items()}


def new_id(used: set[str], draw: Draw) -> str:
    while True:
        made = "".join(draw(LETTERS) for _ in range(ID_LENGTH))
        if made not in used:
            used.add(made)
            return made


def _fill(text: str, gaps: Sequence[Gap], used: set[str], draw: Draw) -> str:
    lines = LINE.findall(text) or [""]
    for gap in sorted(gaps, key=lambda gap: gap.place, reverse=True):
        number, column = gap.place.line - 1, gap.place.column - 1
        line = lines[number] if number < len(lines) else ""
        end = _end(line) or _end(lines[0]) or "\n"
        made = gap.wanted or new_id(used, draw)
        lines[number : number + 1] = [_with_id(line, column, gap, made, end)]
    return "".join(lines)


def _end(line: str) -> str:
    return line[len(line.rstrip("\r\n")) :]


def _with_id(line: str, column: int, gap: Gap, made: str, end: str) -> str:
    head, tail = line[:column], line[column:]
    if gap.bare:
        return f"---{end}id: {made}{end}---{end}{line}"
    if gap.empty:
        return head + EMPTY_ID.sub(rf"\g<name>: {made}", tail, count=1)
    if gap.flow:
        return f"{head}{{id: {made}{tail[1:]}" if tail.startswith("{") else f"{head}id: {made}, {tail}"
    return f"{head}id: {made}{end}{' ' * column}{tail}"
