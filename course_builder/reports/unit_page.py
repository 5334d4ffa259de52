"""A unit as its manager sees it: who has done what is asked, and for whom it remains. Never an answer or a result."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from course_builder.learning.requirements import standing_of_unit
from course_builder.learning.standing import Standing
from course_builder.learning.standings import InUnit
from course_builder.library.titles import titles
from course_builder.people.appointments import holding
from course_builder.people.conditions import open_unit, under
from course_builder.people.may import Actor
from course_builder.people.models import Appointment, Person, Unit
from course_builder.people.persons import visible

MOST_PEOPLE = 500
"""A part of the tree with more people is shown by its units: a list of thousands helps nobody."""


@dataclass(frozen=True)
class Counted:
    """A course that is asked of people in the unit. `asked` leaves out those who are exempt."""

    course_id: str
    title: str
    asked: int
    done: int
    under_way: int
    due: int
    """Completed once, and no longer holding: a refresher is due."""
    unknown: int

    @property
    def left(self) -> int:
        """Not begun."""
        return self.asked - self.done - self.under_way - self.due - self.unknown


@dataclass(frozen=True)
class Row:
    person_id: int
    name: str
    duties: str
    standing: Standing


def is_large(session: Session, unit: Unit, today: date) -> bool:
    """Whether more people are there than a page of names is for."""
    here = (
        select(Appointment.person_id)
        .join(Unit, Unit.id == Appointment.unit_id)
        .where(under(unit.path), holding(today))
        .distinct()
        .limit(MOST_PEOPLE + 1)
        .subquery()
    )
    return (session.scalar(select(func.count()).select_from(here)) or 0) > MOST_PEOPLE


def people(session: Session, unit: Unit, today: date, actor: Actor) -> list[InUnit]:
    return standing_of_unit(session, unit, today, actor)


def counted(session: Session, everybody: Iterable[InUnit]) -> list[Counted]:
    """By course, in the order of their titles."""
    by_course: dict[str, list[Standing]] = {}
    for one in everybody:
        for standing in one.standings:
            by_course.setdefault(standing.course_id, []).append(standing)
    named = titles(session, by_course)
    made = [_counted(course_id, named[course_id], found) for course_id, found in by_course.items()]
    return sorted((one for one in made if one.asked), key=lambda one: (one.title, one.course_id))


def _counted(course_id: str, title: str, found: Sequence[Standing]) -> Counted:
    asked = [one for one in found if one.state != "exempt"]
    return Counted(
        course_id, title, len(asked),
        done=sum(one.holds for one in asked),
        under_way=sum(one.state == "started" for one in asked),
        due=sum(one.state == "completed" and not one.holds for one in asked),
        unknown=sum(one.state == "unknown" for one in asked),
    )  # fmt: skip


def rows(session: Session, everybody: Iterable[InUnit], unit: Unit, course_id: str, today: date) -> list[Row]:
    """Those the course is asked of, by name."""
    duties = _duties(session, unit, today)
    return [
        Row(one.person_id, one.name, duties.get(one.person_id, ""), standing)
        for one in everybody
        for standing in one.standings
        if standing.course_id == course_id
    ]


def _duties(session: Session, unit: Unit, today: date) -> Mapping[int, str]:
    """What each is called there."""
    found = (
        select(Appointment.person_id, Appointment.title)
        .join(Unit, Unit.id == Appointment.unit_id)
        .where(under(unit.path), holding(today), Appointment.title != "")
        .order_by(Appointment.id)
    )
    return {person_id: title for person_id, title in session.execute(found)}


def units_below(session: Session, unit: Unit, today: date) -> list[Unit]:
    """Directly under it, by name."""
    found = select(Unit).where(Unit.parent_id == unit.id, open_unit(today)).order_by(Unit.name)
    return list(session.scalars(found))


def holders_of(session: Session, unit: Unit, role: str, today: date, actor: Actor) -> list[tuple[str, date]]:
    """Who holds the appointment at the unit itself, with the day it began; protected persons are absent."""
    found = (
        select(Person.name, Appointment.starts)
        .join(Person, Person.id == Appointment.person_id)
        .where(
            Appointment.unit_id == unit.id, Appointment.role == role, holding(today), visible(session, actor)
        )
        .order_by(Person.sort_name, Appointment.id)
    )
    return [(name, starts) for name, starts in session.execute(found)]
