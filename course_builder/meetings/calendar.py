"""An APT hour as a calendar file (RFC 5545), in Swedish time. Sent anew it replaces itself; cancelled it goes away.

It names the hour and its unit, never who is awaited.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from course_builder.learning.days import SWEDEN
from course_builder.post.calendar_text import calendar, escaped

ZONE = (
    "BEGIN:VTIMEZONE", "TZID:Europe/Stockholm",
    "BEGIN:DAYLIGHT", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "TZNAME:CEST", "DTSTART:19700329T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT",
    "BEGIN:STANDARD", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "TZNAME:CET", "DTSTART:19701025T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD",
    "END:VTIMEZONE",
)  # fmt: skip


@dataclass(frozen=True)
class Event:
    """`uid` is the hour's for ever; `sequence` grows with each change of its plan."""

    uid: str
    sequence: int
    starts: datetime
    minutes: int
    title: str
    text: str
    cancelled: bool = False
    place: str = ""


def as_ics(event: Event, now: datetime) -> bytes:
    ends = event.starts + timedelta(minutes=event.minutes)
    lines = (
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Kursbyggaren//course-builder//SV",
        f"METHOD:{'CANCEL' if event.cancelled else 'PUBLISH'}", *ZONE, "BEGIN:VEVENT",
        f"UID:{escaped(event.uid)}", f"SEQUENCE:{event.sequence}", f"DTSTAMP:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;TZID=Europe/Stockholm:{event.starts.astimezone(SWEDEN):%Y%m%dT%H%M%S}",
        f"DTEND;TZID=Europe/Stockholm:{ends.astimezone(SWEDEN):%Y%m%dT%H%M%S}",
        f"SUMMARY:{escaped(event.title)}", *([f"LOCATION:{escaped(event.place)}"] if event.place else []),
        f"DESCRIPTION:{escaped(event.text)}",
        f"STATUS:{'CANCELLED' if event.cancelled else 'CONFIRMED'}", "END:VEVENT", "END:VCALENDAR",
    )  # fmt: skip
    return calendar(lines)
