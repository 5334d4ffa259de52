"""Which leader did what with the hour, to the minute. Nothing of what was done while a break went on."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import insert
from sqlalchemy.orm import Session

from course_builder.meetings.models import Steering

VERBS = frozenset(
    {"start", "next", "back", "goto", "pause", "resume", "more", "shorten", "let", "skip", "show", "end"}
)
"""Those worth remembering. The film, the theme and a break are not."""


class Done(NamedTuple):
    verb: str
    step: str = ""


def note(
    session: Session,
    meeting_id: int,
    person_id: int,
    done: Sequence[Done],
    before: Mapping[str, Any] | None,
    now: datetime,
) -> None:
    """What was done while a break went on says when it was, and is left out."""
    resting = bool(before and before.get("calm"))
    at = now.replace(second=0, microsecond=0)
    rows = [
        {"meeting_id": meeting_id, "person_id": person_id, "verb": one.verb, "step": one.step, "at": at}
        for one in done
        if one.verb in VERBS and not resting
    ]
    if rows:
        session.execute(insert(Steering), rows)
