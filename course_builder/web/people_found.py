"""The unit, person or appointment an address names; one that is not hers to keep is not there."""

from flask import abort
from sqlalchemy.orm import Session

from course_builder.people import appointments, persons, tree, units
from course_builder.people.may import Action
from course_builder.people.models import Appointment, Person, Role, Unit
from course_builder.web.guard import actor, check, permitted
from course_builder.web.numbers import MOST


def unit_of(session: Session, unit_id: int) -> Unit:
    found = units.get(session, unit_id) if unit_id <= MOST else None
    if found is None:
        abort(404)
    check(Action.PEOPLE, found)
    return found


def person_of(session: Session, person_id: int) -> Person:
    """A protected person is there for her guardian only."""
    found = persons.get(session, actor(), person_id)
    if found is None:
        abort(404)
    return found


def appointment_of(session: Session, appointment_id: int) -> Appointment:
    """One that she could have given herself."""
    found = session.get(Appointment, appointment_id)
    if found is None:
        abort(404)
    may_give(unit_of(session, found.unit_id), Role(found.role))
    person_of(session, found.person_id)
    return found


def may_give(unit: Unit, role: Role) -> None:
    """Nobody gives more than she may: a coordinator makes no administrators."""
    if not appointments.may_give(actor(), role, unit):
        abort(404)


def keeps_all() -> bool:
    """Whether she keeps the whole tree: `/1/` is its top."""
    return any(held.role in persons.KEEPERS and held.path.count("/") == 2 for held in actor().held)


def crumbs(session: Session, unit: Unit) -> list[Unit]:
    """The units above, as far as they are hers."""
    return [one for one in tree.ancestors(session, unit) if permitted(Action.PEOPLE, one)]
