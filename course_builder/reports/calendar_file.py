"""A day to remember as a calendar file (RFC 5545) that every calendar opens. It names a course, never a person."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

LINE = 75
"""Bytes of a line; a longer one is folded."""
ESCAPES = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\r\n": "\\n", "\n": "\\n", "\r": "\\n"}


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
        f"UID:{_text(reminder.uid)}", f"DTSTAMP:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{reminder.on:%Y%m%d}", f"DTEND;VALUE=DATE:{reminder.on + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_text(reminder.title)}", f"DESCRIPTION:{_text(reminder.text)}", f"URL:{_text(reminder.address)}",
        "TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR",
    )  # fmt: skip
    return "".join(_folded(line) for line in lines).encode()


def _text(text: str) -> str:
    for sign, escaped in ESCAPES.items():
        text = text.replace(sign, escaped)
    return "".join(sign for sign in text if sign >= " ")


def _folded(line: str) -> str:
    """In lines of at most 75 bytes, never within a letter."""
    folded, length = [], 0
    for sign in line:
        size = len(sign.encode())
        if length + size > LINE:
            folded.append("\r\n ")
            length = 1
        folded.append(sign)
        length += size
    return "".join(folded) + "\r\n"
