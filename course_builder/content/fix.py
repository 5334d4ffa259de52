"""Write the ids that are missing: four letters, made once, and not one other byte touched."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from course_builder.content.ids import Gap

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
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.split("\n")
    for gap in sorted(gaps, key=lambda gap: gap.place, reverse=True):
        number, column = gap.place.line - 1, gap.place.column - 1
        line = lines[number] if number < len(lines) else ""
        lines[number] = _with_id(line, column, gap, new_id(used, draw), end)
    return "\n".join(lines)


def _with_id(line: str, column: int, gap: Gap, made: str, end: str) -> str:
    head, tail = line[:column], line[column:]
    if gap.bare:
        return f"---{end}id: {made}{end}---{end}{line}"
    if gap.empty:
        return f"{head}id: {made}{tail.removeprefix('id:')}"
    if gap.flow:
        return f"{head}id: {made}, {tail}"
    return f"{head}id: {made}{end}{' ' * column}{tail}"
