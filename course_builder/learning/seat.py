"""Who takes which course on which release: as much of an enrolment as most functions need."""

from typing import NamedTuple, Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session

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


_SEAT = select(Enrolment.id, Enrolment.person_id, Enrolment.course_id, Enrolment.release_id)


def seat(session: Session, person_id: int, enrolment_id: int) -> Seat | None:
    """Hers, or None: whose it is belongs to the question."""
    row = session.execute(
        _SEAT.where(Enrolment.id == enrolment_id, Enrolment.person_id == person_id)
    ).one_or_none()
    return Seat(*row) if row else None


def latest_seat(session: Session, person_id: int, course_id: str) -> Seat | None:
    """Of her latest round of the course."""
    row = session.execute(
        _SEAT.where(Enrolment.person_id == person_id, Enrolment.course_id == course_id)
        .order_by(Enrolment.round.desc())
        .limit(1)
    ).one_or_none()
    return Seat(*row) if row else None
