"""Which line of its file each paragraph, list and block of a lesson comes from: for the editor's preview, never for a package."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.treeprocessors import Treeprocessor

MARK = "data-line"
BEFORE_ALL_BLOCKS, BEFORE_ALL_TREES = 500, 500
APART = 2
"""Line ends between two blocks of Markdown."""
FIRST_TAG = re.compile(r"<[a-z][a-z0-9]*")

Starts = Sequence[tuple[int, int]]
"""Line of the text, counted from 0, where a piece of the file begins; its line in the file."""


def starts(pieces: Sequence[str], lines: Sequence[int]) -> Starts:
    """Of pieces that are joined by an empty line."""
    heights = accumulate((piece.count("\n") + APART for piece in pieces), initial=0)
    return tuple(zip(heights, lines, strict=False))


def marked(html: str, line: int) -> str:
    """A block's HTML with its line on the first element."""
    return FIRST_TAG.sub(lambda tag: f'{tag[0]} {MARK}="{line}"', html, count=1)


class LineMarks(BlockProcessor):
    """Makes nothing: it is asked first about every block of the text, and sees what came of the one before."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md.parser)
        self.starts: Starts = ()
        self._forget()

    def _forget(self) -> None:
        self._blocks: list[str] | None = None
        self._ends: list[int] = []
        self._line = self._made = 0

    def test(self, parent: Element, block: str) -> bool:
        return bool(self.starts) and parent is self.parser.root

    def run(self, parent: Element, blocks: list[str]) -> bool:
        if self._blocks is None:
            self._blocks = blocks
            self._ends = list(accumulate(block.count("\n") + APART for block in reversed(blocks)))
        if blocks is self._blocks:
            self._mark(parent)
            self._line = self._ends[-1] - self._left(blocks) + _leading(blocks[0])
        return False

    def _left(self, blocks: list[str]) -> int:
        """Lines from the first of these blocks to the end; those after it are as they were from the start."""
        after = min(len(blocks), len(self._ends)) - 1
        return blocks[0].count("\n") + APART + (self._ends[after - 1] if after else 0)

    def _mark(self, root: Element) -> None:
        for element in root[self._made :]:
            element.set(MARK, str(self._in_file(self._line)))
        self._made = len(root)

    def _in_file(self, line: int) -> int:
        first, there = self.starts[bisect_right(self.starts, line, key=lambda start: start[0]) - 1]
        return there + line - first

    def finish(self, root: Element) -> None:
        if self.starts:
            self._mark(root)
        self._forget()


class LastMark(Treeprocessor):
    def __init__(self, md: Markdown, marks: LineMarks) -> None:
        super().__init__(md)
        self.marks = marks

    def run(self, root: Element) -> None:
        self.marks.finish(root)


def add_to(md: Markdown) -> LineMarks:
    marks = LineMarks(md)
    md.parser.blockprocessors.register(marks, "lines", BEFORE_ALL_BLOCKS)
    md.treeprocessors.register(LastMark(md, marks), "last-line", BEFORE_ALL_TREES)
    return marks


def _leading(block: str) -> int:
    return len(block) - len(block.lstrip("\n"))
