"""Why somebody's status is what it is, as far as her manager may see: begun, done, registered. No answers, no results."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.learning.events import Kind
from course_builder.learning.models import Event

TOLD = (
    Kind.OPENED, Kind.COMPLETED, Kind.REGISTERED, Kind.CORRECTED, Kind.WITHDRAWN, Kind.EXEMPTED, Kind.ASKED_AGAIN,
)  # fmt: skip
"""What she read, her attempts, their points and her certificate are her own."""


@dataclass(frozen=True)
class Step:
    """`on` is the day of a completion, `source` where it was made."""

    kind: Kind
    at: datetime
    on: date | None
    source: str


def steps(session: Session, person_id: int, course_id: str) -> list[Step]:
    """In their order. A result that another portal calls not passed is no completion, and is left out."""
    found = (
        select(Event)
        .where(Event.person_id == person_id, Event.course_id == course_id, Event.kind.in_(TOLD))
        .order_by(Event.seq)
    )
    return [_step(event) for event in session.scalars(found) if event.data.get("passed") is not False]


def _step(event: Event) -> Step:
    on = event.data.get("on")
    return Step(
        Kind(event.kind), event.at, date.fromisoformat(on) if on else None, event.data.get("source", "here")
    )
