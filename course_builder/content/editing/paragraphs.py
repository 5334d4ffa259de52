"""Markdown cut where a person would: between paragraphs, lists, tables, headings and boxes."""

import re
from collections.abc import Iterator, Sequence

BOX = re.compile(r"^(?P<marks>/{3,})(?P<rest>.*)")
ITEM = re.compile(r"^\s{0,3}(?:[-*+]|\d+[.)])\s")
HEADING = re.compile(r"^#{1,6}\s")


def paragraphs(lines: Sequence[str], first: int) -> Iterator[tuple[int, int]]:
    """First line and the line after the last of every piece; `first` is the number of the first line given.

    A list stays together over empty lines, a box (`/// note`) until it is closed, and a heading is a piece of its own.
    """
    start: int | None = None
    last, boxes = 0, 0
    for number, line in enumerate(lines):
        if start is not None and not boxes and _begins(lines, start, last, number):
            yield first + start, first + last + 1
            start = None
        if line.strip():
            start = number if start is None else start
            last = number
            boxes = max(0, boxes + _boxed(line))
    if start is not None:
        yield first + start, first + last + 1


def _begins(lines: Sequence[str], start: int, last: int, number: int) -> bool:
    """Whether a line begins something new."""
    line = lines[number]
    if not line.strip():
        return False
    if HEADING.match(line) or HEADING.match(lines[last]):
        return True
    if number == last + 1:
        return False
    goes_on = line.startswith(("    ", "\t", "  ")) or (ITEM.match(line) and ITEM.match(lines[start]))
    return not goes_on


def _boxed(line: str) -> int:
    box = BOX.match(line)
    if box is None:
        return 0
    return 1 if box["rest"].strip() else -1
