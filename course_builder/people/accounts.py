"""Ways in: the account of an address, of an identity elsewhere, and the accounts of a demo."""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from course_builder.people import sign_in
from course_builder.people.checked import LONGEST_EMAIL
from course_builder.people.conditions import in_force
from course_builder.people.models import Account, Appointment, Identity, Person, Unit
from course_builder.people.refused import Refused


def of_email(session: Session, email: str) -> Account | None:
    """None also when the account is closed."""
    wanted = email.strip().lower()[: LONGEST_EMAIL + 1]
    return session.scalar(
        select(Account)
        .join(Person, Person.id == Account.person_id)
        .where(Person.email == wanted, Account.disabled.is_(False))
    )


def of_identity(session: Session, issuer: str, subject: str) -> Account | None:
    return session.scalar(
        select(Account)
        .join(Identity, Identity.account_id == Account.id)
        .where(Identity.issuer == issuer, Identity.subject == subject, Account.disabled.is_(False))
    )


def connect(session: Session, account_id: int, issuer: str, subject: str) -> None:
    """From now on the identity opens the account. Refused when it opens another."""
    known = session.scalar(
        select(Identity.account_id).where(Identity.issuer == issuer, Identity.subject == subject)
    )
    if known is None:
        session.add(Identity(account_id=account_id, issuer=issuer, subject=subject))
        session.flush()
    elif known != account_id:
        raise Refused(
            "Den inloggningen hör redan till ett annat konto här. Be din samordnare om hjälp.",
            "That sign-in belongs to another account here already. Ask your coordinator for help.",
        )


def of_person(session: Session, person_id: int) -> Account | None:
    return session.scalar(select(Account).where(Account.person_id == person_id))


def close(session: Session, person_id: int, closed: bool, now: datetime) -> None:
    """Closed: whoever is signed in is out at once. Opened again with the password it had."""
    account = of_person(session, person_id)
    if account is None:
        raise Refused("Personen har inget konto än.", "The person has no account yet.")
    account.disabled = closed
    if closed:
        sign_in.end_all(session, account.id, now)


def held_by(session: Session, person_ids: Collection[int], today: date) -> dict[int, list[tuple[str, str]]]:
    """Role and unit of what each holds today, on leave too."""
    rows = session.execute(
        select(Appointment.person_id, Appointment.role, Unit.name)
        .join(Unit, Unit.id == Appointment.unit_id)
        .where(Appointment.person_id.in_(person_ids), in_force(today))
        .order_by(Appointment.id)
    )
    held: dict[int, list[tuple[str, str]]] = {}
    for person_id, role, unit in rows:
        held.setdefault(person_id, []).append((role, unit))
    return held


def demo(session: Session) -> list[tuple[int, str, str, str]]:
    """Account, name, role and unit of each account that a demo script made."""
    found = session.execute(
        select(Account.id, Person.name, Appointment.role, Unit.name)
        .join(Person, Person.id == Account.person_id)
        .join(Appointment, Appointment.person_id == Person.id)
        .join(Unit, Unit.id == Appointment.unit_id)
        .where(Account.demo.is_(True), Account.disabled.is_(False))
        .order_by(Account.id, Appointment.id)
    )
    first: dict[int, tuple[int, str, str, str]] = {}
    for account_id, name, role, unit in found:
        first.setdefault(account_id, (account_id, name, role, unit))
    return list(first.values())


def is_demo(session: Session, account_id: int) -> bool:
    account = session.get(Account, account_id)
    return account is not None and account.demo and not account.disabled


def rehashed(session: Session, account_id: int, password_hash: str) -> None:
    """The same password under newer parameters."""
    session.execute(update(Account).where(Account.id == account_id).values(password_hash=password_hash))


def speak(session: Session, person_id: int, language: str) -> None:
    """The language of her pages and letters."""
    session.execute(update(Person).where(Person.id == person_id).values(language=language))
