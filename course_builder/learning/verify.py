"""Makes every computed table anew from the events and compares; can put right what differs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, delete, func, insert, inspect, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from course_builder.learning.folding import Happened, Key, Row, Tables, fold
from course_builder.learning.models import Attempt, Certificate, Completion, Enrolment, Event, PartRead

PEOPLE_AT_A_TIME = 500
COLUMNS: Mapping[type[Any], tuple[str, ...]] = {
    Enrolment: ("person_id", "course_id", "release_id", "round", "started", "done", "success", "score", "told_release_id"),
    PartRead: ("at",),
    Attempt: ("enrolment_id", "quiz_id", "number", "seed", "release_id", "started", "answered", "finished", "finished_by", "earned", "possible"),
    Completion: ("person_id", "course_id", "release_id", "enrolment_id", "source", "on", "passed", "score", "unit_id", "withdrawn_seq", "counts"),
    Certificate: ("completion_seq", "check_code", "issued", "withdrawn"),
}  # fmt: skip
"""What is computed of each table, in an order in which rows can be written."""


@dataclass(frozen=True)
class Difference:
    """One row that does not say what the events say. A missing or surplus row has None on its side."""

    table: str
    key: Key
    stored: Row | None
    expected: Row | None

    def fields(self) -> list[tuple[str, Any, Any]]:
        """Name, what is stored and what the events say, of every column that differs in a row that both have."""
        stored, expected = self.stored or {}, self.expected or {}
        return [(name, stored[name], value) for name, value in expected.items() if stored.get(name) != value]


def verify(session: Session) -> Iterator[Difference]:
    """Every row that differs. Reads all events once, some people at a time."""
    for first in range(0, _last_person(session) + 1, PEOPLE_AT_A_TIME):
        for table, rows in _expected(session, first).items():
            yield from _differences(table, _stored(session, table, first), rows)


def rebuild(session: Session) -> int:
    """Writes what the events say over what differs; gives the number of rows put right.

    What is not computed, such as where the player is, stays in rows that are there and is lost only with them.
    """
    found = list(verify(session))
    tables = {table.__tablename__: table for table in COLUMNS}
    for one in found:
        if one.expected is not None:
            _write(session, tables[one.table], one, one.expected)
    for one in reversed(found):
        if one.expected is None:
            table = tables[one.table]
            session.execute(delete(table).where(*_at(table, one.key)))
    session.expire_all()
    return len(found)


def _write(session: Session, table: type[Any], one: Difference, row: Row) -> None:
    if one.stored is None:
        session.execute(insert(table).values({**_named(table, one.key), **row}))
    else:
        session.execute(update(table).where(*_at(table, one.key)).values(row))


def _last_person(session: Session) -> int:
    last = [session.scalar(select(func.max(column))) or 0 for column in (Event.person_id, Enrolment.person_id, Completion.person_id)]  # fmt: skip
    return max(last)


def _expected(session: Session, first: int) -> Tables:
    columns = (getattr(Event, name) for name in Happened._fields)
    events = select(*columns).where(_among(Event.person_id, first)).order_by(Event.seq)
    return fold(Happened(*row) for row in session.execute(events))


def _stored(session: Session, table: type[Any], first: int) -> dict[Key, Row]:
    keys, names = _keys(table), COLUMNS[table]
    found: Select[Any] = select(*(getattr(table, name) for name in (*keys, *names)))
    if table in (PartRead, Attempt):
        found = found.join(Enrolment, Enrolment.id == table.enrolment_id)
    if table is Certificate:
        found = found.join(Completion, Completion.event_seq == Certificate.completion_seq)
    owner = Completion if table in (Completion, Certificate) else Enrolment
    rows = session.execute(found.where(_among(owner.person_id, first)))
    return {tuple(row[: len(keys)]): dict(zip(names, row[len(keys) :], strict=True)) for row in rows}


def _differences(table: type[Any], stored: dict[Key, Row], expected: dict[Key, Row]) -> Iterator[Difference]:
    for key in sorted({*stored, *expected}):
        if stored.get(key) != expected.get(key):
            yield Difference(table.__tablename__, key, stored.get(key), expected.get(key))


def _among(column: InstrumentedAttribute[int], first: int) -> Any:
    return (column >= first) & (column < first + PEOPLE_AT_A_TIME)


def _keys(table: type[Any]) -> tuple[str, ...]:
    return tuple(column.name for column in inspect(table).primary_key)


def _named(table: type[Any], key: Key) -> Row:
    return dict(zip(_keys(table), key, strict=True))


def _at(table: type[Any], key: Key) -> list[Any]:
    return [getattr(table, name) == value for name, value in _named(table, key).items()]
