"""The first administrator of an empty place."""

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.people import appointments, passwords, persons, tree
from course_builder.people.models import Account, Role, Unit
from course_builder.people.refused import Refused


def nobody_yet(session: Session) -> bool:
    """Whether no account has ever been made here."""
    return session.scalar(select(Account.id).limit(1)) is None


def has_demo(session: Session) -> bool:
    """Whether anybody can come in without a password: only a database the demo made has such accounts."""
    return session.scalar(select(Account.id).where(Account.demo.is_(True)).limit(1)) is not None


def begin(
    session: Session, region: str, name: str, email: str, password_hash: str, now: datetime, today: date
) -> Account:
    """The region as the top of the tree, and an administrator of it. Refused when somebody was first."""
    if not nobody_yet(session):
        raise Refused(
            "Det finns redan en administratör. Logga in.", "There is an administrator already. Sign in."
        )
    top = session.scalar(select(Unit).where(Unit.parent_id.is_(None)).order_by(Unit.id))
    unit = top or tree.add_unit(session, region, None, today)
    person = persons.add(session, name, email)
    appointments.appoint(session, person.id, unit, Role.ADMIN, today)
    account = Account(person_id=person.id, password_hash=password_hash, created=now)
    session.add(account)
    session.flush()
    return account


def checked_password(password: str, name: str, email: str) -> str:
    """Its hash, made outside of any write block. Raises Refused."""
    passwords.check(password, name, email)
    return passwords.hash(password)


def top_path(session: Session) -> str:
    """Where the tree begins; `/` when there is none yet."""
    return session.scalar(select(Unit.path).where(Unit.parent_id.is_(None)).order_by(Unit.id).limit(1)) or "/"
