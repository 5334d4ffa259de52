"""Which courses an appointment asks for, and who holds one with or without them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from course_builder.learning.known import known
from course_builder.learning.models import Completion, Requirement
from course_builder.learning.renewal import Rule, due_from, rules
from course_builder.people.conditions import holding, open_unit, under
from course_builder.people.may import Actor
from course_builder.people.models import Appointment, Person, Role, Unit
from course_builder.people.persons import visible


class State(StrEnum):
    NEVER = "never"
    DUE = "due"
    """Dags för uppdatering."""
    TRAINED = "trained"
    UNKNOWN = "unknown"
    """The course is taken in a portal that has sent no list: nobody knows."""


@dataclass(frozen=True)
class Holder:
    """Somebody in an appointment. `on` is when she last completed one of the courses."""

    person_id: int
    name: str
    unit_id: int
    unit: str
    unit_path: str
    since: date
    on: date | None
    state: State


@dataclass(frozen=True)
class Courses:
    """The courses that count for a role; `known` is False where only portals could tell, and none has."""

    ids: tuple[str, ...]
    known: bool
    rules: Mapping[str, Rule]


def courses_for(session: Session, *roles: Role) -> Courses:
    """What is asked of any of the roles today."""
    asked = select(Requirement.course_id).where(
        Requirement.role.in_([role.value for role in roles]), Requirement.ended.is_(None)
    )
    ids = tuple(sorted(set(session.scalars(asked))))
    return Courses(
        ids,
        not ids or bool(known(session, ids)),
        {one: rule for one, rule in rules(session).items() if one in ids},
    )


def holders(
    session: Session, actor: Actor, role: Role, courses: Courses, today: date, path: str = "/"
) -> list[Holder]:
    """One row a person and unit, by unit and name; those on leave are left out, as are protected persons."""
    found = (
        select(Person.id, Person.name, Unit.id, Unit.name, Unit.path, func.min(Appointment.starts))
        .select_from(Unit)
        .join(Appointment, Appointment.unit_id == Unit.id)
        .join(Person, Person.id == Appointment.person_id)
        .where(
            under(path), open_unit(today), Appointment.role == role, holding(today), visible(session, actor)
        )
        .group_by(Person.id, Person.name, Person.sort_name, Unit.id, Unit.name, Unit.path)
        .order_by(Unit.path, Person.sort_name)
    )
    rows = session.execute(found).all()
    latest = _latest(session, courses, role, today, path)
    return [
        Holder(person_id, name, unit_id, unit, at, since, *_state(latest.get(person_id, {}), courses, today))
        for person_id, name, unit_id, unit, at, since in rows
    ]


def _latest(
    session: Session, courses: Courses, role: Role, today: date, path: str
) -> dict[int, dict[str, date]]:
    """Of each who holds the role: the last completion of each course."""
    if not courses.ids:
        return {}
    these = (
        select(Appointment.person_id)
        .join(Unit, Unit.id == Appointment.unit_id)
        .where(under(path), Appointment.role == role, holding(today))
    )
    done = (
        select(Completion.person_id, Completion.course_id, func.max(Completion.on))
        .where(Completion.course_id.in_(courses.ids), Completion.person_id.in_(these), Completion.counts)
        .group_by(Completion.person_id, Completion.course_id)
    )
    found: dict[int, dict[str, date]] = {}
    for person_id, course_id, on in session.execute(done):
        found.setdefault(person_id, {})[course_id] = on
    return found


def _state(done: Mapping[str, date], courses: Courses, today: date) -> tuple[date | None, State]:
    """Trained by any of the courses that holds; due when the window of every one has opened."""
    if not done:
        return None, State.NEVER if courses.known else State.UNKNOWN
    last = max(done.values())
    due = all(_due(courses.rules.get(course_id), on, today) for course_id, on in done.items())
    return last, State.DUE if due else State.TRAINED


def _due(rule: Rule | None, on: date, today: date) -> bool:
    return rule is not None and due_from(rule, on) <= today


def lacking(people: Sequence[Holder]) -> list[Holder]:
    return [one for one in people if one.state is not State.TRAINED]
