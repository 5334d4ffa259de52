"""An administrator made from the command line: the first one, or one more when nobody can get in."""

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.people import appointments, links, persons, tree
from course_builder.people.checked import checked_email
from course_builder.people.conditions import open_unit
from course_builder.people.models import Account, Person, Role, Unit


def make(session: Session, name: str, email: str, region: str, now: datetime, today: date) -> tuple[str, str]:
    """The purpose and the token of a link by which she gets in: an invitation, or a reset when she has an account.

    A person who has the address is made administrator and keeps her name. Raises Refused.
    """
    top = session.scalar(select(Unit).where(Unit.parent_id.is_(None), open_unit(today)).order_by(Unit.id))
    unit = top or tree.add_unit(session, region, None, today)
    checked = checked_email(email)
    person = persons.by_email(session, checked or "") or persons.add(session, name, checked)
    if not appointments.overlapping(session, person.id, unit.id, Role.ADMIN, today, None):
        appointments.appoint(session, person.id, unit, Role.ADMIN, today)
    return _link(session, person, now)


def _link(session: Session, person: Person, now: datetime) -> tuple[str, str]:
    account = session.scalar(select(Account).where(Account.person_id == person.id))
    if account is None:
        return links.INVITE, links.invite(session, person.id, now)
    account.disabled = False
    session.flush()
    made = links.reset(session, person.email or "", now)
    if made is None:
        raise LookupError(f"person {person.id} has an account and no address")
    return links.RESET, made[1]
