"""The tables of what is given out and of what is disposed of."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from course_builder.database.base import Base
from course_builder.people.models import Unit


class RecordKind(StrEnum):
    """What can be gathered for somebody who asks."""

    APPOINTMENT = "appointment"
    REQUIREMENT = "requirement"
    COMPLETION = "completion"
    CERTIFICATE = "certificate"
    HOUR = "hour"
    ATTENDANCE = "attendance"
    ACTION = "action"


class Disclosure(Base):
    """One request for public records, from its gathering to what was given out."""

    __tablename__ = "disclosure"

    id: Mapped[int] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(String(80))
    """The region's own number of the request (dnr)."""
    asked_for: Mapped[str] = mapped_column(Text)
    """What was asked for, in the words of whoever handles it; not who asked: nobody has to say."""
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    """Records of this unit and everything under it can be gathered: the reach of whoever began."""
    made: Mapped[datetime]
    made_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))

    unit: Mapped[Unit] = relationship()

    @property
    def unit_path(self) -> str:
        return self.unit.path


class DisclosedRecord(Base):
    """A record as it read when it was gathered, and which of its fields are masked."""

    __tablename__ = "disclosed_record"
    __table_args__ = (UniqueConstraint("disclosure_id", "kind", "of"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    disclosure_id: Mapped[int] = mapped_column(ForeignKey("disclosure.id"))
    kind: Mapped[str] = mapped_column(String(12))
    of: Mapped[str] = mapped_column(String(40))
    """Its key among its kind."""
    original: Mapped[dict[str, Any]]
    """Field -> text."""
    masked: Mapped[list[str]] = mapped_column(default=list)
    grounds: Mapped[str] = mapped_column(String(200), default="")
    """The provision the masking rests on: "OSL 39 kap. 3 §"."""


class GivenOut(Base):
    """A file as it was given out, byte for byte."""

    __tablename__ = "given_out"

    id: Mapped[int] = mapped_column(primary_key=True)
    disclosure_id: Mapped[int] = mapped_column(ForeignKey("disclosure.id"), index=True)
    name: Mapped[str] = mapped_column(String(120))
    media_type: Mapped[str] = mapped_column(String(80))
    content: Mapped[bytes] = mapped_column(LargeBinary)
    sha256: Mapped[str] = mapped_column(String(64))
    records: Mapped[int]
    masked: Mapped[int]
    """How many fields were masked."""
    at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))


class DisposalRule(Base):
    """What may be disposed of, and who decided so. Without one everything is kept."""

    __tablename__ = "disposal_rule"
    __table_args__ = (
        CheckConstraint("decision <> ''", name="decided"),
        CheckConstraint("months > 0", name="months"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    what: Mapped[str] = mapped_column(String(16))
    months: Mapped[int]
    """How old it must be."""
    decision: Mapped[str] = mapped_column(String(200))
    """The decision's number (dnr)."""
    decided: Mapped[date]
    made: Mapped[datetime]
    made_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    ended: Mapped[datetime | None]


class DisposalLine(Base):
    """A line of the record of disposal: never removed."""

    __tablename__ = "disposal_line"

    id: Mapped[int] = mapped_column(primary_key=True)
    rule_id: Mapped[int] = mapped_column(ForeignKey("disposal_rule.id"))
    what: Mapped[str] = mapped_column(String(16))
    decision: Mapped[str] = mapped_column(String(200))
    before: Mapped[date]
    """Everything older than this day."""
    count: Mapped[int]
    digest: Mapped[str] = mapped_column(String(64))
    """SHA-256 over the keys of what was disposed of."""
    at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
