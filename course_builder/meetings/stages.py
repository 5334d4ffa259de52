"""Where the running hour is: one document that all views share, kept by whoever wrote on top of the newest."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy.orm import Session
from typing_extensions import TypedDict

from course_builder.database.notices import tell
from course_builder.meetings.opening import STAGE, open_hour
from course_builder.meetings.steering import Done, note

MOST_STEPS = 200
LONGEST_REST = 240
"""Minutes."""
Moment = Annotated[int | float, Field(ge=0, le=1e14)]
"""Milliseconds since 1970, by the server's clock."""
Long = Annotated[int | float, Field(ge=0, le=1e9)]
Id = Annotated[str, Field(max_length=80)]


class Part(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")


class Planned(Part):
    id: Id
    minutes: Annotated[int | float, Field(ge=0, le=600)]


class Film(Part):
    step: Id
    version: Literal["plain", "described", "signed"]
    captions: bool
    playing: bool
    t: Long
    set: Moment
    stop: Id | None = None


class Show(Part):
    what: Literal["step", "results", "scene", "join", "agenda", "here"]
    round: Id | None = None


Phase = TypedDict("Phase", {"name": Literal["alone", "pairs", "all"], "from": Long, "until": Long})


class Stage(Part):
    """What else a page sends is refused."""

    plan: Annotated[list[Planned], Field(max_length=MOST_STEPS)]
    began: Moment
    ends: Moment
    at: Id | None
    since: Moment
    paused: Moment | None = None
    held: Long = 0
    passed: Annotated[list[Planned], Field(max_length=MOST_STEPS)] = []
    calm: bool = False
    calmed: Moment | None = None
    rested: Annotated[int, Field(ge=0, le=LONGEST_REST)] = 0
    """Minutes of the breaks that are over."""
    blank: bool = False
    theme: Literal["light", "dark"] = "light"
    film: Film | None = None
    show: Show = Show(what="step")
    page: Annotated[int, Field(ge=0, le=MOST_STEPS)] = 0
    phase: Phase | None = None
    over: bool = False
    device: Id = ""
    by: Annotated[str | None, Field(max_length=200)] = None
    verb: Id | None = None


class Conflict(BaseModel):
    """Somebody else has written meanwhile: what, and who."""

    stage: dict[str, Any] | None
    revision: int
    by: str


class Kept(BaseModel):
    revision: int


def keep(
    session: Session,
    meeting_id: int,
    base: int,
    stage: Stage,
    done: Sequence[Done],
    person_id: int,
    name: str,
    now: datetime,
) -> Kept | Conflict:
    """`base` is the revision that was written on. An hour that nobody has opened is opened. Raises Over."""
    meeting = open_hour(session, meeting_id, now)
    before = meeting.stage
    if base != meeting.stage_revision:
        return Conflict(stage=meeting.stage, revision=meeting.stage_revision, by=(before or {}).get("by", ""))
    meeting.stage = {**stage.model_dump(), "by": name}
    meeting.rested_minutes = stage.rested
    meeting.stage_revision += 1
    note(session, meeting.id, person_id, done, before, now)
    tell(session, meeting.id, STAGE)
    return Kept(revision=meeting.stage_revision)
