"""Where a person worked on a day."""

from datetime import date

from sqlalchemy import case, select
from sqlalchemy.orm import Session

from course_builder.people.conditions import in_force
from course_builder.people.models import Appointment, Role


def unit_on(session: Session, person_id: int, day: date) -> int | None:
    """The unit she is employed at, else that of her newest other appointment; leave does not move her."""
    own = case((Appointment.role == Role.EMPLOYEE, 0), else_=1)
    return session.scalars(
        select(Appointment.unit_id)
        .where(Appointment.person_id == person_id, in_force(day))
        .order_by(own, Appointment.starts.desc(), Appointment.id.desc())
        .limit(1)
    ).first()
