"""APT hours over a part of the region, by unit: planned, held, how many were there, and what is open. Nobody is named."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, case, func, select
from sqlalchemy.orm import Session

from course_builder.meetings.headcount import present_at
from course_builder.meetings.models import AgreedAction, Meeting, Outcome
from course_builder.meetings.year import bounds
from course_builder.people.conditions import under
from course_builder.people.models import Unit
from course_builder.people.spelling import folded, sort_key
from course_builder.people.vacancies import expected

LEAST = 5
"""Themes of fewer units than this are not shown: they would tell whose they are."""
MOST_THEMES = 20


@dataclass(frozen=True)
class Hour:
    """Of the year and not cancelled; `ended` is None until it has been held."""

    id: int
    unit_id: int
    starts: datetime
    ended: datetime | None
    themes: list[str]


class Order(StrEnum):
    """What the units are sorted by."""

    NAME = "name"
    HELD = "held"
    PLANNED = "planned"
    OPEN = "open"


class Only(StrEnum):
    """Which units are shown."""

    ALL = "all"
    WITHOUT = "without"
    """No hour held this year."""
    OPEN = "open"
    """With actions that are open."""


@dataclass(frozen=True)
class UnitHours:
    unit_id: int
    name: str
    planned: int
    held: int
    present: int
    """At all its hours together: who was at two of them is counted twice."""
    open: int
    past: int
    """Open, and their follow-up date has gone by."""
    done: int
    """Marked done during the year."""


@dataclass(frozen=True)
class Hours:
    """`units` are those that should have hours, and any other that has something to tell."""

    year: int
    units: tuple[UnitHours, ...]
    themes: tuple[tuple[str, int], ...]
    """With the number of units that wrote each, the most common first."""

    @property
    def without(self) -> int:
        return sum(not one.held for one in self.units)

    def total(self, what: Callable[[UnitHours], int]) -> int:
        return sum(what(one) for one in self.units)


SORTED: Mapping[Order, Callable[[UnitHours], int]] = {
    Order.HELD: lambda one: -one.held,
    Order.PLANNED: lambda one: -one.planned,
    Order.OPEN: lambda one: -one.open,
    Order.NAME: lambda one: 0,
}
SHOWN: Mapping[Only, Callable[[UnitHours], bool]] = {
    Only.ALL: lambda one: True,
    Only.WITHOUT: lambda one: not one.held,
    Only.OPEN: lambda one: one.open > 0,
}


def hours_under(session: Session, unit: Unit, year: int, today: date, now: datetime) -> Hours:
    """Of the unit and everything under it, during a year."""
    hours = _hours(session, unit.path, year)
    held = [one for one in hours if one.ended is not None]
    planned = Counter(one.unit_id for one in hours if one.ended is None and one.starts >= now)
    happened = Counter(one.unit_id for one in held)
    present = _present(session, unit.path, year, held)
    actions = _actions(session, unit.path, year, today)
    names = _units(session, unit.path, today, {*planned, *happened, *actions})
    units = [
        UnitHours(
            unit_id, name, planned[unit_id], happened[unit_id], present[unit_id], *actions.get(unit_id, (0, 0, 0))
        )
        for unit_id, name in names
    ]  # fmt: skip
    return Hours(year, tuple(sorted(units, key=lambda one: sort_key(one.name))), _themes(held))


def chosen(found: Hours, only: Only, order: Order) -> list[UnitHours]:
    """By name where the order says nothing else."""
    return sorted(filter(SHOWN[only], found.units), key=SORTED[order])


def _in_year(path: str, year: int) -> tuple[ColumnElement[bool], ...]:
    first, after = bounds(year)
    return (
        under(path), Meeting.unit_id == Unit.id, Meeting.starts >= first, Meeting.starts < after, Meeting.cancelled.is_(None),
    )  # fmt: skip


def _hours(session: Session, path: str, year: int) -> list[Hour]:
    found = select(Meeting.id, Meeting.unit_id, Meeting.starts, Meeting.ended, Meeting.themes)
    return [Hour(*row) for row in session.execute(found.where(*_in_year(path, year)).order_by(Meeting.id))]


def _present(session: Session, path: str, year: int, held: Iterable[Hour]) -> Counter[int]:
    """How many were at them, by unit."""
    ended = select(Meeting.id).where(*_in_year(path, year), Meeting.ended.is_not(None))
    there = present_at(session, ended)
    counted: Counter[int] = Counter()
    for one in held:
        counted[one.unit_id] += there[one.id]
    return counted


def _actions(session: Session, path: str, year: int, today: date) -> Mapping[int, tuple[int, int, int]]:
    """Open, past their date and done during the year, by unit."""
    is_open = AgreedAction.outcome == Outcome.OPEN.value
    first, after = date(year, 1, 1), date(year + 1, 1, 1)
    in_year = and_(AgreedAction.decided >= first, AgreedAction.decided < after)
    found = (
        select(
            AgreedAction.unit_id,
            func.sum(case((is_open, 1), else_=0)),
            func.sum(case((and_(is_open, AgreedAction.follow_up < today), 1), else_=0)),
            func.sum(case((and_(AgreedAction.outcome == Outcome.DONE.value, in_year), 1), else_=0)),
        )
        .join(Unit, Unit.id == AgreedAction.unit_id)
        .where(under(path))
        .group_by(AgreedAction.unit_id)
    )
    return {unit_id: (open_, past, done) for unit_id, open_, past, done in session.execute(found)}


def _units(session: Session, path: str, today: date, others: set[int]) -> list[tuple[int, str]]:
    wanted = session.execute(select(Unit.id, Unit.name).where(under(path), expected(today))).all()
    there = {unit_id for unit_id, _ in wanted}
    rest = session.execute(select(Unit.id, Unit.name).where(Unit.id.in_(others - there))).all()
    return [(unit_id, name) for unit_id, name in (*wanted, *rest)]


def _themes(held: Iterable[Hour]) -> tuple[tuple[str, int], ...]:  # fmt: skip
    said: dict[str, str] = {}
    units: dict[str, set[int]] = {}
    for one in held:
        for theme in one.themes or ():
            said.setdefault(folded(theme), theme)
            units.setdefault(folded(theme), set()).add(one.unit_id)
    common = [(said[key], len(who)) for key, who in units.items() if len(who) >= LEAST]
    return tuple(sorted(common, key=lambda one: (-one[1], sort_key(one[0])))[:MOST_THEMES])
