"""Mail that did not arrive, for the part of the region that somebody coordinates."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import Session

from course_builder.people.conditions import under
from course_builder.people.may import Actor
from course_builder.people.models import Appointment, Person, Unit
from course_builder.people.persons import visible
from course_builder.post.models import Letter

FAILED = "failed"


@dataclass(frozen=True)
class FailedLetter:
    id: int
    name: str | None
    to: str
    purpose: str
    error: str
    written: datetime
    tries: int


def count(session: Session, actor: Actor, path: str) -> int:
    found = select(func.count(Letter.id)).outerjoin(Person, Person.id == Letter.person_id)
    return session.scalar(found.where(_failed(session, actor, path))) or 0


def failed_letters(session: Session, actor: Actor, path: str, offset: int, most: int) -> list[FailedLetter]:
    """The newest first."""
    found = (
        select(Letter.id, Person.name, Letter.to, Letter.purpose, Letter.error, Letter.written, Letter.tries)
        .outerjoin(Person, Person.id == Letter.person_id)
        .where(_failed(session, actor, path))
        .order_by(Letter.id.desc())
        .offset(offset)
        .limit(most)
    )
    return [FailedLetter(*row) for row in session.execute(found)]


def _failed(session: Session, actor: Actor, path: str) -> ColumnElement[bool]:
    """Letters to nobody in particular are the whole region's."""
    at = exists().where(
        Appointment.person_id == Letter.person_id, Appointment.unit_id == Unit.id, under(path)
    )
    is_root = path.count("/") <= 2
    here = or_(at, Letter.person_id.is_(None)) if is_root else at
    return and_(Letter.state == FAILED, or_(Person.id.is_(None), visible(session, actor)), here)
