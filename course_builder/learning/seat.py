"""Who takes which course on which release: as much of an enrolment as most functions need."""

from typing import NamedTuple, Protocol

from sqlalchemy import bindparam, literal_column, select

from course_builder.database.straight import Statement, Straight
from course_builder.learning.models import Enrolment


class Enrolled(Protocol):
    """An `Enrolment`, or a `Seat`."""

    @property
    def id(self) -> int: ...
    @property
    def person_id(self) -> int: ...
    @property
    def course_id(self) -> str: ...
    @property
    def release_id(self) -> int: ...


class Seat(NamedTuple):
    id: int
    person_id: int
    course_id: str
    release_id: int


_LATEST = Statement(
    select(Enrolment.id, Enrolment.person_id, Enrolment.course_id, Enrolment.release_id)
    .where(Enrolment.person_id == bindparam("person"), Enrolment.course_id == bindparam("course"))
    .order_by(Enrolment.round.desc())
    .limit(literal_column("1"))
)
"""Made once: every answer asks."""


def latest_seat(at: Straight, person_id: int, course_id: str) -> Seat | None:
    """Of her latest round of the course."""
    row = _LATEST.first(at, {"person": person_id, "course": course_id})
    return Seat(*row) if row else None
