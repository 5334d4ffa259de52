"""The keys or items of a block as pieces that can change places; what stands between them stays where it is.

A comment directly above a piece, at its own column, goes with it, and so does one below that is further in. Empty
lines and other comments are the gaps between the pieces.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from course_builder.content.editing.nodes import BREAKS, Child, Document, Node


@dataclass(frozen=True)
class Slots:
    """`pieces` hold no indentation before their first character and no line break after their last."""

    document: Document
    start: int
    end: int
    pieces: tuple[str, ...]
    gaps: tuple[str, ...]
    column: int

    @property
    def fresh(self) -> str:
        """A line break and the indentation of a piece."""
        return self.document.break_ + " " * self.column

    def ordered(self, order: Sequence[int]) -> str:
        """The whole text with the pieces in another order."""
        return self._with([self.pieces[number] for number in order], self.gaps)

    def without(self, number: int) -> str:
        """One of several pieces away, with the empty lines on one side of it; comments beside it stay."""
        pieces, gaps = list(self.pieces), list(self.gaps)
        del pieces[number]
        if number == len(pieces):
            return self._with(pieces, gaps[:-1], _kept(gaps[-1]))
        removed = gaps.pop(number)
        if "#" in removed and number == 0:
            pieces[0] += _kept(removed)
        elif "#" in removed:
            gaps[number - 1] = gaps[number - 1].rstrip(" ") + removed.lstrip(BREAKS)
        return self._with(pieces, gaps)

    def given(self, number: int, piece: str) -> str:
        """A new piece before the one with this number, or after the last; as far from its neighbours as they are."""
        pieces, gaps = list(self.pieces), list(self.gaps)
        pieces.insert(number, piece)
        gaps.insert(max(0, number - 1), self._gap())
        return self._with(pieces, gaps)

    def _gap(self) -> str:
        """Empty lines only where all have them."""
        empty = [gap for gap in self.gaps if not gap.strip()]
        shortest = min(empty, key=len, default=self.fresh)
        return shortest if len(empty) == len(self.gaps) else self.fresh

    def _with(self, pieces: Sequence[str], gaps: Sequence[str], tail: str = "") -> str:
        made = pieces[0] + "".join(gap + piece for gap, piece in zip(gaps, pieces[1:], strict=True))
        text = self.document.text
        return text[: self.start] + made + tail + text[self.end :]


def slots(document: Document, node: Node) -> Slots:
    """The pieces of a block that has at least one."""
    column = document.column(node.children[0].start)
    spans: list[tuple[int, int]] = []
    for child in node.children:
        first = _with_comments_above(document, child, column, spans[-1][1] if spans else None)
        spans.append((first, _with_comments_below(document, child, column)))
    text = document.text
    gaps = tuple(text[end:start] for (_, end), (start, _) in pairwise(spans))
    pieces = tuple(text[start:end] for start, end in spans)
    return Slots(document, spans[0][0], spans[-1][1], pieces, gaps, column)


def _kept(gap: str) -> str:
    """The comments of a gap whose piece is away."""
    return gap.rstrip() if "#" in gap else ""


def _with_comments_above(document: Document, child: Child, column: int, floor: int | None) -> int:
    """A comment at the very top is the file's own."""
    start = document.line_start(child.start)
    if document.text[start : child.start].strip():
        return child.start
    found = child.start
    while start > (floor or 0):
        above = document.line_start(start - (2 if document.text.startswith("\r\n", start - 2) else 1))
        line = document.text[above:start].rstrip()
        if above == 0 or (floor is not None and above < floor) or not _is_comment(line, column, column):
            break
        start, found = above, above + column
    return found


def _with_comments_below(document: Document, child: Child, column: int) -> int:
    end = document.line_end(max(child.node.end, child.after))
    while end < len(document.text):
        below = end + (2 if document.text.startswith("\r\n", end) else 1)
        stop = document.line_end(below)
        if not _is_comment(document.text[below:stop], column + 1, None):
            break
        end = stop
    return end


def _is_comment(line: str, least: int, most: int | None) -> bool:
    stripped = line.lstrip(" ")
    indent = len(line) - len(stripped)
    return stripped.startswith("#") and least <= indent and (most is None or indent <= most)
