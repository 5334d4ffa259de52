"""Days as portals and people in Sweden write them."""

import re
from collections.abc import Iterable
from datetime import date, datetime

from course_builder.importing import serial
from course_builder.learning.days import day_of

LONGEST = 40
"""Characters; a longer text is no date."""
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("januari", "january", "jan"),
            ("februari", "february", "feb", "febr"),
            ("mars", "march", "mar"),
            ("april", "apr"),
            ("maj", "may"),
            ("juni", "june", "jun"),
            ("juli", "july", "jul"),
            ("augusti", "august", "aug"),
            ("september", "sep", "sept"),
            ("oktober", "october", "okt", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
HALF = r"(?: (?:[ap]\.?m\.?|[fe]\.?m\.?))?"
ZONE = r"(?: [a-z]{3,4}(?:[+-]\d{1,2})?)?"
CLOCK = rf"(?:[ T]\d{{1,2}}[:.]\d{{2}}(?:[:.]\d{{2}})?{HALF}{ZONE})?"
"""Of no use but to be passed over: `14:05`, `2:05:22 em CET`, `2.05 PM GMT+1`."""
YEAR_FIRST = re.compile(rf"(\d{{4}}|\d{{2}}(?=-))([-/.])(\d{{1,2}})\2(\d{{1,2}}){CLOCK}", re.IGNORECASE)
YEAR_LAST = re.compile(rf"(\d{{1,2}})[-/.](\d{{1,2}})(?:[-/.]| )(\d{{4}}),?{CLOCK}", re.IGNORECASE)
SHORT_YEAR_LAST = re.compile(r"(\d{1,2})/(\d{1,2})[- ](\d{2})")
RUN_TOGETHER = re.compile(r"(\d{4}|\d{2})(\d{2})(\d{2})")
WEEKDAY = r"(?:[a-zåäö]{2,6}(?:dag|day)(?:en)?,? )?"
IN_WORDS = re.compile(
    rf"{WEEKDAY}(?:den )?(\d{{1,2}})(?:[ea]|:[ea])? ([a-zåäö]{{3,9}})\.?,? (\d{{4}}),?{CLOCK}"
)


def day(text: str, month_first: bool = False) -> date | None:
    """The day a text names, in Swedish time; None when it names none. `month_first` is for 11/21/2026."""
    text = " ".join(text.split())
    if not text or len(text) > LONGEST:
        return None
    return _zoned(text) or _numbers(text, month_first) or _words(text.casefold())


def month_comes_first(texts: Iterable[str]) -> bool:
    """Whether a column is written the American way: some of it can be nothing else, and none of it Swedish."""
    found = [one for one in (_split_year_last(text) for text in texts) if one]
    return any(second > 12 for _, second in found) and not any(first > 12 for first, _ in found)


def _zoned(text: str) -> date | None:
    """2026-11-21T23:30:00Z is the 22nd in Sweden."""
    if "T" not in text:
        return None
    try:
        moment = datetime.fromisoformat(text)
        return moment.date() if moment.tzinfo is None else day_of(moment)
    except (ValueError, OverflowError):
        return None


def _numbers(text: str, month_first: bool) -> date | None:
    if found := YEAR_FIRST.fullmatch(text):
        return _made(found[1], found[3], found[4])
    if found := YEAR_LAST.fullmatch(text) or SHORT_YEAR_LAST.fullmatch(text):
        first, second = (found[2], found[1]) if month_first else (found[1], found[2])
        return _made(found[3], second, first)
    if found := RUN_TOGETHER.fullmatch(text):
        return _made(found[1], found[2], found[3])
    return serial.day(text)


def _words(text: str) -> date | None:
    found = IN_WORDS.fullmatch(text)
    if not found or found[2] not in MONTHS:
        return None
    return _made(found[3], str(MONTHS[found[2]]), found[1])


def _split_year_last(text: str) -> tuple[int, int] | None:
    text = " ".join(text[: LONGEST + 1].split())
    found = YEAR_LAST.fullmatch(text) or SHORT_YEAR_LAST.fullmatch(text)
    return (int(found[1]), int(found[2])) if found else None


def _made(year: str, month: str, day: str) -> date | None:
    whole = int(year) if len(year) == 4 else 2000 + int(year)
    try:
        return date(whole, int(month), int(day))
    except ValueError:
        return None
