"""The unit tree. A unit that is renamed or merged ends and names its successor, so history stays where it happened."""

from datetime import date

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from course_builder.people.appointments import end as end_appointment
from course_builder.people.appointments import overlapping
from course_builder.people.conditions import left, open_unit, under
from course_builder.people.models import Appointment, Role, Unit
from course_builder.people.personnummer import looks_like
from course_builder.people.refused import Refused
from course_builder.people.spelling import tidy

__all__ = ["add_unit", "ancestors", "close", "correct", "current", "merge", "move", "rename", "under"]

DEEPEST = 40
"""Levels a path has room for."""


def add_unit(
    session: Session, name: str, parent: Unit | None, starts: date | None = None, hr_id: str | None = None
) -> Unit:
    """Refused for a name without letters, an HR id that is taken, or a parent that has ended."""
    if parent is not None and parent.ends is not None:
        raise _ended(parent)
    if hr_id and session.scalar(select(Unit.id).where(Unit.hr_id == hr_id)) is not None:
        raise Refused(
            f"Enhets-id {hr_id} finns redan. Sök efter enheten, eller ange ett annat id.",
            f"Unit id {hr_id} is there already. Look for the unit, or give another id.",
        )
    unit = Unit(
        name=checked_name(name), parent_id=parent and parent.id, hr_id=hr_id or None, starts=starts, path=""
    )
    session.add(unit)
    session.flush()
    unit.path = f"{parent.path if parent else '/'}{unit.id}/"
    if unit.path.count("/") > DEEPEST:
        raise Refused("Trädet blir för djupt.", "The tree becomes too deep.")
    session.flush()
    return unit


def correct(session: Session, unit: Unit, name: str) -> None:
    """A spelling mistake: the same unit, spelled right, also in its history."""
    unit.name = checked_name(name)
    session.flush()


def rename(session: Session, unit: Unit, name: str, on: date) -> Unit:
    """The unit under its new name from that day; the old one ends and keeps what happened in it."""
    parent = session.get(Unit, unit.parent_id) if unit.parent_id else None
    new = add_unit(session, name, parent, on)
    new.rep_expected = unit.rep_expected
    hr_id, unit.hr_id = unit.hr_id, None
    session.flush()
    new.hr_id = hr_id
    merge(session, unit, new, on)
    return new


def move(session: Session, unit: Unit, parent: Unit | None) -> None:
    """With everything under it. Appointments stay: it is the same unit."""
    if parent is not None and parent.path.startswith(unit.path):
        raise Refused(
            f"{unit.name} kan inte ligga under sig själv. Välj en annan plats.",
            f"{unit.name} cannot lie under itself. Choose another place.",
        )
    if parent is not None and parent.ends is not None:
        raise _ended(parent)
    session.flush()
    old, new = unit.path, f"{parent.path if parent else '/'}{unit.id}/"
    session.execute(
        update(Unit)
        .where(under(old))
        .values(path=new + func.substr(Unit.path, len(old) + 1))
        .execution_options(synchronize_session=False)
    )
    unit.parent_id = parent.id if parent else None
    session.flush()
    session.expire_all()


def merge(session: Session, unit: Unit, into: Unit, on: date) -> None:
    """Its appointments end and start anew in the other, never two at once; its units move along."""
    if into.path.startswith(unit.path):
        raise Refused(
            f"{unit.name} kan inte gå upp i en enhet som ligger under den.",
            f"{unit.name} cannot be merged into a unit that lies under it.",
        )
    if unit.ends is not None or into.ends is not None:
        raise _ended(unit if unit.ends is not None else into)
    for child in session.scalars(select(Unit).where(Unit.parent_id == unit.id, open_unit(on))).all():
        if child.id != into.id:
            move(session, child, into)
    _move_appointments(session, unit, into, on)
    unit.ends, unit.successor_id = on, into.id
    session.flush()


def close(session: Session, unit: Unit, on: date) -> None:
    """Without a successor: its appointments end. Refused while open units lie under it."""
    below = session.scalar(select(Unit.name).where(Unit.parent_id == unit.id, open_unit(on)).limit(1))
    if below is not None:
        raise Refused(
            f"Under {unit.name} ligger {below}. Flytta eller avsluta den först.",
            f"{below} lies under {unit.name}. Move or end it first.",
        )
    for appointment in _left(session, unit, on):
        end_appointment(session, appointment, on)
    unit.ends = on
    session.flush()


def current(session: Session, unit: Unit) -> Unit:
    """The unit that has taken over, or itself."""
    seen: set[int] = set()
    while unit.successor_id is not None and unit.id not in seen:
        seen.add(unit.id)
        unit = session.get_one(Unit, unit.successor_id)
    return unit


def ancestors(session: Session, unit: Unit) -> list[Unit]:
    """From the root to the unit above."""
    ids = [int(part) for part in unit.path.strip("/").split("/")][:-1]
    found = {one.id: one for one in session.scalars(select(Unit).where(Unit.id.in_(ids)))}
    return [found[unit_id] for unit_id in ids]


def _left(session: Session, unit: Unit, on: date) -> list[Appointment]:
    """Appointments at the unit that have not ended by then."""
    found = select(Appointment).where(Appointment.unit_id == unit.id, left(on))
    return list(session.scalars(found.order_by(Appointment.id)))


def _move_appointments(session: Session, unit: Unit, into: Unit, on: date) -> None:
    moved: dict[int, Appointment] = {}
    leaving = _left(session, unit, on)
    for old in leaving:
        starts = max(on, old.starts)
        if not overlapping(session, old.person_id, into.id, Role(old.role), starts, old.ends):
            moved[old.id] = _anew(session, old, into, starts)
    for old in leaving:
        if old.stands_in_for_id in moved and old.id in moved:
            moved[old.id].stands_in_for_id = moved[old.stands_in_for_id].id
        old.ends = max(on, old.starts)
    session.flush()


def _anew(session: Session, old: Appointment, into: Unit, starts: date) -> Appointment:
    """With its days of leave, as far as they are left."""
    over = old.paused_until is not None and old.paused_until <= starts
    new = Appointment(
        person_id=old.person_id,
        unit_id=into.id,
        role=old.role,
        title=old.title,
        mandate=old.mandate,
        starts=starts,
        ends=old.ends,
        paused_from=None if over else old.paused_from,
        paused_until=None if over else old.paused_until,
        imported=old.imported,
    )
    session.add(new)
    session.flush()
    return new


def checked_name(name: str) -> str:
    tidied = tidy(name)
    if not any(sign.isalnum() for sign in tidied):
        raise Refused("Enheten behöver ett namn.", "The unit needs a name.")
    if len(tidied) > 200:
        raise Refused("Namnet får ha högst 200 tecken.", "The name may have at most 200 characters.")
    if looks_like(tidied):
        raise Refused(
            "Det där liknar ett personnummer. Skriv enhetens namn.",
            "That looks like a personnummer. Write the unit's name.",
        )
    return tidied


def _ended(unit: Unit) -> Refused:
    return Refused(
        f"{unit.name} är avslutad. Välj enheten som tog över.",
        f"{unit.name} has ended. Choose the unit that took over.",
    )
