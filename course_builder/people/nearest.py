"""Who answers for a unit: the manager or coordinator of the unit itself, else of the closest unit above that has one."""

from collections.abc import Collection, Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.people.conditions import holding
from course_builder.people.models import Appointment, Person, Role


def nearest(session: Session, paths: Collection[str], role: Role, on: date) -> Mapping[str, list[Person]]:
    """By path, in the order of their names; nobody for a path where there is none up to the top."""
    above = {path: [int(part) for part in path.strip("/").split("/")] for path in paths}
    wanted = {unit_id for ids in above.values() for unit_id in ids}
    rows = session.execute(
        select(Appointment.unit_id, Person)
        .join(Person, Person.id == Appointment.person_id)
        .where(Appointment.unit_id.in_(wanted), Appointment.role == role, holding(on))
        .order_by(Person.sort_name, Person.id)
    )
    there: dict[int, list[Person]] = {}
    for unit_id, person in rows:
        there.setdefault(unit_id, []).append(person)
    return {
        path: next((there[one] for one in reversed(ids) if one in there), []) for path, ids in above.items()
    }
