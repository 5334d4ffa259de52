"""From an account to what it may do today."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.people.conditions import holding
from course_builder.people.may import Actor, Held
from course_builder.people.models import Account, Appointment, Membership, Person, Role, Unit


def actor_of(session: Session, account_id: int, today: date) -> Actor:
    """With the appointments that hold today and are not paused. Raises NoResultFound when there is no such account."""
    person_id, name, language = session.execute(
        select(Person.id, Person.name, Person.language)
        .join(Account, Account.person_id == Person.id)
        .where(Account.id == account_id)
    ).one()
    groups = session.scalars(select(Membership.group_id).where(Membership.person_id == person_id))
    return Actor(person_id, account_id, name, language, _held(session, person_id, today), frozenset(groups))


def _held(session: Session, person_id: int, today: date) -> tuple[Held, ...]:
    rows = session.execute(
        select(Appointment.role, Appointment.unit_id, Unit.path)
        .join(Unit, Unit.id == Appointment.unit_id)
        .where(Appointment.person_id == person_id, holding(today))
        .order_by(Appointment.id)
    )
    return tuple(Held(Role(role), unit_id, path) for role, unit_id, path in rows)
