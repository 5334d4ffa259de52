"""Links that are mailed to people. Opening one uses nothing up, as mail scanners do; the button on its page does."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe
from typing import Any

from sqlalchemy import CursorResult, Select, select, update
from sqlalchemy.orm import Session

from course_builder.people import sign_in
from course_builder.people.models import Account, Link, Person
from course_builder.people.refused import Refused

INVITE, RESET = "invite", "reset"
LASTS = {INVITE: timedelta(days=14), RESET: timedelta(minutes=60)}
LONGEST_TOKEN = 100


@dataclass(frozen=True)
class Opened:
    """What the page of a link may show."""

    person_id: int
    name: str
    email: str
    language: str
    purpose: str


def invite(session: Session, person_id: int, now: datetime) -> str:
    """A token for the person's address. Earlier invitations stop to work. Refused for who has no address or is in."""
    account = session.scalar(select(Account).where(Account.person_id == person_id))
    if account is not None:
        raise Refused(
            "Personen har redan ett konto. Nytt lösenord väljer hen själv på inloggningssidan.",
            "The person has an account already, and chooses a new password on the sign-in page.",
        )
    return _make(session, session.get_one(Person, person_id), INVITE, now)


def reset(session: Session, email: str, now: datetime) -> tuple[Person, str] | None:
    """None when no account has the address. Whoever calls says the same in both cases."""
    person = session.scalar(
        select(Person)
        .join(Account, Account.person_id == Person.id)
        .where(Person.email == email.strip().lower()[:300], Account.disabled.is_(False))
    )
    return None if person is None else (person, _make(session, person, RESET, now))


def look(session: Session, token: str, now: datetime) -> Opened | None:
    """Whose link it is, as long as it can be used. Changes nothing."""
    row = session.execute(_usable(token, now)).first()
    if row is None:
        return None
    link, person = row
    return Opened(person.id, person.name, link.email, person.language, link.purpose)


def redeem(session: Session, token: str, now: datetime, password_hash: str | None = None) -> int | None:
    """Uses the link up and gives the account it opens; None when somebody has, or it is too late.

    `password_hash` is None when she will sign in elsewhere. All earlier sign-ins end.
    """
    row = session.execute(_usable(token, now)).first()
    if row is None or not _use(session, row[0].token_hash, now):
        return None
    account = _account(session, row[1].id, now)
    if password_hash is not None:
        account.password_hash = password_hash
    session.flush()
    _end_others(session, row[1].id, now)
    sign_in.end_all(session, account.id, now)
    return account.id


def _make(session: Session, person: Person, purpose: str, now: datetime) -> str:
    if person.email is None:
        raise Refused(
            f"{person.name} har ingen e-postadress. Lägg till den först.",
            f"{person.name} has no e-mail address. Add it first.",
        )
    _end_others(session, person.id, now, purpose)
    token = token_urlsafe(32)
    session.add(
        Link(
            token_hash=_hash(token),
            person_id=person.id,
            purpose=purpose,
            email=person.email,
            expires=now + LASTS[purpose],
        )
    )
    session.flush()
    return token


def _usable(token: str, now: datetime) -> Select[Link, Person]:
    """Not used, not too old, and the person still has the address it went to."""
    return (
        select(Link, Person)
        .join(Person, Person.id == Link.person_id)
        .outerjoin(Account, Account.person_id == Person.id)
        .where(
            Link.token_hash == _hash(token[:LONGEST_TOKEN]),
            Link.used.is_(None),
            Link.expires > now,
            Link.email == Person.email,
            Account.disabled.is_not(True),
        )
    )


def _use(session: Session, token_hash: str, now: datetime) -> bool:
    """Of two who press the button at once, one gets yes."""
    done = session.execute(
        update(Link).where(Link.token_hash == token_hash, Link.used.is_(None)).values(used=now)
    )
    return isinstance(done, CursorResult) and done.rowcount == 1


def _end_others(session: Session, person_id: int, now: datetime, purpose: str | None = None) -> None:
    these: list[Any] = [Link.person_id == person_id, Link.used.is_(None)]
    if purpose is not None:
        these.append(Link.purpose == purpose)
    session.execute(update(Link).where(*these).values(used=now))


def _account(session: Session, person_id: int, now: datetime) -> Account:
    account = session.scalar(select(Account).where(Account.person_id == person_id))
    if account is None:
        account = Account(person_id=person_id, created=now)
        session.add(account)
        session.flush()
    return account


def _hash(token: str) -> str:
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
