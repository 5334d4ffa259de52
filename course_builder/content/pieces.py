"""A lesson's text cut into front matter, Markdown, fenced blocks and fenced code, each with its lines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["front", "markdown", "block", "code"]

FENCE = re.compile(r" {0,3}(?P<marks>`{3,}|~{3,})[ \t]*(?P<name>[^\s`]*)[^`]*")
FRONT = "---"


@dataclass(frozen=True)
class Piece:
    """`text` is what stands inside, `line` its first line; a block has a `name` and is `closed` or not.

    `start` and `end` are the lines it takes up, fences included, counted from 0.
    """

    kind: Kind
    text: str
    line: int
    start: int
    end: int
    name: str = ""
    marks: str = ""
    closed: bool = True


def pieces(text: str) -> tuple[Piece, ...]:
    """Every line of the text belongs to one piece."""
    lines = text.splitlines(keepends=True)
    first = _front(lines)
    found = [] if first is None else [first]
    return (*found, *_body(lines, first.end if first else 0))


def _front(lines: list[str]) -> Piece | None:
    if not lines or lines[0].rstrip() != FRONT:
        return None
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == FRONT), None)
    if end is None:
        return Piece("front", "", 2, 0, len(lines), closed=False)
    return Piece("front", "".join(lines[1:end]), 2, 0, end + 1)


def _body(lines: list[str], first: int) -> Iterator[Piece]:
    start = number = first
    while number < len(lines):
        line = lines[number]
        opening = FENCE.fullmatch(line.rstrip()) if "```" in line or "~~~" in line else None
        if opening is None:
            number += 1
            continue
        if number > start:
            yield _markdown(lines, start, number)
        made = _fenced(lines, number, opening["marks"], opening["name"])
        yield made
        start = number = made.end
    if number > start:
        yield _markdown(lines, start, number)


def _markdown(lines: list[str], start: int, end: int) -> Piece:
    return Piece("markdown", "".join(lines[start:end]), start + 1, start, end)


def _fenced(lines: list[str], start: int, marks: str, name: str) -> Piece:
    """A block that is never closed ends at the next block or the first empty line."""
    last, end, closed = _end(lines, start + 1, marks, bool(name))
    kind: Kind = "block" if name else "code"
    return Piece(kind, "".join(lines[start + 1 : last]), start + 2, start, end, name, marks, closed)


def _end(lines: list[str], first: int, marks: str, named: bool) -> tuple[int, int, bool]:
    """Where the inside ends, where the text goes on, and whether a closing line was found."""
    for number in range(first, len(lines)):
        line = lines[number].strip()
        if line.startswith(marks) and not line.strip(marks[0]):
            return number, number + 1, True
        if named and line.startswith(marks):
            break
    empty = next((n for n in range(first, len(lines)) if _breaks_off(lines[n], marks)), len(lines))
    return empty, empty, False


def _breaks_off(line: str, marks: str) -> bool:
    return not line.strip() or line.lstrip().startswith(marks)
