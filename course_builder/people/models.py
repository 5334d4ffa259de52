"""The tables of people. Dates are days in Sweden; an end is the first day it no longer holds."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.engine.default import DefaultExecutionContext
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from course_builder.database.base import Base
from course_builder.people.spelling import sort_key


def _bytewise(length: int) -> String:
    """Text that both databases compare by its bytes, so that "begins with" is a range of an index."""
    return String(length).with_variant(String(length, collation="C"), "postgresql")


def _sorted_as(context: DefaultExecutionContext) -> str:
    given: dict[str, str] = context.get_current_parameters()  # type: ignore[no-untyped-call]
    return sort_key(given["name"])


class Role(StrEnum):
    """What an appointment is. `rep` is barnrättsombud; its label is a setting. `employee` is anybody of the unit."""

    EMPLOYEE = "employee"
    REP = "rep"
    MANAGER = "manager"
    TRAINER = "trainer"
    COORDINATOR = "coordinator"
    ELECTED = "elected"
    OFFICIAL = "official"
    EXTERNAL = "external"
    ADMIN = "admin"


class Unit(Base):
    """A place in the tree: region, administration, service, unit, to any depth."""

    __tablename__ = "unit"

    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    hr_id: Mapped[str | None] = mapped_column(String(64), unique=True)
    path: Mapped[str] = mapped_column(_bytewise(400), index=True)
    """`/1/7/12/`: ids from the root to this unit, so that "everything under it" is one prefix."""
    starts: Mapped[date | None]
    ends: Mapped[date | None]
    successor_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    """Where its people and duties went; what happened here stays here."""
    rep_expected: Mapped[bool | None]
    """Whether it should have a rep. Not said: when no unit stands under it."""

    parent: Mapped["Unit | None"] = relationship(remote_side=[id], foreign_keys=[parent_id])

    @property
    def unit_path(self) -> str:
        """As `people.may` asks of anything that stands at a unit."""
        return self.path


class Person(Base):
    """Matched on `employee_ref` or `email`; never on a personnummer, which is not stored anywhere."""

    __tablename__ = "person"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    sort_name: Mapped[str] = mapped_column(_bytewise(200), index=True, default=_sorted_as)
    """The name as a Swedish list orders it, the same in every database. Follows `name`."""
    email: Mapped[str | None] = mapped_column(String(254), unique=True)
    """Work address, lower-case."""
    employee_ref: Mapped[str | None] = mapped_column(String(64), unique=True)
    protected: Mapped[bool] = mapped_column(default=False)
    """Skyddade personuppgifter: absent from lists, exports, search and verify pages for all but the named administrator."""
    guardian_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    """Of a protected person: the named administrator who alone sees her in lists."""
    language: Mapped[str] = mapped_column(String(2), default="sv")
    time_factor: Mapped[float] = mapped_column(default=1.0)
    """More time where time counts; the reason is never stored."""

    appointments: Mapped[list["Appointment"]] = relationship(
        back_populates="person", foreign_keys="Appointment.person_id"
    )

    @validates("name")
    def _name_given(self, key: str, name: str) -> str:
        self.sort_name = sort_key(name)
        return name


class PersonWord(Base):
    """What a person is found by: the words of her name and of her address. Kept by `people.search`."""

    __tablename__ = "person_word"

    word: Mapped[str] = mapped_column(_bytewise(200), primary_key=True)
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, index=True
    )


class Appointment(Base):
    """One person in one role at one unit for some time. A stand-in points at the appointment it stands in for."""

    __tablename__ = "appointment"
    __table_args__ = (
        # All that counting a region needs, so that 200,000 appointments are counted in the index alone.
        Index(
            "ix_appointment_unit_role",
            "unit_id",
            "role",
            "person_id",
            "starts",
            "ends",
            "paused_from",
            "paused_until",
        ),
        CheckConstraint("ends IS NULL OR starts <= ends", name="in_order"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    role: Mapped[str] = mapped_column(String(16))
    title: Mapped[str] = mapped_column(String(100), default="")
    """What the person is called there: "Sjuksköterska"."""
    mandate: Mapped[str] = mapped_column(String(400), default="")
    """What the appointment covers, with its decision."""
    starts: Mapped[date]
    ends: Mapped[date | None]
    paused_from: Mapped[date | None]
    paused_until: Mapped[date | None]
    stands_in_for_id: Mapped[int | None] = mapped_column(ForeignKey("appointment.id"))
    imported: Mapped[bool] = mapped_column(default=False)
    """Came with a list, so a later list without it ends it."""

    person: Mapped[Person] = relationship(back_populates="appointments", foreign_keys=[person_id])
    unit: Mapped[Unit] = relationship()


class Group(Base):
    """Trainers who own courses together."""

    __tablename__ = "trainer_group"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(200), unique=True)


class Membership(Base):
    __tablename__ = "trainer_group_member"

    group_id: Mapped[int] = mapped_column(ForeignKey("trainer_group.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True, index=True)


class Account(Base):
    """A way in. `password_hash` is empty when the account signs in elsewhere only."""

    __tablename__ = "account"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), unique=True)
    password_hash: Mapped[str | None] = mapped_column(String(200))
    disabled: Mapped[bool] = mapped_column(default=False)
    demo: Mapped[bool] = mapped_column(default=False)
    created: Mapped[datetime]

    person: Mapped[Person] = relationship()


class Identity(Base):
    """Who somebody is at an identity provider: issuer and subject, never the mail address."""

    __tablename__ = "identity"
    __table_args__ = (UniqueConstraint("issuer", "subject"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    issuer: Mapped[str] = mapped_column(String(400))
    subject: Mapped[str] = mapped_column(String(255))


class SignIn(Base):
    """A session on the server. The browser holds a random token; here is its hash."""

    __tablename__ = "sign_in"

    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    csrf: Mapped[str] = mapped_column(String(64))
    started: Mapped[datetime]
    seen: Mapped[datetime]
    """To the nearest minutes, so that reading a page seldom writes."""
    ended: Mapped[datetime | None]


class Link(Base):
    """An invitation or a reset: the hash of what was mailed, used once and never by merely opening it."""

    __tablename__ = "account_link"

    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    purpose: Mapped[str] = mapped_column(String(8))
    """`invite` or `reset`."""
    email: Mapped[str] = mapped_column(String(254))
    """Where it was sent: worth nothing once the address has changed."""
    expires: Mapped[datetime]
    used: Mapped[datetime | None]


class Failure(Base):
    """Failed sign-ins, counted for an account and for an address on the net (hashed)."""

    __tablename__ = "sign_in_failure"
    __table_args__ = (Index("ix_sign_in_failure_what_at", "what", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    what: Mapped[str] = mapped_column(String(80))
    at: Mapped[datetime]


class Change(Base):
    """Something somebody did to units, appointments, groups or accounts, as it was before and after: `people.changes`."""

    __tablename__ = "people_change"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    page: Mapped[str] = mapped_column(String(8))
    page_id: Mapped[int]
    rows: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    undoes_id: Mapped[int | None] = mapped_column(ForeignKey("people_change.id"), unique=True)
