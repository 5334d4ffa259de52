"""Whom a requirement concerns. Rows in, answers out; the same rules in SQL stand in coverage.py."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.learning.days import day_of
from course_builder.learning.models import Exemption, RequiredOf, Requirement
from course_builder.people.models import Unit
from course_builder.people.tree import current


@dataclass(frozen=True)
class Ask:
    """A requirement that is in force. `path` is where it holds: the unit's, or that of the unit that took over."""

    id: int
    course_id: str
    role: str | None
    path: str | None
    due: date | None
    within_days: int | None
    made: date
    has_exemptions: bool = False

    @property
    def names_people(self) -> bool:
        return self.role is None and self.path is None


@dataclass(frozen=True)
class Post:
    """An appointment that holds today."""

    person_id: int
    unit_id: int
    path: str
    role: str
    starts: date
    paused_until: date | None


def asks(session: Session, course_id: str | None = None) -> list[Ask]:
    found = select(Requirement, Unit).outerjoin(Unit, Unit.id == Requirement.unit_id)
    found = found.where(Requirement.ended.is_(None)).order_by(Requirement.id)
    if course_id is not None:
        found = found.where(Requirement.course_id == course_id)
    free = set(session.scalars(select(Exemption.requirement_id).distinct()))
    return [_ask(session, row, unit, row.id in free) for row, unit in session.execute(found)]


def _ask(session: Session, row: Requirement, unit: Unit | None, is_free: bool) -> Ask:
    path = current(session, unit).path if unit is not None else None
    return Ask(row.id, row.course_id, row.role, path, row.due, row.within_days, day_of(row.made), is_free)


def concerns(ask: Ask, post: Post) -> bool:
    if ask.names_people:
        return False
    return (ask.role is None or ask.role == post.role) and (
        ask.path is None or post.path.startswith(ask.path)
    )


def due_of(ask: Ask, posts: Iterable[Post]) -> date | None:
    """Days count from the appointment, but never from before it was asked or from before the end of a leave."""
    if ask.within_days is None:
        return ask.due
    firsts = [max(post.starts, ask.made, post.paused_until or post.starts) for post in posts]
    return min(firsts, default=ask.made) + timedelta(days=ask.within_days)


def named(session: Session) -> set[tuple[int, int]]:
    """(requirement, person) of all that name people: they are few."""
    found = select(RequiredOf.requirement_id, RequiredOf.person_id)
    found = found.join(Requirement, Requirement.id == RequiredOf.requirement_id)
    return set(session.execute(found.where(Requirement.ended.is_(None))))


def exempted(session: Session) -> set[tuple[int, int]]:
    """(requirement, person) of all exemptions: they are few."""
    return set(session.execute(select(Exemption.requirement_id, Exemption.person_id)))
