"""A day to remember as a calendar file (RFC 5545) that every calendar opens. It names a course, never a person."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from course_builder.post.calendar_text import calendar, escaped


@dataclass(frozen=True)
class Reminder:
    """A whole day. `uid` is the same for the same reminder, so that a calendar replaces it instead of adding one more."""

    uid: str
    on: date
    title: str
    text: str
    address: str


def as_ics(reminder: Reminder, now: datetime) -> bytes:
    lines = (
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Kursbyggaren//course-builder//SV", "METHOD:PUBLISH", "BEGIN:VEVENT",
        f"UID:{escaped(reminder.uid)}", f"DTSTAMP:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{reminder.on:%Y%m%d}", f"DTEND;VALUE=DATE:{reminder.on + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{escaped(reminder.title)}", f"DESCRIPTION:{escaped(reminder.text)}", f"URL:{escaped(reminder.address)}",
        "TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR",
    )  # fmt: skip
    return calendar(lines)
