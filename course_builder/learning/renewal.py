"""What a region has decided about how long completions hold. Without a decision they hold for ever."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from course_builder.learning.models import RenewalRule
from course_builder.learning.rules import Rule, due_from, later, oldest_that_holds, valid_until
from course_builder.people.refused import Refused

__all__ = [
    "Rule",
    "decide",
    "due_from",
    "later",
    "oldest_that_holds",
    "rule_of",
    "rules",
    "undecide",
    "valid_until",
]

MOST_MONTHS = 120
MOST_WINDOW = 365


def decide(
    session: Session,
    course_id: str,
    *,
    months: int | None,
    fixed: tuple[int, int] | None,
    window_days: int,
    refresher_course_id: str | None,
    decision: str,
) -> None:
    """Writes or replaces the rule of a course. Raises Refused without a decision, or with two kinds of time or none."""
    _check(months, fixed, window_days, decision)
    undecide(session, course_id)
    session.add(
        RenewalRule(
            course_id=course_id,
            months=months,
            fixed=f"{fixed[0]:02}-{fixed[1]:02}" if fixed else None,
            window_days=window_days,
            refresher_course_id=refresher_course_id or None,
            decision=decision.strip(),
        )
    )
    session.flush()


def _check(months: int | None, fixed: tuple[int, int] | None, window_days: int, decision: str) -> None:
    if not decision.strip():
        raise Refused(
            "Skriv beslutets diarienummer. Utan beslut gäller en genomförd kurs tills vidare.",
            "Write the reference of the decision. Without one a completed course holds until further notice.",
        )
    if (months is None) == (fixed is None):
        raise Refused(
            "Välj antal månader eller ett datum varje år, ett av dem.",
            "Choose a number of months or a day of every year, one of the two.",
        )
    if months is not None and not 1 <= months <= MOST_MONTHS:
        raise Refused("Ange mellan 1 och 120 månader.", "Give between 1 and 120 months.")
    if fixed is not None and not _is_day(*fixed):
        raise Refused(
            "Datumet finns inte varje år. Välj ett annat.", "That day is not in every year. Choose another."
        )
    if not 0 <= window_days <= MOST_WINDOW:
        raise Refused("Ange mellan 0 och 365 dagar.", "Give between 0 and 365 days.")


def _is_day(month: int, day: int) -> bool:
    try:
        date(2001, month, day)
    except ValueError:
        return False
    return True


def undecide(session: Session, course_id: str) -> None:
    session.execute(delete(RenewalRule).where(RenewalRule.course_id == course_id))


def rules(session: Session) -> Mapping[str, Rule]:
    """By course."""
    return {row.course_id: _rule(row) for row in session.scalars(select(RenewalRule))}


def rule_of(session: Session, course_id: str) -> Rule | None:
    row = session.get(RenewalRule, course_id)
    return _rule(row) if row else None


def _rule(row: RenewalRule) -> Rule:
    month, _, day = (row.fixed or "").partition("-")
    fixed = (int(month), int(day)) if row.fixed else None
    return Rule(row.course_id, row.months, fixed, row.window_days, row.refresher_course_id)
