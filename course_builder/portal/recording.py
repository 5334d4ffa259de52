"""From a row that is understood to a completion, and back."""

from datetime import date, datetime
from hashlib import sha256

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from course_builder.learning import completions
from course_builder.learning.models import Completion, Source
from course_builder.portal.models import ListRow, RowState
from course_builder.portal.results import Outcome


def record(session: Session, row: ListRow, source: str, actor_id: int, now: datetime) -> None:
    """Takes the row's person, course, day and outcome as they stand."""
    if row.person_id is None or row.course_id is None or row.on is None:
        raise ValueError("a row is recorded when person, course and day are known")
    passed = True if row.outcome == Outcome.PASSED else None
    made = completions.record_elsewhere(
        session, row.person_id, row.course_id, row.on, passed, Source(source),
        key=_key(session, row.person_id, row.course_id, row.on, row.outcome or ""), actor_id=actor_id, now=now,
    )  # fmt: skip
    row.event_seq = made.seq
    row.state, row.reason, row.contradicts_seq = RowState.TAKEN, "", None


def withdraw(session: Session, row: ListRow, actor_id: int, now: datetime, why: str) -> None:
    """`why` is a code."""
    if row.event_seq is not None:
        completions.withdraw(session, row.event_seq, why, actor_id, now)
    row.state = RowState.WITHDRAWN


def _key(session: Session, person_id: int, course_id: str, on: date, outcome: str) -> str:
    """The same completion has the same key until it has been withdrawn, so two who take it in at once make one."""
    withdrawn = session.scalar(
        select(func.count())
        .select_from(Completion)
        .where(
            Completion.person_id == person_id,
            Completion.course_id == course_id,
            Completion.on == on,
            Completion.withdrawn_seq.is_not(None),
        )
    )
    words = f"{person_id} {course_id} {on} {outcome} {withdrawn}"
    return f"list:{sha256(words.encode()).hexdigest()[:40]}"
