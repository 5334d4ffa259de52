"""A list to tick off; the ticks are remembered."""

from typing import Annotated, ClassVar

from pydantic import Field

from course_builder.content.models.base import Identified, Kept, Text


class ChecklistItem(Identified):
    text: Text


class Checklist(Kept):
    title: Text
    items: Annotated[tuple[ChecklistItem, ...], Field(min_length=1)]

    kind: ClassVar[str] = "checklist"
