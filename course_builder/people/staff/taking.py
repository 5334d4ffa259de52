"""The steps of a plan, taken in one transaction."""

from collections.abc import Sequence
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from course_builder.people import appointments, search, tree
from course_builder.people.models import Appointment, Person, Unit
from course_builder.people.spelling import sort_key
from course_builder.people.staff.steps import (
    AddPerson,
    AddUnit,
    Appoint,
    ChangeAppointment,
    ChangePerson,
    EndAppointment,
    EndUnit,
    IdentifyUnit,
    Key,
    MoveUnit,
    RenameUnit,
    Step,
)

AT_ONCE = 900
"""Values in one question to the database."""
Kind = TypeVar("Kind", bound=Step)


def take(session: Session, steps: Sequence[Step], today: date) -> None:
    """What ends does so before units are renamed, and people come when their units are there."""
    ending = [step.appointment_id for step in _of(EndAppointment, steps)]
    for start in range(0, len(ending), AT_ONCE):
        appointments.end_many(session, ending[start : start + AT_ONCE], today)
    for change in _of(ChangeAppointment, steps):
        changed = {"title": change.title, "ends": change.ends}
        session.execute(update(Appointment).where(Appointment.id == change.appointment_id).values(changed))
    session.flush()
    session.expire_all()
    units = _Units(session)
    _take_units(session, steps, units, today)
    people = _take_people(session, steps)
    begun = _of(Appoint, steps)
    places = {key: units.at(key).id for key in {step.unit for step in begun}}
    rows = [_appointment(step, people, places) for step in begun]
    if rows:
        session.connection().execute(insert(Appointment), rows)
    for gone in _of(EndUnit, steps):
        tree.close(session, units.at(gone.unit_id), today)


class _Units:
    """Units by what the plan calls them; those that are here, as they are called now."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.new: dict[str, int] = {}

    def at(self, key: Key) -> Unit:
        unit_id = self.new[key] if isinstance(key, str) else key
        return tree.current(self.session, self.session.get_one(Unit, unit_id))


def _take_units(session: Session, steps: Sequence[Step], units: _Units, today: date) -> None:
    for identified in _of(IdentifyUnit, steps):
        units.at(identified.unit_id).hr_id = identified.hr_id
    session.flush()
    for renamed in _of(RenameUnit, steps):
        tree.rename(session, units.at(renamed.unit_id), renamed.name, today)
    for added in _of(AddUnit, steps):
        parent = None if added.parent is None else units.at(added.parent)
        ended = _give_up(session, added.hr_id)
        unit = tree.add_unit(session, added.name, parent, today, added.hr_id)
        units.new[str(added.key)] = unit.id
        if ended is not None:
            ended.successor_id = unit.id
    for moved in _of(MoveUnit, steps):
        tree.move(session, units.at(moved.unit_id), units.at(moved.parent))


def _give_up(session: Session, hr_id: str | None) -> Unit | None:
    """A unit that had ended and comes back is a new one: the old gives its HR id up and names it as successor."""
    if hr_id is None:
        return None
    ended = session.scalar(select(Unit).where(Unit.hr_id == hr_id, Unit.ends.is_not(None)))
    if ended is not None:
        ended.hr_id = None
        session.flush()
    return ended


def _take_people(session: Session, steps: Sequence[Step]) -> dict[str, int]:
    """In bulk and past the mapper: the first list of a region has thousands, and others wait meanwhile."""
    for change in _of(ChangePerson, steps):
        person = session.get_one(Person, change.person_id)
        person.name, person.email, person.employee_ref = change.name, change.email, change.employee_ref
    session.flush()
    new = _of(AddPerson, steps)
    if not new:
        return {}
    rows = [
        {
            "name": one.name,
            "sort_name": sort_key(one.name),
            "email": one.email,
            "employee_ref": one.employee_ref,
        }
        for one in new
    ]
    written_rows = insert(Person).returning(Person.id, sort_by_parameter_order=True)
    ids = list(session.connection().execute(written_rows, rows).scalars())
    written = zip(ids, new, strict=True)
    search.write_words(session, [(person_id, one.name, one.email) for person_id, one in written])
    return {str(one.key): person_id for person_id, one in zip(ids, new, strict=True)}


def _appointment(step: Appoint, people: dict[str, int], places: dict[Key, int]) -> dict[str, Any]:
    return {
        "person_id": people[step.person] if isinstance(step.person, str) else step.person,
        "unit_id": places[step.unit],
        "role": step.role.value,
        "title": step.title,
        "starts": step.starts,
        "ends": step.ends,
        "imported": True,
    }


def _of(kind: type[Kind], steps: Sequence[Step]) -> list[Kind]:
    return [step for step in steps if isinstance(step, kind)]
