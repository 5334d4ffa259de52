"""A change taken back: as it was before, as long as nobody has changed the same things since. Nothing is deleted."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Date, func, inspect, select
from sqlalchemy.orm import Session

from course_builder.people import appointments, groups, sign_in, tree
from course_builder.people.changes import KEPT, Page, Values, changing, value_of
from course_builder.people.conditions import left, open_unit
from course_builder.people.models import Account, Appointment, Change, Membership, Unit
from course_builder.people.refused import Refused

BY_NAME: Mapping[str, type[Any]] = {inspect(kind).local_table.name: kind for kind in KEPT}


def change_of(session: Session, change_id: int, by: int) -> Change | None:
    """One's own, about units and people."""
    found = session.get(Change, change_id)
    return found if found is not None and found.by_id == by and found.page in list(Page) else None


def things(session: Session, change: Change) -> list[Any]:
    """What it changed and is still there: units, appointments, accounts, persons. Whoever undoes it must keep them all."""
    return [_thing(session, row) for row in change.rows if row["kind"] != Membership.__tablename__]


def undo(session: Session, change: Change, by: int, now: datetime, today: date) -> Change:
    """What it made never was; what it changed is as it was before. Refused when anything of it has changed since.

    To undo an undoing is to do it again.
    """
    if session.scalar(select(Change.id).where(Change.undoes_id == change.id)) is not None:
        raise Refused("Det är redan ångrat.", "It has been undone already.")
    for kept in change.rows:
        _check_same(session, kept)
    with changing(session, Page(change.page), change.page_id, by, now, undoes=change) as undoing:
        _free_hr_ids(session, change.rows)
        for row in change.rows:
            _take_back(session, row, now, today)
        session.flush()
        _move_back(session, change.rows)
        _check_still_right(session, change.rows, today)
    return undoing


def _free_hr_ids(session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    """So that one unit can get the id that another has."""
    for row in rows:
        thing = session.get(BY_NAME[row["kind"]], tuple(row["key"]))
        if isinstance(thing, Unit) and thing.hr_id != (row["was"] or {}).get("hr_id"):
            thing.hr_id = None
    session.flush()


def _move_back(session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    """When all the units that had ended are open again."""
    for row in rows:
        thing = session.get(BY_NAME[row["kind"]], tuple(row["key"]))
        if isinstance(thing, Unit) and row["was"] and row["was"]["parent_id"] != thing.parent_id:
            tree.move(session, thing, session.get(Unit, row["was"]["parent_id"]))


def _thing(session: Session, row: Mapping[str, Any]) -> Any:
    return session.get_one(BY_NAME[row["kind"]], tuple(row["key"]))


def _check_same(session: Session, row: Mapping[str, Any]) -> None:
    there = session.get(BY_NAME[row["kind"]], tuple(row["key"]))
    expected: Values | None = row["is"]
    if there is None or expected is None:
        same = there is None and expected is None
    else:
        same = expected == {name: value_of(there, name) for name in expected}
    if not same:
        raise _changed_since()


def _take_back(session: Session, row: Mapping[str, Any], now: datetime, today: date) -> None:
    if row["kind"] == Membership.__tablename__:
        (groups.leave if row["was"] is None else groups.join)(session, *row["key"])
        return
    thing = _thing(session, row)
    if row["was"] is None:
        _never_was(session, thing, today)
    else:
        _as_before(thing, row["was"])
    if isinstance(thing, Account) and thing.disabled:
        sign_in.end_all(session, thing.id, now)


def _never_was(session: Session, thing: Unit | Appointment, today: date) -> None:
    if isinstance(thing, Appointment):
        appointments.end(session, thing, thing.starts)
    else:
        thing.ends = thing.starts or today


def _as_before(thing: Any, was: Values) -> None:
    columns = inspect(type(thing)).columns
    for name, value in was.items():
        if name == "parent_id":
            continue
        dated = isinstance(value, str) and isinstance(columns[name].type, Date)
        setattr(thing, name, date.fromisoformat(value) if dated else value)  # type: ignore[arg-type]


def _check_still_right(session: Session, rows: Sequence[Mapping[str, Any]], today: date) -> None:
    """No appointment twice or at a unit that has ended; nothing left in a unit that never was."""
    for row in rows:
        thing: object = session.get(BY_NAME[row["kind"]], tuple(row["key"]))
        if isinstance(thing, Appointment) and thing.ends != thing.starts:
            wrong = _twice(session, thing) or _unit_gone(session, thing)
        elif isinstance(thing, Unit) and row["was"] is None:
            wrong = _still_used(session, thing, today)
        else:
            wrong = False
        if wrong:
            raise _changed_since()


def _twice(session: Session, one: Appointment) -> bool:
    other = select(func.count()).where(
        Appointment.id != one.id,
        Appointment.person_id == one.person_id,
        Appointment.unit_id == one.unit_id,
        Appointment.role == one.role,
        left(one.starts),
        *([] if one.ends is None else [Appointment.starts < one.ends]),
    )
    return bool(session.scalar(other))


def _unit_gone(session: Session, one: Appointment) -> bool:
    ends = session.get_one(Unit, one.unit_id).ends
    return ends is not None and (one.ends is None or one.ends > ends)


def _still_used(session: Session, unit: Unit, today: date) -> bool:
    if unit.ends is None:
        return False
    people = select(func.count()).where(Appointment.unit_id == unit.id, left(unit.ends))
    units = select(func.count()).where(Unit.parent_id == unit.id, open_unit(today))
    return bool(session.scalar(people)) or bool(session.scalar(units))


def _changed_since() -> Refused:
    return Refused(
        "Det går inte att ångra: något av det har ändrats sedan dess. Ändra det som behövs för hand.",
        "It cannot be undone: something of it has changed since. Change by hand what needs to be changed.",
    )
