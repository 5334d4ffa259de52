"""Who was at an hour: a number without names, or names that are ticked. What is said again is said once; a change leaves a trace."""

from collections.abc import Collection
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import select, update
from sqlalchemy.engine import CursorResult
from sqlalchemy.orm import Session

from course_builder.database.notices import tell
from course_builder.learning.days import day_of
from course_builder.meetings.crediting import credit
from course_builder.meetings.models import AttendanceChange, Attendee, Meeting, Way
from course_builder.meetings.sheet import sheet
from course_builder.people.may import Actor
from course_builder.people.refused import Refused

CHANGED = "attendance"
"""What the leaders' views are told; they read the list anew."""
MOST = 1000
"""People in a room."""


class How(StrEnum):
    """How somebody came to be ticked, or not."""

    TICK = "tick"
    ALL_BUT = "all-but"
    PASTE = "paste"
    WALK_IN = "walk-in"
    WALL = "wall"
    """Herself, by the code on the wall."""
    PAPER = "paper"
    """From a sheet, afterwards."""
    AFTERWARDS = "afterwards"
    CORRECTION = "correction"
    """After the hour was over."""


def locked(session: Session, meeting_id: int) -> Meeting:
    """The hour, for whoever is first to change its list; the next waits. Raises NoResultFound for an unknown one."""
    return session.get_one(Meeting, meeting_id, with_for_update=True, populate_existing=True)


def say_number(session: Session, meeting: Meeting, number: int) -> None:
    """How many were there, all of them. Refused when it cannot be a number of people in a room."""
    meeting.number = _counted(number)
    meeting.way = meeting.way or Way.NUMBER
    session.flush()
    tell(session, meeting.id, CHANGED)


def say_guests(session: Session, meeting: Meeting, guests: int) -> None:
    """Nameless ones, besides those who are named."""
    meeting.guests = _counted(guests)
    session.flush()
    tell(session, meeting.id, CHANGED)


def choose_way(session: Session, meeting: Meeting, way: Way, by_id: int | None, now: datetime) -> None:
    """Ticks stay when a number is said instead, and the number when names are; only what is chosen counts."""
    if way == Way.NUMBER and meeting.way == Way.NAMES and meeting.number is None:
        meeting.number = present(session, meeting)
    meeting.way = way.value
    session.flush()
    tell(session, meeting.id, CHANGED)
    if meeting.ended is not None:
        for one in of_meeting(session, meeting):
            credit(session, meeting, one, by_id, now)


def tick(
    session: Session, meeting: Meeting, attendee_id: int, took_part: bool, how: How, by_id: int | None, now: datetime
) -> bool:  # fmt: skip
    """Whether it changed anything. Refused for somebody who is not on the list of this hour."""
    one = session.get(Attendee, attendee_id)
    if one is None or one.meeting_id != meeting.id:
        raise Refused(
            "Personen står inte på listan för den här timmen. Ladda om sidan.",
            "The person is not on the list of this hour. Load the page again.",
        )
    return set_ticks(session, meeting, [one], took_part, how, by_id, now) == 1


def tick_all_but(
    session: Session, meeting: Meeting, actor: Actor, absent: Collection[int], now: datetime
) -> int:
    """Everybody whom the actor can see on the list was there but those; gives how many ticks that changed."""
    shown = {row.id for row in sheet(session, meeting, actor).rows}
    everybody = [one for one in of_meeting(session, meeting) if one.id in shown]
    there = [one for one in everybody if one.id not in absent]
    away = [one for one in everybody if one.id in absent]
    by = actor.person_id
    return set_ticks(session, meeting, there, True, How.ALL_BUT, by, now) + set_ticks(
        session, meeting, away, False, How.ALL_BUT, by, now
    )


def set_ticks(
    session: Session, meeting: Meeting, these: Collection[Attendee], took_part: bool, how: How, by_id: int | None,
    now: datetime,
) -> int:  # fmt: skip
    """Gives how many it changed; the rows of an hour that has ended become or lose completions at once."""
    meeting.way = meeting.way or Way.NAMES
    traced = How.CORRECTION if how in (How.TICK, How.ALL_BUT) and _is_over(meeting, now) else how
    changed = [one for one in these if _set(session, one, took_part)]
    for one in changed:
        session.add(
            AttendanceChange(
                meeting_id=meeting.id, attendee_id=one.id, took_part=took_part,
                how=traced.value, on=day_of(now), by_id=by_id,
            )
        )  # fmt: skip
    session.flush()
    tell(session, meeting.id, CHANGED)
    if meeting.ended is not None:
        for one in changed:
            credit(session, meeting, one, by_id, now)
    return len(changed)


def present(session: Session, meeting: Meeting) -> int:
    """Everybody who was there, shown to the reader or not."""
    if meeting.way == Way.NUMBER:
        return meeting.number or 0
    return sum(one.took_part for one in of_meeting(session, meeting)) + meeting.guests


def of_meeting(session: Session, meeting: Meeting) -> list[Attendee]:
    return list(
        session.scalars(select(Attendee).where(Attendee.meeting_id == meeting.id).order_by(Attendee.id))
    )


def _is_over(meeting: Meeting, now: datetime) -> bool:
    """Ended, or opened again after its time. Ended by mistake in the middle it goes on."""
    until = (meeting.began or meeting.starts) + timedelta(minutes=meeting.minutes)
    return meeting.ended is not None or (meeting.reopened and now >= until)


def _set(session: Session, one: Attendee, took_part: bool) -> bool:
    """Whether it was otherwise: of two who say the same at once, one has changed it."""
    done = session.execute(
        update(Attendee)
        .where(Attendee.id == one.id, Attendee.took_part != took_part)
        .values(took_part=took_part)
        .execution_options(synchronize_session=False)
    )
    session.refresh(one)
    return isinstance(done, CursorResult) and done.rowcount == 1


def _counted(number: int) -> int:
    if not 0 <= number <= MOST:
        raise Refused(f"Skriv ett antal mellan 0 och {MOST}.", f"Write a number between 0 and {MOST}.")
    return number
