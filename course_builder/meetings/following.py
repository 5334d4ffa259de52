"""Agreed actions as papers and pages tell them, and when they are followed up: at the unit's next APT hour."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.learning.days import SWEDEN, day_of
from course_builder.meetings.actions import Thread, threads
from course_builder.meetings.models import AgreedAction, Meeting, Outcome
from course_builder.paper.agreed import Agreed

WEEKS = 8
"""Until what was agreed is followed up, where no next hour is planned: an APT or two later."""


@dataclass(frozen=True)
class Followed:
    """All that a unit has agreed on: what is open now, the earliest date first, and what is not, by year."""

    open: tuple[Thread, ...]
    years: tuple[tuple[int, tuple[Thread, ...]], ...]


def of_unit(session: Session, unit_id: int) -> Followed:
    everything = threads(_all(session, unit_id))
    still = [one for one in everything if one.now.outcome == Outcome.OPEN]
    ended = [one for one in everything if one.now.outcome != Outcome.OPEN]
    years = sorted({_year(one) for one in ended}, reverse=True)
    return Followed(
        tuple(sorted(still, key=lambda one: (one.now.follow_up or date.max, one.now.id))),
        tuple((year, tuple(one for one in ended if _year(one) == year)) for year in years),
    )


def in_year(session: Session, unit_id: int, year: int) -> list[Thread]:
    """What was agreed or marked during the year, with all that has come of it since."""
    return [one for one in threads(_all(session, unit_id)) if _touched(one, year)]


def next_date(session: Session, unit_id: int, today: date) -> date:
    """The day of the unit's next planned hour, else some weeks from now."""
    later = datetime.combine(today + timedelta(days=1), time(), SWEDEN)
    starts = session.scalar(
        select(Meeting.starts)
        .where(
            Meeting.unit_id == unit_id, Meeting.starts >= later, Meeting.ended.is_(None), Meeting.cancelled.is_(None)
        )
        .order_by(Meeting.starts)
        .limit(1)
    )  # fmt: skip
    return day_of(starts) if starts else today + timedelta(weeks=WEEKS)


def told(thread: Thread, year: int | None = None) -> Agreed:
    """For a paper, as it stands; on that of a year, an outcome of another year has its day."""
    now = thread.now
    other = now.decided if now.decided and year and now.decided.year != year else None
    came = tuple(one.came_of_it for one in thread.steps if one.came_of_it)
    return Agreed(now.what, now.responsible, now.follow_up, now.sign, now.outcome, came, other)


def as_agreed(actions: Iterable[AgreedAction]) -> tuple[Agreed, ...]:
    """As they were agreed, whatever came of them since."""
    return tuple(Agreed(one.what, one.responsible, one.follow_up, one.sign) for one in actions)


def _all(session: Session, unit_id: int) -> Sequence[AgreedAction]:
    return session.scalars(
        select(AgreedAction).where(AgreedAction.unit_id == unit_id).order_by(AgreedAction.id)
    ).all()


def _year(thread: Thread) -> int:
    return (thread.now.decided or thread.now.made).year


def _touched(thread: Thread, year: int) -> bool:
    return thread.steps[0].made.year == year or any(
        one.decided is not None and one.decided.year == year for one in thread.steps
    )
