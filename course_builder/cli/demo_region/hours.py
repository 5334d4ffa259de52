"""The APT hours of the demo region: one that Barnakuten has held and agreed on something at, and one that it is about to hold."""

from datetime import date, datetime, time, timedelta

from sqlalchemy.orm import Session

from course_builder.cli.demo_region.staff import BUSY, Staff
from course_builder.content.steps import rows, steps
from course_builder.learning.days import SWEDEN, day_of
from course_builder.library.models import Release
from course_builder.library.releases import course_of
from course_builder.meetings import actions, noting
from course_builder.meetings.agreed import Wanted
from course_builder.meetings.attendance import How, of_meeting, set_ticks
from course_builder.meetings.closing import close
from course_builder.meetings.models import Meeting, Part
from course_builder.meetings.planning import Expected, plan_hour
from course_builder.people.models import Person, Unit

THURSDAY = 3
AT = time(14, 0)
AHEAD, SINCE_LAST = timedelta(days=2), timedelta(weeks=5)
"""At least so long until the next hour, and so long between the two."""
HELD, NEXT = 30, 60
"""Minutes."""
STAND_IN = "Vilma Vikarie"
"""Awaited, and not among our people."""
THERE = 11
ROOM = "Konferensrummet på Barnakuten"
AGREED = (
    ("Vi ställer en pall vid vågen, så att barn kommer upp själva.", "Receptionen", "Barn kliver upp själva och frågar vad siffran betyder."),
    ("Den som hämtar i väntrummet hälsar på barnet först.", "Alla som hämtar", "Barnet får svara själv på sitt namn."),
)  # fmt: skip
THEMES = ("väntrummet", "vem vi hälsar på först")


def hold(session: Session, staff: Staff, units: dict[str, Unit], release: Release, now: datetime) -> None:
    """11 of 14 were there five weeks ago, and agreed on two things; they stand first in the hour to come."""
    coming = next_thursday(day_of(now))
    held = _plan(
        session,
        staff,
        units[BUSY],
        release,
        _at(coming - SINCE_LAST),
        HELD,
        Expected(_awaited(staff), (STAND_IN,)),
    )
    _held(session, staff, held, coming)
    _plan(session, staff, units[BUSY], release, _at(coming), NEXT, Expected(_awaited(staff), (STAND_IN,)))


def next_thursday(today: date) -> date:
    first = today + AHEAD
    return first + timedelta(days=(THURSDAY - first.weekday()) % 7)


def _at(day: date) -> datetime:
    return datetime.combine(day, AT, SWEDEN)


def _awaited(staff: Staff) -> tuple[int, ...]:
    people: list[Person] = [staff.managers[BUSY], staff.reps[BUSY], *staff.busy]
    return tuple(one.id for one in people if one is not staff.protected)


def _plan(
    session: Session, staff: Staff, unit: Unit, release: Release, starts: datetime, minutes: int, expected: Expected
) -> Meeting:  # fmt: skip
    leaders = {staff.managers[BUSY].id: Part.MANAGER, staff.reps[BUSY].id: Part.REP}
    plan = rows(steps(course_of(session, release.id), minutes))
    made = starts - timedelta(weeks=4)
    planned = plan_hour(
        session,
        unit.id,
        release,
        starts,
        plan,
        leaders,
        expected,
        staff.reps[BUSY].id,
        made,
        minutes=minutes,
        place=ROOM,
    )
    planned.invited_on = day_of(starts - timedelta(weeks=2))
    return planned


def _held(session: Session, staff: Staff, meeting: Meeting, follow_up: date) -> None:
    by_id, ended = staff.managers[BUSY].id, meeting.starts + timedelta(minutes=meeting.minutes)
    meeting.agenda_sent_on, meeting.began = day_of(meeting.starts - timedelta(weeks=1)), meeting.starts
    set_ticks(session, meeting, of_meeting(session, meeting)[:THERE], True, How.TICK, by_id, ended)
    for number, (what, responsible, sign) in enumerate(AGREED):
        wanted = Wanted(what, responsible, follow_up, sign)
        actions.put(session, meeting, f"demo-{number}", wanted, day_of(ended), by_id)
    noting.note_down(meeting, THEMES, "")
    close(session, meeting, ended, by_id)
