"""On which days an hour can be. What is further off is a wrong year, not a plan."""

from datetime import date, datetime, timedelta

from course_builder.people.refused import Refused

FURTHEST = timedelta(days=2 * 366)
"""Back, when an hour is noted afterwards, and ahead."""
AHEAD = timedelta(days=21)
"""Time for the invitation, two weeks before, and a week to spare."""
SATURDAY, WEEK = 5, 7


def checked_start(starts: datetime, now: datetime) -> datetime:
    if abs(starts.date() - now.date()) > FURTHEST:
        raise Refused(
            "Dagen är mer än två år bort. Kontrollera årtalet.",
            "The day is more than two years away. Check the year.",
        )
    return starts


def proposed_day(today: date) -> date:
    """A working day, for no unit meets on a Sunday."""
    day = today + AHEAD
    return day + timedelta(days=WEEK - day.weekday()) if day.weekday() >= SATURDAY else day
