"""Units as whoever keeps them looks for them: the top, what lies under one, by name, and what a merger would move."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from course_builder.people.conditions import holding, in_force, open_unit, under
from course_builder.people.may import Actor
from course_builder.people.models import Appointment, Person, Role, Unit
from course_builder.people.persons import KEEPERS, visible
from course_builder.people.spelling import sort_key, words

MOST_FOUND = 50
MOST_STAFF = 200


@dataclass(frozen=True)
class Line:
    """One unit of a list, with how many lie directly under it and how many reps it has today."""

    unit: Unit
    below: int
    reps: int


@dataclass(frozen=True)
class Moved:
    """What goes along when a unit ends in another one."""

    people: int
    units: int


def get(session: Session, unit_id: int) -> Unit | None:
    return session.get(Unit, unit_id)


def tops(session: Session, actor: Actor, today: date) -> list[Line]:
    """The highest units the actor keeps."""
    paths = sorted({held.path for held in actor.held if held.role in KEEPERS})
    highest = [one for one in paths if not any(one != other and one.startswith(other) for other in paths)]
    return _lines(session, session.scalars(select(Unit).where(Unit.path.in_(highest))).all(), today)


def below(session: Session, unit: Unit, today: date) -> list[Line]:
    found = select(Unit).where(Unit.parent_id == unit.id, open_unit(today))
    return _lines(session, session.scalars(found).all(), today)


def find(session: Session, actor: Actor, text: str, today: date) -> list[Unit]:
    """Open units of the actor's whose name has words beginning so, or whose HR id it is. At most 50, by name."""
    asked = words(text)
    paths = [held.path for held in actor.held if held.role in KEEPERS]
    if not asked or not paths:
        return []
    rows = session.execute(
        select(Unit.id, Unit.name, Unit.hr_id).where(open_unit(today), or_(*(under(path) for path in paths)))
    )
    fitting = [
        (name, unit_id) for unit_id, name, hr_id in rows if hr_id == text.strip() or _fits(name, asked)
    ]
    first = [unit_id for _, unit_id in sorted(fitting, key=lambda one: sort_key(one[0]))[:MOST_FOUND]]
    units = {unit.id: unit for unit in session.scalars(select(Unit).where(Unit.id.in_(first)))}
    return [units[unit_id] for unit_id in first]


def staff(session: Session, actor: Actor, unit: Unit, today: date) -> list[tuple[Person, Appointment]]:
    """Who holds anything there today, on leave too. At most 200, by name."""
    found = (
        select(Person, Appointment)
        .join(Appointment, Appointment.person_id == Person.id)
        .where(Appointment.unit_id == unit.id, in_force(today), visible(session, actor))
        .order_by(Person.sort_name, Appointment.id)
        .limit(MOST_STAFF)
    )
    return [(person, appointment) for person, appointment in session.execute(found)]


def moved(session: Session, unit: Unit, today: date) -> Moved:
    people = select(func.count(Appointment.person_id.distinct())).where(
        Appointment.unit_id == unit.id, Appointment.ends.is_(None) | (Appointment.ends > today)
    )
    units = select(func.count(Unit.id)).where(under(unit.path), Unit.id != unit.id, open_unit(today))
    return Moved(session.scalar(people) or 0, session.scalar(units) or 0)


def _fits(name: str, asked: Sequence[str]) -> bool:
    own = words(name)
    return all(any(one.startswith(word) for one in own) for word in asked)


def _lines(session: Session, units: Sequence[Unit], today: date) -> list[Line]:
    ids = [unit.id for unit in units]
    under_each = select(Unit.parent_id, func.count()).where(Unit.parent_id.in_(ids), open_unit(today))
    reps = select(Appointment.unit_id, func.count()).where(
        Appointment.unit_id.in_(ids), Appointment.role == Role.REP, holding(today)
    )
    counts = {key: number for key, number in session.execute(under_each.group_by(Unit.parent_id))}
    held = {key: number for key, number in session.execute(reps.group_by(Appointment.unit_id))}
    ordered = sorted(units, key=lambda unit: (sort_key(unit.name), unit.id))
    return [Line(unit, counts.get(unit.id, 0), held.get(unit.id, 0)) for unit in ordered]
