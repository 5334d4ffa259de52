"""Everything that is stored about a person, for herself: found through the tables' own columns, so that none is forgotten."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Table, func, or_, select
from sqlalchemy.orm import Session

from course_builder.database.base import Base
from course_builder.learning.models import Certificate, Completion, Enrolment
from course_builder.meetings.models import Attendee
from course_builder.people.models import Account, Appointment, Change, Person, Unit
from course_builder.post.models import Letter
from course_builder.post.outbox import OPENING
from course_builder.reports.models import DisclosedRecord, Disclosure, GivenOut, RecordKind
from course_builder.reports.my_changes import my_changes

SECRETS = frozenset({"password_hash", "token_hash", "csrf"})
"""Columns that open an account. They are not information about anybody, and nobody is shown them."""
THROUGH: Mapping[str, type[Account] | type[Attendee] | type[Enrolment]] = {
    "account_id": Account, "attendee_id": Attendee, "enrolment_id": Enrolment,
}  # fmt: skip
"""Tables that name a person by something of hers."""
HERS = {"person_id", *THROUGH}
NOT_DATA = frozenset({"person_word"})
"""An index over the name, made from it and gone with it."""

Row = dict[str, Any]


@dataclass(frozen=True)
class Section:
    """The rows of one table. `total` is how many there are; a page may show fewer."""

    name: str
    rows: Sequence[Row]
    total: int


@dataclass(frozen=True)
class Given:
    """A record of hers that was in something given out to somebody who asked for public records."""

    kind: str
    reference: str
    at: datetime


def stored(session: Session, person_id: int, most: int | None = None) -> Iterator[Section]:
    """Herself first, then table by table; at most so many rows of each, the newest first."""
    person = Base.metadata.tables[Person.__tablename__]
    yield _section(session, person, person.c.id == person_id, most)
    for table in Base.metadata.sorted_tables:
        if table.name not in NOT_DATA and table is not person and HERS & set(table.c.keys()):
            yield _section(session, table, _about(table, person_id), most)
    yield _certificates(session, person_id, most)
    changes = my_changes(session, person_id)
    yield Section(Change.__tablename__, changes[:most], len(changes))


def _about(table: Table, person_id: int) -> ColumnElement[bool]:
    if "person_id" in table.c:
        return table.c.person_id == person_id
    ways = [
        table.c[name].in_(select(owner.id).where(owner.person_id == person_id))
        for name, owner in THROUGH.items()
        if name in table.c
    ]
    return or_(*ways)


def _section(session: Session, table: Table, where: ColumnElement[bool], most: int | None) -> Section:
    columns = [column for column in table.c if column.name not in SECRETS]
    found = select(*columns).where(where).order_by(*(column.desc() for column in table.primary_key))
    rows = [dict(row) for row in session.execute(found.limit(most)).mappings()]
    total = session.scalar(select(func.count()).select_from(table).where(where)) if most else len(rows)
    return Section(table.name, [_without_ways_in(table, row) for row in rows], total or 0)


def _without_ways_in(table: Table, row: Row) -> Row:
    """A letter that opens an account keeps that to itself until it has been used."""
    if table.name == Letter.__tablename__ and row["purpose"] in OPENING:
        return {**row, "body": ""}
    return row


def _certificates(session: Session, person_id: int, most: int | None) -> Section:
    table = Base.metadata.tables[Certificate.__tablename__]
    hers = select(Completion.event_seq).where(Completion.person_id == person_id)
    return _section(session, table, table.c.completion_seq.in_(hers), most)


def as_json(sections: Iterator[Section], given: Sequence[Given]) -> Mapping[str, Any]:
    """Plain values; moments and days as ISO 8601."""
    tables = {section.name: [_plain(row) for row in section.rows] for section in sections}
    return {
        "stored": tables,
        "given_out": [_plain({"kind": one.kind, "reference": one.reference, "at": one.at}) for one in given],
    }


def _plain(row: Row) -> Row:
    return {
        name: value.isoformat() if isinstance(value, date | datetime) else value
        for name, value in row.items()
    }


def given_out(session: Session, person_id: int) -> list[Given]:
    """Records about her that somebody outside was given, the latest first."""
    keys = {
        RecordKind.APPOINTMENT: select(Appointment.id).where(Appointment.person_id == person_id),
        RecordKind.COMPLETION: select(Completion.event_seq).where(Completion.person_id == person_id),
        RecordKind.ATTENDANCE: select(Attendee.id).where(Attendee.person_id == person_id),
        RecordKind.CERTIFICATE: select(Certificate.id)
        .join(Completion, Completion.event_seq == Certificate.completion_seq)
        .where(Completion.person_id == person_id),
    }
    found: list[Given] = []
    for kind, hers in keys.items():
        named = [str(one) for one in session.scalars(hers)]
        rows = session.execute(
            select(DisclosedRecord.kind, Disclosure.reference, GivenOut.at)
            .join(Disclosure, Disclosure.id == DisclosedRecord.disclosure_id)
            .join(GivenOut, GivenOut.disclosure_id == Disclosure.id)
            .where(DisclosedRecord.kind == kind, DisclosedRecord.of.in_(named))
        )
        found += [Given(*row) for row in rows]
    return sorted(found, key=lambda one: one.at, reverse=True)


def units(session: Session, person_id: int) -> Mapping[int, str]:
    """What the units of her appointments are called."""
    rows = session.execute(
        select(Unit.id, Unit.name)
        .join(Appointment, Appointment.unit_id == Unit.id)
        .where(Appointment.person_id == person_id)
    )
    return {unit_id: name for unit_id, name in rows}
