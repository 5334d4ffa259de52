"""For whom a course remains, in every unit at once: found by the database, one query whatever the number of people.

The same rules as in `standings`; a test compares the two.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, exists, select, union
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

ORDER = (Unit.path, Person.sort_name, Person.id)


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
    shown = [~holds, visible(session, actor)]
    each = [
        people_asked(ask, today, path).where(*shown).order_by(*ORDER).limit(after + most) for ask in there
    ]
    several = union(*(select(one.subquery()) for one in each)).subquery().c
    rows = session.execute(
        select(several.person_id, several.name, several.unit_id, several.unit, several.path)
        .order_by(several.path, several.sort_name, several.person_id)
        .limit(most)
        .offset(after)
    )
    return [Left(*row) for row in rows]


def people_asked(ask: Ask, today: date, path: str = "/") -> Select[int, str, int, str, str, str]:
    """By one requirement: each has a road of its own through the indexes, and a condition with "or" has none."""
    return (
        select(
            Person.id.label("person_id"), Person.name, Unit.id.label("unit_id"), Unit.name.label("unit"), Unit.path, Person.sort_name
        )
        .select_from(Unit)
        .join(Appointment, Appointment.unit_id == Unit.id)
        .join(Person, Person.id == Appointment.person_id)
        .where(under(path), holding(today), *_asked_by(ask))
    )  # fmt: skip


def _asked_by(ask: Ask) -> Iterator[ColumnElement[bool]]:
    """Of `Appointment` and its `Unit`: whom the requirement concerns, without who is exempt from it."""
    if ask.names_people:
        yield Appointment.person_id.in_(
            select(RequiredOf.person_id).where(RequiredOf.requirement_id == ask.id)
        )
    if ask.role:
        yield Appointment.role == ask.role
    if ask.path:
        yield begins(Unit.path, ask.path)
    if ask.has_exemptions:
        yield ~exists().where(
            Exemption.requirement_id == ask.id, Exemption.person_id == Appointment.person_id
        )
