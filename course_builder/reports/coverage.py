"""How well a part of the region is covered: units with a rep, reps trained, managers trained."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from course_builder.people.conditions import holding, open_unit, under
from course_builder.people.may import Actor
from course_builder.people.models import Appointment, Role, Unit
from course_builder.people.vacancies import expected
from course_builder.reports.training import Courses, Holder, State, courses_for, holders


@dataclass(frozen=True)
class Workplace:
    """A unit that should have a rep."""

    id: int
    path: str
    covered: bool


@dataclass(frozen=True)
class Area:
    """The figures of a unit and everything under it."""

    unit_id: int
    name: str
    path: str
    units: int
    covered: int
    reps: int
    reps_trained: int
    managers: int
    managers_trained: int

    @property
    def without(self) -> int:
        return self.units - self.covered


@dataclass(frozen=True)
class Coverage:
    """`whole` is the unit itself, `areas` those directly under it."""

    whole: Area
    areas: tuple[Area, ...]
    rep_courses: Courses
    manager_courses: Courses
    reps: tuple[Holder, ...]
    managers: tuple[Holder, ...]


def coverage(session: Session, actor: Actor, unit: Unit, today: date) -> Coverage:
    """Managers are welcome in the reps' course, so either counts for them."""
    for_reps = courses_for(session, Role.REP)
    for_managers = courses_for(session, Role.MANAGER, Role.REP)
    reps = holders(session, actor, Role.REP, for_reps, today, unit.path)
    managers = holders(session, actor, Role.MANAGER, for_managers, today, unit.path)
    places = workplaces(session, today, unit.path)
    below = session.execute(
        select(Unit.id, Unit.name, Unit.path)
        .where(Unit.parent_id == unit.id, open_unit(today))
        .order_by(Unit.name)
    )
    areas = [_area(unit_id, name, path, places, reps, managers) for unit_id, name, path in below]
    whole = _area(unit.id, unit.name, unit.path, places, reps, managers)
    return Coverage(whole, tuple(areas), for_reps, for_managers, tuple(reps), tuple(managers))


def workplaces(session: Session, today: date, path: str) -> list[Workplace]:
    active = exists().where(Appointment.unit_id == Unit.id, Appointment.role == Role.REP, holding(today))
    rows = session.execute(select(Unit.id, Unit.path, active).where(under(path), expected(today)))
    return [Workplace(*row) for row in rows]


def _area(
    unit_id: int,
    name: str,
    path: str,
    places: Sequence[Workplace],
    reps: Sequence[Holder],
    managers: Sequence[Holder],
) -> Area:
    here = [place for place in places if place.path.startswith(path)]
    reps_here = [one for one in reps if one.unit_path.startswith(path)]
    managers_here = [one for one in managers if one.unit_path.startswith(path)]
    return Area(
        unit_id, name, path,
        units=len(here), covered=sum(place.covered for place in here),
        reps=len(reps_here), reps_trained=_trained(reps_here),
        managers=len(managers_here), managers_trained=_trained(managers_here),
    )  # fmt: skip


def _trained(people: Sequence[Holder]) -> int:
    return sum(one.state is State.TRAINED for one in people)
