"""Who takes which course on which release: as much of an enrolment as most functions need."""

from typing import Any, NamedTuple, Protocol

from sqlalchemy import Executable, bindparam, literal_column, select
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
_ONE = _SEAT.where(Enrolment.id == bindparam("enrolment"), Enrolment.person_id == bindparam("person"))
_LATEST = (
    _SEAT.where(Enrolment.person_id == bindparam("person"), Enrolment.course_id == bindparam("course"))
    .order_by(Enrolment.round.desc())
    .limit(literal_column("1"))
)
"""Made once: every answer asks."""


def seat(session: Session, person_id: int, enrolment_id: int) -> Seat | None:
    """Hers, or None: whose it is belongs to the question."""
    return _found(session, _ONE, {"person": person_id, "enrolment": enrolment_id})


def latest_seat(session: Session, person_id: int, course_id: str) -> Seat | None:
    """Of her latest round of the course."""
    return _found(session, _LATEST, {"person": person_id, "course": course_id})


def _found(session: Session, statement: Executable, asked: dict[str, Any]) -> Seat | None:
    row = session.connection().execute(statement, asked).one_or_none()
    return Seat(*row) if row else None
