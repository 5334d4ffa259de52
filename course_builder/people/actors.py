"""From an account to what it may do today."""

from datetime import date

from sqlalchemy import and_, select
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import Session

from course_builder.people.conditions import holding
from course_builder.people.may import Actor, Held
from course_builder.people.models import Account, Appointment, Membership, Person, Role, Unit


def actor_of(session: Session, account_id: int, today: date) -> Actor:
    """With the appointments that hold today: stand-ins counted, paused not. NoResultFound: there is no such account."""
    rows = session.execute(
        select(Person.id, Person.name, Person.language, Appointment.role, Unit.id, Unit.path)
        .select_from(Account)
        .join(Person, Person.id == Account.person_id)
        .outerjoin(Appointment, and_(Appointment.person_id == Person.id, holding(today)))
        .outerjoin(Unit, Unit.id == Appointment.unit_id)
        .where(Account.id == account_id)
        .order_by(Appointment.id)
    ).all()
    if not rows:
        raise NoResultFound(f"account {account_id}")
    person_id, name, language = rows[0][:3]
    held = tuple(Held(Role(role), unit_id, path) for *_, role, unit_id, path in rows if role is not None)
    groups = session.scalars(select(Membership.group_id).where(Membership.person_id == person_id))
    return Actor(person_id, account_id, name, language, held, frozenset(groups))
