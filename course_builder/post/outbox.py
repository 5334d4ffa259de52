"""Letters wait here from the transaction that wanted them until they are sent. What becomes of each is the send log."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import CursorResult, func, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from course_builder.database.store import WAKE
from course_builder.post.models import Letter

OPENING = frozenset({"invite", "reset"})
"""Purposes of letters with a link that opens an account: emptied once nobody has to send them any more."""
WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 480, 960))
"""After the first, second … failure; after the last the letter has failed."""
STUCK = timedelta(minutes=15)
"""A letter that somebody began to send so long ago is tried again: its sender is gone."""
PAGE = 100
WAITING, SENDING, SENT, FAILED = "waiting", "sending", "sent", "failed"


def write(
    session: Session,
    to: str,
    subject: str,
    body: str,
    purpose: str,
    key: str | None,
    now: datetime,
    person_id: int | None = None,
) -> bool:
    """Whether it was put in the outbox: a letter whose key has been used is never written again."""
    values = {
        "person_id": person_id,
        "to": to.strip(),
        "subject": " ".join(subject.split())[:200],
        "body": body,
        "purpose": purpose,
        "key": key,
        "state": WAITING,
        "written": now,
        "due": now,
    }
    made = session.execute(_insert(session).values(**values).returning(Letter.id))
    session.info[WAKE] = True
    return made.scalar_one_or_none() is not None


def _insert(session: Session) -> postgresql.Insert | sqlite.Insert:
    if session.get_bind().dialect.name == "postgresql":
        return postgresql.insert(Letter).on_conflict_do_nothing(index_elements=["key"])
    return sqlite.insert(Letter).on_conflict_do_nothing(index_elements=["key"])


def waiting(session: Session, now: datetime, most: int = 50) -> list[int]:
    """Ids of letters to send now, the longest due first."""
    found = select(Letter.id).where(Letter.state.in_((WAITING, SENDING)), Letter.due <= now)
    return list(session.scalars(found.order_by(Letter.due, Letter.id).limit(most)))


def take(session: Session, letter_id: int, now: datetime) -> Letter | None:
    """The letter, for whoever is first to take it; nobody else sends it meanwhile."""
    done = session.execute(
        update(Letter)
        .where(Letter.id == letter_id, Letter.state.in_((WAITING, SENDING)), Letter.due <= now)
        .values(state=SENDING, due=now + STUCK)
    )
    if not isinstance(done, CursorResult) or done.rowcount != 1:
        return None
    return session.get_one(Letter, letter_id, populate_existing=True)


def mark(session: Session, letter_id: int, now: datetime, error: str = "", again: bool = True) -> None:
    """What became of a letter that was taken: sent, when there is no error; else to be tried again, or failed."""
    letter = session.get_one(Letter, letter_id)
    letter.tries += 1
    letter.error = _without(letter.to, error)
    if not error:
        letter.state, letter.sent = SENT, now
    elif again and letter.tries <= len(WAITS):
        letter.state, letter.due = WAITING, now + WAITS[letter.tries - 1]
    else:
        letter.state = FAILED
    if letter.state in (SENT, FAILED) and letter.purpose in OPENING:
        letter.body = ""
    session.flush()


def try_again(session: Session, letter_id: int, now: datetime) -> bool:
    """For a letter that failed and still has its text."""
    done = session.execute(
        update(Letter)
        .where(Letter.id == letter_id, Letter.state == FAILED, Letter.body != "")
        .values(state=WAITING, tries=0, due=now)
    )
    return isinstance(done, CursorResult) and done.rowcount == 1


def counts(session: Session) -> Mapping[str, int]:
    """How many letters are in each state."""
    return {state: number for state, number in session.execute(select(Letter.state, func.count()).group_by(Letter.state))}  # fmt: skip


def log(session: Session, before: int | None = None, most: int = PAGE) -> list[Letter]:
    """The send log, the latest first; `before` is the last id of the page above."""
    found = select(Letter).order_by(Letter.id.desc()).limit(most)
    return list(session.scalars(found if before is None else found.where(Letter.id < before)))


def _without(address: str, error: str) -> str:
    """A mail server likes to repeat the address."""
    return " ".join(error.replace(address, "…").split())[:200]
