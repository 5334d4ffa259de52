"""The text files of a course: read under a cap, as UTF-8, with a plain problem when they are something else."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from course_builder.content.links import Heading, Link, headings, links, without_code
from course_builder.content.pieces import Kind, Piece, pieces
from course_builder.content.problems import Code, Place, Problem
from course_builder.content.tree import Tree

LESSON_BYTES = 250_000
"""Forty thousand words."""
MOST_BYTES = 1_000_000

TOO_LARGE = Code("file-too-large", "error", "Filen är större än {most} kB.", "The file is larger than {most} kB.",
                 "Dela upp den, eller lägg bilder och film i media/.", "Split it, or put pictures and film in media/.")  # fmt: skip
NOT_TEXT = Code("not-text-file", "error", "Filen är ingen text: tecknet på rad {line} går inte att läsa.",
                "The file is not text: the character on line {line} cannot be read.",
                "Spara den som UTF-8 i en textredigerare.", "Save it as UTF-8 in a text editor.")  # fmt: skip
CONTROL = Code("control-character", "error", "Raden innehåller ett osynligt styrtecken.", "The line contains an invisible control character.",
               "Ta bort tecknet, eller skriv raden på nytt.", "Remove the character, or write the line again.")  # fmt: skip

CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")


@dataclass(frozen=True)
class Source:
    """`file` is the path a person is shown; `text` has `\\n` line ends and no byte order mark.

    What many look for is found once and kept.
    """

    file: str
    text: str

    @property
    def is_lesson(self) -> bool:
        return self.file.endswith(".md")

    def place(self, offset: int) -> Place:
        """The line and column of an offset in the text."""
        line = bisect_right(self._starts, offset)
        return Place(self.file, line, offset - self._starts[line - 1] + 1)

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        for line in self.text.splitlines(keepends=True):
            starts.append(starts[-1] + len(line))
        return starts

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """Front matter, Markdown, blocks and code of a lesson."""
        return pieces(self.text)

    @cached_property
    def prose(self) -> str:
        """The Markdown alone, every character in its place: the rest is blank."""
        return without_code(self._blanked("front", "block", "code"))

    @cached_property
    def lines(self) -> Sequence[str]:
        return self.prose.splitlines()

    @cached_property
    def linked(self) -> str:
        """What may hold links: Markdown and the texts of blocks, quizzes and film discussions."""
        return without_code(self._blanked("front", "code") if self.is_lesson else self.text)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        return tuple(links(self.linked, self.place))

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        return tuple(headings(self.lines, self.file))

    def _blanked(self, *kinds: Kind) -> str:
        away = [piece for piece in self.pieces if piece.kind in kinds]
        if not away:
            return self.text
        lines = self.text.splitlines(keepends=True)
        for piece in away:
            lines[piece.start : piece.end] = (
                " " * (len(line) - 1) + "\n" for line in lines[piece.start : piece.end]
            )
        return "".join(lines)


def read_source(tree: Tree, path: str, file: str) -> tuple[Source | None, list[Problem]]:
    """The text at a path; `(None, [])` when there is no such file."""
    blob = tree.get(path)
    if blob is None:
        return None, []
    most = LESSON_BYTES if path.endswith(".md") else MOST_BYTES
    if blob.size > most:
        return None, [TOO_LARGE.at(Place(file), most=most // 1000)]
    with blob.open() as stream:
        data = stream.read(most)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return None, [NOT_TEXT.at(Place(file, line), line=line)]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    odd = CONTROLS.search(text)
    if odd:
        line_start = text.rfind("\n", 0, odd.start()) + 1
        place = Place(file, text.count("\n", 0, odd.start()) + 1, odd.start() - line_start + 1)
        return None, [CONTROL.at(place)]
    return Source(file, text), []
