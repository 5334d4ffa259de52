"""What others have changed by hand about a person: her appointments, her account, her protection."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.people.changes import Page
from course_builder.people.models import Account, Appointment, Change, Person

Row = dict[str, Any]


def my_changes(session: Session, person_id: int) -> list[Row]:
    """The newest first; of each thing only what was changed. Nothing of anybody else in the same change."""
    hers = {
        (Person.__tablename__, person_id),
        *((Appointment.__tablename__, one) for one in _ids(session, Appointment, person_id)),
        *((Account.__tablename__, one) for one in _ids(session, Account, person_id)),
    }
    changes = select(Change).where(Change.page == Page.PERSON, Change.page_id == person_id)
    return [
        {"at": change.at, "kind": row["kind"], "was": _told(row, "was", "is"), "is": _told(row, "is", "was")}
        for change in session.scalars(changes.order_by(Change.id.desc()))
        for row in change.rows
        if (row["kind"], row["key"][0]) in hers
    ]


def _ids(session: Session, table: type[Appointment] | type[Account], person_id: int) -> list[int]:
    return list(session.scalars(select(table.id).where(table.person_id == person_id)))


def _told(row: Mapping[str, Any], side: str, other: str) -> str:
    mine, others = row[side] or {}, row[other] or {}
    told = {name: value for name, value in mine.items() if value is not None and value != others.get(name)}
    return ", ".join(f"{name}: {value}" for name, value in told.items())
