"""A staff list from HR: shown as a plan first, then taken as a whole. It can come again and again.

Whoever is missing from a later list is not deleted: the appointment that came with an earlier one ends. That holds for
the units the list names, and with `part_id` for that part of the tree; people elsewhere are never touched.
"""

from datetime import date

from sqlalchemy.orm import Session

from course_builder.content.problems import in_order
from course_builder.people.refused import Refused
from course_builder.people.staff.columns import LABELS, Columns, Field, guess
from course_builder.people.staff.held import Held, read_held
from course_builder.people.staff.persons import People, read_people
from course_builder.people.staff.rows import PersonRow, Read, Table, read
from course_builder.people.staff.steps import EndAppointment, Key, Plan, Step
from course_builder.people.staff.taking import take
from course_builder.people.staff.tree_here import gone, read_units

__all__ = ["LABELS", "Columns", "Field", "Plan", "Step", "Table", "apply", "guess", "preview", "read"]


Meant = list[tuple[PersonRow, Key | None]]


def preview(session: Session, rows: Read, today: date, part_id: int | None = None) -> Plan:
    """What the list would do: one table of units, one of people, or both. Changes nothing.

    `part_id` is the unit whose whole part the list is about; None: only the units it names.
    """
    units = read_units(session, part_id, today)
    units.take(rows.units)
    meant: Meant = [(row, units.unit(row.unit)) for row in rows.people]
    named = {key for _, key in meant if isinstance(key, int)}
    part = None if units.part is None else units.part.path
    held = read_held(session, today, units.names, named, part)
    people = read_people(session, rows.people, part, today)
    for row, unit in meant:
        _take_row(row, unit, people, held)
    if rows.people:
        held.end_the_rest(named if part is None else units.known)
    if rows.units:
        gone(
            session,
            units,
            today,
            {step.appointment_id for step in held.steps if isinstance(step, EndAppointment)},
        )
    problems = in_order(rows.problems + units.problems + people.problems + held.problems)
    return Plan((*units.steps, *people.steps, *held.steps), problems, held.unchanged)


def apply(session: Session, rows: Read, today: date, seen: str, part_id: int | None = None) -> Plan:
    """Does what was shown, all of it. `seen` is the digest of the plan that a person said yes to. The rows of a long
    list take a while to read, and nobody else can write meanwhile: they are read before.

    Refused when there are errors, and when somebody has changed something since it was shown.
    """
    plan = preview(session, rows, today, part_id)
    if not plan.can_be_taken:
        raise Refused(
            "Listan går inte att läsa in än. Rätta raderna och välj filen igen.",
            "The list cannot be taken in yet. Correct the rows and choose the file again.",
        )
    if plan.digest != seen:
        raise Refused(
            "Något har ändrats sedan du såg listan. Se igenom den en gång till.",
            "Something has changed since you saw the list. Look it through once more.",
        )
    take(session, plan.steps, today)
    return plan


def _take_row(row: PersonRow, unit: Key | None, people: People, held: Held) -> None:
    person = people.person(row)
    if isinstance(person, (int, str)) and unit is not None:
        held.take(row, person, unit)
