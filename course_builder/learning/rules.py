"""How long a completion holds: arithmetic of days, where a region has decided it."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

MONTHS_A_YEAR = 12


@dataclass(frozen=True)
class Rule:
    """A number of months, or a day of every year as (month, day). The window opens `window_days` before."""

    course_id: str
    months: int | None
    fixed: tuple[int, int] | None
    window_days: int
    refresher_course_id: str | None = None


@lru_cache(maxsize=65536)
def valid_until(rule: Rule, on: date) -> date:
    """The first day that a completion of the day no longer holds.

    A fixed day is the next one, but what is done inside its window counts for the year after.
    """
    if rule.months is not None:
        return later(on, rule.months)
    month, day = rule.fixed or (1, 1)
    counts_from = on + timedelta(days=rule.window_days)
    ends = _day_of(counts_from.year, month, day)
    return ends if ends > counts_from else _day_of(counts_from.year + 1, month, day)


def due_from(rule: Rule, on: date) -> date:
    """The day the window opens, after a completion of the day."""
    return valid_until(rule, on) - timedelta(days=rule.window_days)


def later(day: date, months: int) -> date:
    """The same day so many months later, or the last day of a shorter month."""
    number = day.year * MONTHS_A_YEAR + day.month - 1 + months
    return _day_of(number // MONTHS_A_YEAR, number % MONTHS_A_YEAR + 1, day.day)


def _day_of(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, monthrange(year, month)[1]))


def oldest_that_holds(rule: Rule, today: date) -> date:
    """The earliest day of completion that still holds today. What is later holds too, so a query needs this alone."""
    low, high = today - timedelta(days=366 * 12), today + timedelta(days=1)
    while low < high:
        middle = low + (high - low) // 2
        if valid_until(rule, middle) > today:
            high = middle
        else:
            low = middle + timedelta(days=1)
    return low
