"""From rows that are understood to completions, and back."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from hashlib import sha256
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from course_builder.learning import completions
from course_builder.learning.models import Completion, Source
from course_builder.learning.registering import Elsewhere, register
from course_builder.portal.matching import parts
from course_builder.portal.models import ListRow, RowState
from course_builder.portal.results import Outcome


class Understood(NamedTuple):
    """Whom a row is about, and what it says."""

    person_id: int
    course_id: str
    on: date
    outcome: str


def record(session: Session, row: ListRow, source: str, actor_id: int, now: datetime) -> None:
    """Takes the row's person, course, day and outcome as they stand."""
    if row.person_id is None or row.course_id is None or row.on is None:
        raise ValueError("a row is recorded when person, course and day are known")
    said = Understood(row.person_id, row.course_id, row.on, row.outcome or "")
    [row.event_seq] = record_all(session, [said], source, actor_id, now)
    row.state, row.reason, row.contradicts_seq = RowState.TAKEN, "", None


def record_all(
    session: Session, said: Sequence[Understood], source: str, actor_id: int, now: datetime
) -> Sequence[int]:
    """The completions, in the order of what was said."""
    withdrawn = _withdrawn(session, said)
    keys = [_key(one, withdrawn[one[:3]]) for one in said]
    everything = [
        Elsewhere(one.person_id, one.course_id, one.on, True if one.outcome == Outcome.PASSED else None, key)
        for one, key in zip(said, keys, strict=True)
    ]
    made = register(session, everything, Source(source), actor_id, now)
    return [made[key] for key in keys]


def withdraw(session: Session, row: ListRow, actor_id: int, now: datetime, why: str) -> None:
    """`why` is a code."""
    if row.event_seq is not None:
        completions.withdraw(session, row.event_seq, why, actor_id, now)
    row.state = RowState.WITHDRAWN


def _key(one: Understood, withdrawn: int) -> str:
    """The same completion has the same key until it has been withdrawn, so two who take it in at once make one."""
    words = f"{one.person_id} {one.course_id} {one.on} {one.outcome} {withdrawn}"
    return f"list:{sha256(words.encode()).hexdigest()[:40]}"


def _withdrawn(session: Session, said: Sequence[Understood]) -> Counter[tuple[int, str, date]]:
    """How many times each has been withdrawn."""
    found: Counter[tuple[int, str, date]] = Counter()
    for part in parts(sorted({one.person_id for one in said})):
        asked = (
            select(Completion.person_id, Completion.course_id, Completion.on, func.count())
            .where(Completion.person_id.in_(part), Completion.withdrawn_seq.is_not(None))
            .group_by(Completion.person_id, Completion.course_id, Completion.on)
        )
        found.update({(person, course, on): times for person, course, on, times in session.execute(asked)})
    return found
