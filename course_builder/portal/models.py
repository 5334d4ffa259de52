"""The tables of lists that come in: portals, lists, their rows and what was done with them."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from course_builder.database.base import Base
from course_builder.people.models import Unit


class RowState(StrEnum):
    TAKEN = "taken"
    """Recorded as a completion."""
    KNOWN = "known"
    """Said nothing new."""
    NOT_YET = "not_yet"
    """The portal says that it is not done: nothing is recorded."""
    UNMATCHED = "unmatched"
    CONTRADICTS = "contradicts"
    SET_ASIDE = "set_aside"
    WITHDRAWN = "withdrawn"
    """Was recorded, and taken back by hand or with the whole list."""


OPEN = (RowState.UNMATCHED, RowState.CONTRADICTS)
"""Waits for somebody to settle it."""


class Portal(Base):
    """Where lists come from, with what has been learnt of its columns, its names of courses and its words."""

    __tablename__ = "portal"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80), unique=True)
    columns: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """Field -> heading of the column."""
    courses: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """The portal's name of a course, folded -> our id; empty: not one of ours."""
    words: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """A result, folded -> `Outcome`."""


class CompletionList(Base):
    """A list somebody brought. Until it is taken in it is a draft that can be thrown away."""

    __tablename__ = "completion_list"

    id: Mapped[int] = mapped_column(primary_key=True)
    portal_id: Mapped[int] = mapped_column(ForeignKey("portal.id"))
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    """It holds for people here and below: the reach of whoever brought it."""
    name: Mapped[str] = mapped_column(String(120))
    digest: Mapped[str] = mapped_column(String(64), index=True)
    source: Mapped[str] = mapped_column(String(8))
    fields: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """`columns`: field -> heading; `same`: what holds for every row (course, on, result)."""
    draft: Mapped[dict[str, Any] | None]
    """Header and rows as brought; emptied when it is taken in."""
    made: Mapped[datetime]
    made_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    taken: Mapped[datetime | None]
    undone: Mapped[datetime | None]

    portal: Mapped[Portal] = relationship()
    unit: Mapped[Unit] = relationship()

    @property
    def unit_path(self) -> str:
        return self.unit.path


class ListRow(Base):
    """One row of a list that was taken in: what it said, and what it came to."""

    __tablename__ = "completion_list_row"
    __table_args__ = (
        UniqueConstraint("list_id", "number"),
        Index("ix_completion_list_row_state", "state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    list_id: Mapped[int] = mapped_column(ForeignKey("completion_list.id"))
    number: Mapped[int]
    """The row in the sheet, the heading being 1."""
    said: Mapped[dict[str, Any]]
    """The texts of the columns that were asked for, and no others."""
    fingerprint: Mapped[str] = mapped_column(String(64), index=True)
    """The same words in a later list have the same one."""
    state: Mapped[str] = mapped_column(String(12))
    reason: Mapped[str] = mapped_column(String(16), default="")
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    course_id: Mapped[str | None] = mapped_column(String(80))
    on: Mapped[date | None]
    outcome: Mapped[str | None] = mapped_column(String(8))
    event_seq: Mapped[int | None] = mapped_column(ForeignKey("event.seq"))
    """The completion that it made."""
    contradicts_seq: Mapped[int | None] = mapped_column(ForeignKey("event.seq"))
    """The completion that says something else."""

    brought: Mapped[CompletionList] = relationship()


class ListTrace(Base):
    """Who did what with a list or a row of it, and why."""

    __tablename__ = "completion_list_trace"

    id: Mapped[int] = mapped_column(primary_key=True)
    list_id: Mapped[int] = mapped_column(ForeignKey("completion_list.id"), index=True)
    row_id: Mapped[int | None] = mapped_column(ForeignKey("completion_list_row.id"))
    at: Mapped[datetime]
    actor_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    what: Mapped[str] = mapped_column(String(12))
    """`taken`, `matched`, `set_aside`, `accepted`, `corrected`, `withdrawn`, `undone` or `tried_again`."""
    note: Mapped[str] = mapped_column(String(200), default="")
