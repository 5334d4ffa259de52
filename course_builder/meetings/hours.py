"""The hours of units as lists show them, what is said of one, and calling one off."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from course_builder.meetings.headcount import present_at
from course_builder.meetings.models import Leader, Meeting
from course_builder.people.conditions import open_unit, under
from course_builder.people.models import Unit
from course_builder.people.refused import Refused
from course_builder.people.spelling import sort_key

MOST, MOST_UNITS = 100, 1000
"""Hours and units of a list."""


@dataclass(frozen=True)
class Hours:
    """`present` is how many were there, of those held. `coming` the next first, `held` the latest first; `unsaid` are over by the clock, and nobody has said how it went."""

    running: Sequence[Meeting]
    coming: Sequence[Meeting]
    unsaid: Sequence[Meeting]
    held: Sequence[Meeting]
    cancelled: Sequence[Meeting]
    present: Mapping[int, int]

    @property
    def any(self) -> bool:
        return bool(self.running or self.coming or self.unsaid or self.held or self.cancelled)


def hours(session: Session, unit_ids: Collection[int], person_id: int | None, now: datetime) -> Hours:
    """Of the units, and those that the person leads elsewhere, when one is named."""
    led = select(Leader.meeting_id).where(Leader.person_id == person_id)
    found = session.scalars(
        select(Meeting)
        .where(or_(Meeting.unit_id.in_(unit_ids), Meeting.id.in_(led)))
        .order_by(Meeting.starts.desc(), Meeting.id.desc())
        .limit(MOST)
    ).all()
    states: dict[str, list[Meeting]] = {
        "running": [],
        "coming": [],
        "unsaid": [],
        "held": [],
        "cancelled": [],
    }
    for one in found:
        states[state(one, now)].append(one)
    states["coming"].reverse()
    ids = select(Meeting.id).where(Meeting.id.in_([one.id for one in states["held"]]))
    return Hours(**states, present=present_at(session, ids))


def state(meeting: Meeting, now: datetime) -> str:
    """One of the names of `Hours`."""
    if meeting.cancelled is not None:
        return "cancelled"
    if meeting.ended is not None:
        return "held"
    if meeting.began is not None:
        return "running"
    return "coming" if meeting.starts + timedelta(minutes=meeting.minutes) > now else "unsaid"


def cancel(session: Session, meeting_id: int, now: datetime) -> Meeting:
    """Refused when it has begun. Called off twice it is called off once."""
    meeting = session.get_one(Meeting, meeting_id, with_for_update=True, populate_existing=True)
    if meeting.began is not None or meeting.ended is not None:
        raise Refused(
            "Timmen har redan börjat. Avsluta den i ledarvyn i stället.",
            "The hour has begun already. End it in the leader's view instead.",
        )
    meeting.cancelled = meeting.cancelled or now
    return meeting


def call_back(session: Session, meeting_id: int) -> Meeting:
    """It is not called off after all."""
    meeting = session.get_one(Meeting, meeting_id, with_for_update=True, populate_existing=True)
    meeting.cancelled = None
    return meeting


def units_planned(session: Session, paths: Collection[str], today: date) -> Sequence[Unit]:
    """Open units at the paths, then those under them, by name."""
    if not paths:
        return []
    found = session.scalars(
        select(Unit).where(or_(*(under(path) for path in paths)), open_unit(today)).limit(MOST_UNITS)
    )
    return sorted(found, key=lambda one: (one.path not in paths, sort_key(one.name), one.id))
