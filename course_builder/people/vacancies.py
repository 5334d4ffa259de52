"""Units that should have a rep and have none today."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from course_builder.people.conditions import holding, open_unit, under
from course_builder.people.models import Appointment, Role, Unit


class Why(StrEnum):
    NEVER = "never"
    ENDED = "ended"
    PAUSED = "paused"


@dataclass(frozen=True)
class Vacancy:
    """`since` is the first day without, or None when there has never been one."""

    unit_id: int
    name: str
    unit_path: str
    why: Why
    since: date | None


def expected(on: date) -> ColumnElement[bool]:
    """Of a unit: whether it should have a rep. Unless somebody said, when no open unit stands under it."""
    below = aliased(Unit)
    open_below = exists().where(below.parent_id == Unit.id, or_(below.ends.is_(None), below.ends > on))
    return and_(
        open_unit(on), or_(Unit.rep_expected.is_(True), and_(Unit.rep_expected.is_(None), ~open_below))
    )


def expect(session: Session, unit: Unit, said: bool | None) -> None:
    """What a person says of a unit; None: as the tree has it."""
    unit.rep_expected = said
    session.flush()


def vacancies(session: Session, on: date, path: str = "/") -> list[Vacancy]:
    """In the part of the tree, in its order. A paused rep without a stand-in leaves the unit without."""
    active = exists().where(Appointment.unit_id == Unit.id, Appointment.role == Role.REP, holding(on))
    units = session.execute(
        select(Unit.id, Unit.name, Unit.path).where(under(path), expected(on), ~active).order_by(Unit.path)
    ).all()
    before = _before(session, [unit_id for unit_id, _, _ in units], on)
    return [
        Vacancy(unit_id, name, at, *before.get(unit_id, (Why.NEVER, None))) for unit_id, name, at in units
    ]


def count(session: Session, on: date, path: str = "/") -> int:
    active = exists().where(Appointment.unit_id == Unit.id, Appointment.role == Role.REP, holding(on))
    found = select(func.count(Unit.id)).where(under(path), expected(on), ~active)
    return session.scalar(found) or 0


def _before(session: Session, unit_ids: Iterable[int], on: date) -> dict[int, tuple[Why, date | None]]:
    """Why each unit that once had a rep has none, and since when."""
    rows = session.execute(
        select(Appointment.unit_id, Appointment.ends, Appointment.paused_from).where(
            Appointment.unit_id.in_(list(unit_ids)), Appointment.role == Role.REP, Appointment.starts <= on
        )
    ).all()
    found: dict[int, tuple[Why, date | None]] = {}
    for unit_id, ends, paused_from in rows:
        this = (Why.ENDED, ends) if ends is not None and ends <= on else (Why.PAUSED, paused_from)
        if unit_id not in found or (this[1] or on) > (found[unit_id][1] or on):
            found[unit_id] = this
    return found
