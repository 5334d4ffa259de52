"""What was changed by hand about units, appointments, groups and accounts, so that it can be taken back.

A change holds ids, dates and names of units, never the name or address of a person.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import event, inspect
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import History

from course_builder.people.models import Account, Appointment, Change, Membership, Person, Unit

Value = str | int | bool | None
Values = dict[str, Value]
Rows = dict[tuple[str, tuple[int, ...]], dict[str, Any]]

KEPT: Mapping[type[Any], tuple[str, ...]] = {
    Unit: ("name", "parent_id", "hr_id", "ends", "successor_id", "rep_expected"),
    Appointment: ("ends", "paused_from", "paused_until", "stands_in_for_id"),
    Membership: (),
    Account: ("disabled",),
    Person: ("protected", "guardian_id"),
}
"""What is remembered of each. The path of a unit follows its parent."""

for _kind, _names in KEPT.items():
    for _name in _names:  # what it was is read before it is set, also when nobody has read it yet
        event.listen(getattr(_kind, _name), "set", lambda *_: None, active_history=True)


class Page(StrEnum):
    """Where the change was made, and where its undoing leads back to."""

    PERSON = "person"
    UNIT = "unit"
    GROUP = "group"


@contextmanager
def changing(
    session: Session, page: Page, page_id: int, by: int, now: datetime, undoes: Change | None = None
) -> Iterator[Change]:
    """Remembers what the block changes through the session's objects. The change is written when the block has ended."""
    rows: Rows = {}

    def flushed(flushing: Session, _: object) -> None:
        _remember(rows, flushing)

    change = Change(
        at=now, by_id=by, page=page.value, page_id=page_id, undoes_id=undoes.id if undoes else None, rows=[]
    )
    event.listen(session, "after_flush", flushed)
    try:
        yield change
        session.flush()
    finally:
        event.remove(session, "after_flush", flushed)
    change.rows = [row for row in rows.values() if row["was"] != row["is"]]
    session.add(change)
    session.flush()


def _remember(rows: Rows, session: Session) -> None:
    for thing in session.new:
        _row(rows, thing, made=True)
    for thing in session.dirty:
        _row(rows, thing)
    for thing in session.deleted:
        _row(rows, thing, gone=True)


def _row(rows: Rows, thing: object, made: bool = False, gone: bool = False) -> None:
    names = KEPT.get(type(thing))
    if names is None:
        return
    state = inspect(thing)
    kind, key = state.mapper.local_table.name, tuple(state.mapper.primary_key_from_instance(thing))
    now = {name: value_of(thing, name) for name in names}
    if (kind, key) not in rows:
        rows[kind, key] = {"kind": kind, "key": list(key), "was": None if made else _before(thing, now)}
    rows[kind, key]["is"] = None if gone else now


def _before(thing: object, now: Mapping[str, Value]) -> Values:
    return {name: _was(inspect(thing).attrs[name].history, value) for name, value in now.items()}


def _was(history: History, now: Value) -> Value:
    if not history.has_changes():
        return now
    return _plain(history.deleted[0]) if history.deleted else None  # never set since it was made


def value_of(thing: object, name: str) -> Value:
    return _plain(getattr(thing, name))


def _plain(value: Any) -> Value:
    return value.isoformat() if isinstance(value, date) else value
