"""A lesson: front matter, then Markdown with fenced blocks."""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from course_builder.content.blocks import Block
from course_builder.content.blocks import Text as MarkdownText
from course_builder.content.keys import part_key
from course_builder.content.models.agenda import Minutes
from course_builder.content.models.base import Frozen, Id, Text
from course_builder.content.problems import Place

WORDS_A_MINUTE = 170
"""Careful reading of instructive text; slower than the ~240 of light prose."""


class LessonHead(Frozen):
    id: Id | None = None
    title: Text | None = None
    minutes: Minutes | None = None


@dataclass(frozen=True)
class Lesson:
    id: str
    title: str
    own_minutes: int | None
    file: str
    blocks: tuple[Block, ...]
    place: Place
    source: str

    part_kind: ClassVar[str] = "lesson"

    @property
    def key(self) -> str:
        return part_key("lesson", self.id)

    @property
    def texts(self) -> tuple[MarkdownText, ...]:
        """The runs of Markdown between the blocks."""
        return tuple(block for block in self.blocks if isinstance(block, MarkdownText))

    @cached_property
    def words(self) -> int:
        return len(self.source.split())

    @property
    def minutes(self) -> int:
        return self.own_minutes or max(1, round(self.words / WORDS_A_MINUTE))
