"""Which leader did what with the hour, to the minute. Nothing of what was done while a break went on."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from course_builder.meetings.models import Steering

VERBS = frozenset(
    {"start", "next", "back", "goto", "pause", "resume", "more", "shorten", "let", "skip", "show", "end"}
)
"""Those worth remembering. The film, the theme and a break are not."""


class Done(NamedTuple):
    """`key` is made where it was done, once; without one it is noted however often it is told."""

    verb: str
    step: str = ""
    key: str | None = None


def note(
    session: Session,
    meeting_id: int,
    person_id: int,
    done: Sequence[Done],
    before: Mapping[str, Any] | None,
    now: datetime,
) -> None:
    """Told twice it is noted once. What was done while a break went on says when it was, and is left out.

    Of one hour one at a time: `opening.open_hour` holds it.
    """
    resting = bool(before and before.get("calm"))
    at, known = now.replace(second=0, microsecond=0), _known(session, meeting_id, done)
    rows = [
        {"meeting_id": meeting_id, "person_id": person_id, **one._asdict(), "at": at}
        for one in _once(done)
        if one.verb in VERBS and not resting and one.key not in known
    ]
    if rows:
        session.execute(insert(Steering), rows)


def _once(done: Sequence[Done]) -> list[Done]:
    return list({one.key or place: one for place, one in enumerate(done)}.values())


def _known(session: Session, meeting_id: int, done: Sequence[Done]) -> frozenset[str | None]:
    keys = [one.key for one in done if one.key]
    if not keys:
        return frozenset()
    found = select(Steering.key).where(Steering.meeting_id == meeting_id, Steering.key.in_(keys))
    return frozenset(session.scalars(found))
