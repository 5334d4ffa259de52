"""Dates as people read them."""

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


def day(value: date, language: str) -> str:
    """`22 augusti 2026`."""
    return f"{value.day} {MONTHS[language][value.month - 1]} {value.year}"
