"""For whom a course remains, in every unit at once: found by the database, one query whatever the number of people.

The same rules as in `standings`; a test compares the two.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, and_, exists, false, or_, select, true
from sqlalchemy.orm import Session

from course_builder.learning.asks import Ask, asks
from course_builder.learning.held import held
from course_builder.learning.known import known
from course_builder.learning.models import Exemption, RequiredOf
from course_builder.learning.renewal import rule_of
from course_builder.people.conditions import begins, holding, under
from course_builder.people.may import Actor
from course_builder.people.models import Appointment, Person, Unit
from course_builder.people.persons import visible


@dataclass(frozen=True)
class Left:
    """Somebody for whom a course remains."""

    person_id: int
    name: str
    unit_id: int
    unit: str
    unit_path: str


def left(
    session: Session,
    course_id: str,
    today: date,
    actor: Actor,
    path: str = "/",
    most: int = 200,
    after: int = 0,
) -> Sequence[Left]:
    """For whom the course remains, by unit and name, `most` from the row `after` on; protected persons are absent."""
    there = asks(session, course_id)
    if not there or course_id not in known(session, {course_id}):
        return []
    holds = held(course_id, rule_of(session, course_id), today)
    rows = session.execute(
        people_asked(there, today, path)
        .where(asked_of(there), ~holds, visible(session, actor))
        .limit(most)
        .offset(after)
    )
    return [Left(*row[:5]) for row in rows]


def people_asked(there: Sequence[Ask], today: date, path: str = "/") -> Select[int, str, int, str, str, str]:
    found = (
        select(Person.id, Person.name, Unit.id, Unit.name, Unit.path, Person.sort_name)
        .select_from(Unit)
        .join(Appointment, Appointment.unit_id == Unit.id)
        .join(Person, Person.id == Appointment.person_id)
        .where(under(path), holding(today), _roles(there))
        .order_by(Unit.path, Person.sort_name, Person.id)
    )
    return found.distinct() if _several(there) else found


def _several(there: Sequence[Ask]) -> bool:
    """Whether somebody can be asked by two appointments at one unit; nobody holds the same one twice."""
    return len({ask.role for ask in there}) > 1 or there[0].role is None


def _roles(there: Sequence[Ask]) -> ColumnElement[bool]:
    """Lets the database look among the right appointments only."""
    roles = [ask.role for ask in there]
    return true() if None in roles else Appointment.role.in_(sorted({role for role in roles if role}))


def asked_of(there: Sequence[Ask]) -> ColumnElement[bool]:
    """Of `Appointment` and its `Unit`: whether any of the requirements concerns it, without who is exempt from that one."""
    return or_(false(), *(_asked_by(ask) for ask in there))


def _asked_by(ask: Ask) -> ColumnElement[bool]:
    if ask.names_people:
        where: list[ColumnElement[bool]] = [
            exists().where(RequiredOf.requirement_id == ask.id, RequiredOf.person_id == Appointment.person_id)
        ]
    else:
        where = [Appointment.role == ask.role] if ask.role else []
        where += [begins(Unit.path, ask.path)] if ask.path else []
    if ask.has_exemptions:
        where.append(
            ~exists().where(Exemption.requirement_id == ask.id, Exemption.person_id == Appointment.person_id)
        )
    return and_(*where)
