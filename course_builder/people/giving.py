"""Who may give which appointments, and so keep the people who hold them."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.people.conditions import left
from course_builder.people.may import Actor
from course_builder.people.models import Appointment, Role, Unit
from course_builder.people.refused import Refused

GIVEN_BY: Mapping[Role, frozenset[Role]] = {
    Role.ADMIN: frozenset(Role),
    Role.COORDINATOR: frozenset(Role) - {Role.ADMIN},
}
"""Which appointments each role may give to others, at its own unit and under it."""


def may_give(actor: Actor, role: Role, unit: Unit) -> bool:
    return any(role in given and actor.over(giver, unit.path) for giver, given in GIVEN_BY.items())


def may_keep(session: Session, actor: Actor, person_id: int, today: date) -> bool:
    """Whether the actor could have given the person everything she holds, now or later.

    Else whoever keeps a small part could change the address of somebody with more to say, ask for a new password and
    come in as her.
    """
    held = select(Appointment.role, Unit).join(Unit, Unit.id == Appointment.unit_id)
    held = held.where(Appointment.person_id == person_id, left(today))
    return all(may_give(actor, Role(role), unit) for role, unit in session.execute(held))


def check_keeps(session: Session, actor: Actor, person_id: int, today: date) -> None:
    """Refused when `may_keep` says no."""
    if not may_keep(session, actor, person_id, today):
        raise Refused(
            "Personen har också ett uppdrag som du inte råder över. Be den som gav det att göra ändringen.",
            "The person also has an appointment that is not yours to keep. Ask whoever gave it to make the change.",
        )
