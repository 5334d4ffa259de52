"""The units that are here: read before a list is, and looked over after it for those it leaves out."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.content.problems import Place
from course_builder.people import tree
from course_builder.people.conditions import left, open_unit, under
from course_builder.people.models import Appointment, Unit
from course_builder.people.refused import Refused
from course_builder.people.staff import codes
from course_builder.people.staff.steps import AddUnit, EndUnit, Key, MoveUnit
from course_builder.people.staff.units import Known, Units


def read_units(session: Session, part_id: int | None, on: date) -> Units:
    """Refused when the part has ended without a successor."""
    rows = session.execute(
        select(Unit.id, Unit.name, Unit.path, Unit.parent_id, Unit.hr_id)
        .where(open_unit(on))
        .order_by(Unit.path)
    )
    known = {row[0]: Known(*row) for row in rows}
    part = None
    if part_id is not None:
        part = known.get(tree.current(session, session.get_one(Unit, part_id)).id)
        if part is None:
            raise Refused("Enheten är avslutad. Välj en annan.", "The unit has ended. Choose another.")
    roots = [one.unit_id for one in known.values() if one.parent_id is None]
    root = roots[0] if len(roots) == 1 else None
    found = Units(known, part, part.unit_id if part else root, _hr_ids(session, known))
    for one in known.values():
        found.remember(one.unit_id, one.name, one.parent_id, None)
    return found


def _hr_ids(session: Session, known: dict[int, Known]) -> dict[str, Key]:
    """Also of units that were merged: what HR still calls by its old id is where its people went."""
    found: dict[str, Key] = {one.hr_id: one.unit_id for one in known.values() if one.hr_id is not None}
    merged = select(Unit).where(Unit.hr_id.is_not(None), Unit.successor_id.is_not(None))
    for unit in session.scalars(merged):
        now = tree.current(session, unit).id
        if unit.hr_id is not None and now in known:
            found.setdefault(unit.hr_id, now)
    return found


def gone(session: Session, units: Units, on: date, leaving: set[int]) -> None:
    """Units of the part that came with a list and are not in this one: they end, when nobody is left in them."""
    if units.part is None:
        return
    inside = under(units.part.path)
    rows = session.execute(
        select(Appointment.unit_id, Appointment.id)
        .join(Unit, Unit.id == Appointment.unit_id)
        .where(inside, left(on))
    )
    full = {unit_id for unit_id, appointment_id in rows if appointment_id not in leaving}
    kept = {units.parents[key] for key in units.mentioned} | {step.parent for step in units.steps if isinstance(step, (AddUnit, MoveUnit))}  # fmt: skip
    for one in sorted(units.known.values(), key=lambda known: known.path, reverse=True):
        ours = one.path.startswith(units.part.path) and one.unit_id != units.part.unit_id
        if not ours or one.hr_id is None or one.unit_id in units.mentioned:
            kept |= {one.parent_id}
        elif one.unit_id in full or one.unit_id in kept:
            kept |= {one.parent_id}
            units.problems.append(codes.UNIT_STAYS.at(Place(one.name), unit=one.name))
        else:
            units.steps.append(EndUnit(one.name, one.name, "ended", one.unit_id))
