"""Sessions on the server: begun at sign-in, looked up at every request, ended by anybody who has the right to."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe

from sqlalchemy import bindparam, case, delete, select, update
from sqlalchemy.orm import Session

from course_builder.database.straight import Statement, Straight
from course_builder.people.models import Account, Person, SignIn

IDLE = timedelta(minutes=60)
LONGEST = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """What every request needs to know of its sender."""

    token_hash: str
    csrf: str
    seen: datetime
    account_id: int
    person_id: int
    name: str
    language: str


_FIND = Statement(
    select(SignIn.token_hash, SignIn.csrf, SignIn.seen, Account.id, Person.id, Person.name, Person.language)
    .join(Account, Account.id == SignIn.account_id)
    .join(Person, Person.id == Account.person_id)
    .where(
        SignIn.token_hash == bindparam("token_hash"),
        SignIn.ended.is_(None),
        SignIn.started > bindparam("started"),
        SignIn.seen > bindparam("seen"),
        Account.disabled.is_(False),
    )
)


def start(session: Session, account_id: int, now: datetime) -> str:
    """A new token, which is kept nowhere but in the browser it is given to."""
    token = token_urlsafe(32)
    row = SignIn(
        token_hash=_hash(token), account_id=account_id, csrf=token_urlsafe(32), started=now, seen=now
    )
    session.add(row)
    return token


def find(at: Straight, token: str, now: datetime) -> SignedIn | None:
    """None when the session has ended, has been idle too long or belongs to an account that is closed."""
    row = _FIND.first(at, {"token_hash": _hash(token), "started": now - LONGEST, "seen": now - IDLE})
    return SignedIn(*row) if row else None


def seen(session: Session, token_hash: str, now: datetime) -> None:
    session.execute(update(SignIn).where(SignIn.token_hash == token_hash).values(seen=now))


def stay(session: Session, token_hash: str, now: datetime) -> None:
    """For somebody who leads an hour that runs: the longest time of a session does not end within it."""
    session.execute(
        update(SignIn)
        .where(SignIn.token_hash == token_hash, SignIn.ended.is_(None))
        .values(
            seen=now,
            started=case((SignIn.started < now - LONGEST + IDLE, now - LONGEST + IDLE), else_=SignIn.started),
        )
    )


def end(session: Session, token_hash: str, now: datetime) -> None:
    session.execute(update(SignIn).where(SignIn.token_hash == token_hash).values(ended=now))


def end_all(session: Session, account_id: int, now: datetime) -> None:
    """After a new password, and when an account is closed."""
    session.execute(
        update(SignIn).where(SignIn.account_id == account_id, SignIn.ended.is_(None)).values(ended=now)
    )


def forget(session: Session, now: datetime) -> None:
    """Takes away what nobody can use any more."""
    session.execute(delete(SignIn).where(SignIn.started <= now - LONGEST))


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()
