"""Days as the numbers that spreadsheets keep them by, in cells that lost their format."""

import re
from datetime import date, timedelta

ZERO = date(1899, 12, 30)
"""As Excel and LibreOffice count since 1900-03-01."""
WRITTEN = re.compile(r"([3-7]\d{4})(?:[.,]\d+)?")
"""Whole days, and perhaps the time of day."""


def day(text: str) -> date | None:
    """`46347` is 2026-11-21. None for what is no such number of a day from 1982 to 2119."""
    found = WRITTEN.fullmatch(text)
    return ZERO + timedelta(days=int(found[1])) if found else None
