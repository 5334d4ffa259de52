"""Years and what happened."""

from typing import Annotated, ClassVar

from pydantic import Field

from course_builder.content.models.base import Frozen, Id, Text


class Event(Frozen):
    id: Id | None = None
    when: Text
    what: Text


class Timeline(Frozen):
    id: Id | None = None
    title: Text
    events: Annotated[tuple[Event, ...], Field(min_length=1)]

    kind: ClassVar[str] = "timeline"
