"""Dates and lengths of time as people read them."""

from collections.abc import Mapping, Sequence
from datetime import date

MONTHS: Mapping[str, Sequence[str]] = {
    "sv": (
        "januari", "februari", "mars", "april", "maj", "juni",
        "juli", "augusti", "september", "oktober", "november", "december",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip
HOURS: Mapping[str, tuple[str, str]] = {"sv": ("timme", "timmar"), "en": ("hour", "hours")}
MINUTES: Mapping[str, tuple[str, str]] = {"sv": ("minut", "minuter"), "en": ("minute", "minutes")}
AND: Mapping[str, str] = {"sv": "och", "en": "and"}


def day(value: date, language: str) -> str:
    """`22 augusti 2026`."""
    return f"{value.day} {MONTHS[language][value.month - 1]} {value.year}"


def lasting(minutes: int, language: str) -> str:
    """`3 timmar och 40 minuter`."""
    hours, rest = divmod(minutes, 60)
    words = [f"{hours} {HOURS[language][hours > 1]}"] if hours else []
    words += [f"{rest} {MINUTES[language][rest > 1]}"] if rest else []
    return f" {AND[language]} ".join(words)
