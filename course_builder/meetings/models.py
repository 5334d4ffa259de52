"""The tables of the APT hour. What a person answered and who was there share nothing: no key, no address, no time."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from course_builder.database.base import Base
from course_builder.learning.models import Completion, Requirement
from course_builder.library.models import KeptCourse, Release
from course_builder.people.models import Person, Unit

LONGEST_TITLE, LONGEST_LINE, LONGEST_TEXT = 200, 400, 4000
CODE_LENGTH = 6
LONGEST_VERB_KEY = 16


class Part(StrEnum):
    """What a leader leads as; the same words as `lead` of an agenda."""

    MANAGER = "chef"
    REP = "ombud"


class Way(StrEnum):
    """How it is said who was there: a number without names, or names."""

    NUMBER = "number"
    NAMES = "names"


class Outcome(StrEnum):
    """What became of an agreed action."""

    OPEN = "open"
    DONE = "done"
    CARRIED_ON = "carried-on"
    CLOSED = "closed"
    """Closed without action."""


class Meeting(Base):
    """One APT hour of one unit, on a release. Held again for another shift it is a meeting more in the same series."""

    __tablename__ = "meeting"
    __table_args__ = (Index("ix_meeting_unit_starts", "unit_id", "starts"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    series_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"), index=True)
    """The hour that this one repeats; None of the first."""
    unit_id: Mapped[int] = mapped_column(ForeignKey(Unit.id))
    course_id: Mapped[str] = mapped_column(ForeignKey(KeptCourse.id))
    release_id: Mapped[int] = mapped_column(ForeignKey(Release.id))
    title: Mapped[str] = mapped_column(String(LONGEST_TITLE))
    starts: Mapped[datetime]
    minutes: Mapped[int]
    place: Mapped[str] = mapped_column(String(LONGEST_TITLE), default="")
    """Where it is held, in one line; empty where nobody has said."""
    plan: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    """The steps in order, as `meetings.plans` writes them."""
    plan_revision: Mapped[int] = mapped_column(default=1)
    film_version: Mapped[str] = mapped_column(String(9), default="plain")
    """`plain`, `described` or `signed`."""
    expected: Mapped[int | None]
    """How many are awaited, when nobody is named."""
    invited_on: Mapped[date | None]
    agenda_sent_on: Mapped[date | None]
    made: Mapped[datetime]
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    cancelled: Mapped[datetime | None]
    began: Mapped[datetime | None]
    ended: Mapped[datetime | None]
    """When its leader said that it was over; what happened is entered from then on, or afterwards."""
    reopened: Mapped[bool] = mapped_column(default=False)
    """It was ended once, and opened again."""
    stage: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    """Where the running hour is: the document that all views share (`player/browser/hour/stage.js`)."""
    stage_revision: Mapped[int] = mapped_column(default=0)
    rested_minutes: Mapped[int] = mapped_column(default=0)
    """Minutes of "Ta en paus": all that is kept of it."""
    way: Mapped[str | None] = mapped_column(String(8))
    number: Mapped[int | None]
    """How many were there, when it is said as a number."""
    guests: Mapped[int] = mapped_column(default=0)
    """Nameless, besides those who are named."""
    themes: Mapped[list[str]] = mapped_column(JSON, default=list)
    """Short phrases: no names, no patients, nobody's opinion."""
    note: Mapped[str] = mapped_column(Text, default="")
    code: Mapped[str | None] = mapped_column(String(CODE_LENGTH), unique=True)
    """What phones join by, while the hour is open."""
    door: Mapped[str | None] = mapped_column(String(32), unique=True)
    """128 bits, in the picture that phones read."""
    wall: Mapped[str | None] = mapped_column(String(32), unique=True)
    """128 bits: an address that shows the room's screen and steers nothing."""
    locked: Mapped[bool] = mapped_column(default=False)
    """No more phones come in; those that are in stay."""
    salt: Mapped[str | None] = mapped_column(String(32))
    """Of the hashes of phones. Gone when the hour is closed, and the hashes with it."""

    unit: Mapped[Unit] = relationship()
    leaders: Mapped[list["Leader"]] = relationship(order_by="Leader.person_id")

    @property
    def unit_path(self) -> str:
        """As `people.may` asks."""
        return self.unit.path

    @property
    def leader_ids(self) -> frozenset[int]:
        """As `people.may` asks of what is led."""
        return frozenset(one.person_id for one in self.leaders)


class Planned(Base):
    """The plan of an hour as it was from one change to the next: what "Ångra" and "Gör om" go back and forth between."""

    __tablename__ = "meeting_plan"

    meeting_id: Mapped[int] = mapped_column(ForeignKey(Meeting.id), primary_key=True)
    revision: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    same_as: Mapped[int]
    """The revision that wrote it: its own, or an earlier one that was gone back to."""
    after: Mapped[int | None]
    """What that revision changed; None of the first."""
    starts: Mapped[datetime]
    minutes: Mapped[int]
    place: Mapped[str] = mapped_column(String(LONGEST_TITLE), default="")
    plan: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    made: Mapped[datetime]
    by_id: Mapped[int | None] = mapped_column(ForeignKey(Person.id), index=True)


class Leader(Base):
    __tablename__ = "meeting_leader"

    meeting_id: Mapped[int] = mapped_column(ForeignKey(Meeting.id), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey(Person.id), primary_key=True, index=True)
    part: Mapped[str] = mapped_column(String(8))

    person: Mapped[Person] = relationship()


class Attendee(Base):
    """Somebody on the list of an hour: of the unit, pasted, walked in, or a guest with a name."""

    __tablename__ = "meeting_attendee"

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey(Meeting.id), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey(Person.id), index=True)
    name: Mapped[str | None] = mapped_column(String(LONGEST_TITLE))
    """Of somebody who is not among our people."""
    key: Mapped[str | None] = mapped_column(String(40), unique=True)
    """Made by the browser that added her, so that she is added once however often it is sent."""
    took_part: Mapped[bool] = mapped_column(default=False)
    afterwards: Mapped[str | None] = mapped_column(String(8))
    """`asked` to do it afterwards, or has `done` so. Why she was not there is never stored."""
    requirement_id: Mapped[int | None] = mapped_column(ForeignKey(Requirement.id))
    completion_seq: Mapped[int | None] = mapped_column(ForeignKey(Completion.event_seq))
    """What it became in the record of learning, when the hour was closed."""

    person: Mapped[Person | None] = relationship()


class AttendanceChange(Base):
    """That somebody was ticked, or was not after all. A day, not a moment: it is nobody's clock."""

    __tablename__ = "meeting_attendance_change"

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey(Meeting.id), index=True)
    attendee_id: Mapped[int] = mapped_column(ForeignKey(Attendee.id))
    took_part: Mapped[bool]
    how: Mapped[str] = mapped_column(String(12))
    """`tick`, `all-but`, `paste`, `walk-in`, `wall`, `paper`, `afterwards`, `correction`."""
    on: Mapped[date]
    by_id: Mapped[int | None] = mapped_column(ForeignKey(Person.id), index=True)


class Steering(Base):
    """Which leader did what with the hour, to the minute. Never what was said, and nothing of a break but its minutes."""

    __tablename__ = "meeting_steering"
    __table_args__ = (UniqueConstraint("meeting_id", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey(Meeting.id), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey(Person.id), index=True)
    verb: Mapped[str] = mapped_column(String(16))
    step: Mapped[str] = mapped_column(String(80), default="")
    key: Mapped[str | None] = mapped_column(String(LONGEST_VERB_KEY))
    """Random, made by the browser where it was done: sent twice it is one."""
    at: Mapped[datetime]


class Round(Base):
    """One question to the phones of the room. Counts only."""

    __tablename__ = "meeting_round"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    """Random."""
    meeting_id: Mapped[int] = mapped_column(ForeignKey(Meeting.id), index=True)
    step: Mapped[str] = mapped_column(String(80))
    number: Mapped[int]
    kind: Mapped[str] = mapped_column(String(12))
    """`choice`, `choices`, `corners`, `scale` or `word`; the evaluation's have the step `evaluation`."""
    ask: Mapped[str] = mapped_column(Text)
    options: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    """`{key, text}` each; of words, those that the leader has let through."""
    state: Mapped[str] = mapped_column(String(8), default="open")
    """`open`, `closed` or `shown`."""
    paper: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """Counts that were made by hand, by option."""
    tally: Mapped[dict[str, Any] | None]
    """Counts by option, when the hour is closed and the ballots are gone."""


class Ballot(Base):
    """What one phone answers in one round; a new answer replaces it. No time, and no order: see `Phone`."""

    __tablename__ = "meeting_ballot"
    __table_args__ = ({"sqlite_with_rowid": False},)

    round_id: Mapped[str] = mapped_column(ForeignKey(Round.id, ondelete="CASCADE"), primary_key=True)
    phone: Mapped[str] = mapped_column(String(64), primary_key=True)
    given: Mapped[str] = mapped_column(String(LONGEST_TITLE))


class Phone(Base):
    """A phone that has joined: the salted hash of a token that the phone alone has. Gone when the hour is closed."""

    __tablename__ = "meeting_phone"
    __table_args__ = ({"sqlite_with_rowid": False},)

    meeting_id: Mapped[int] = mapped_column(ForeignKey(Meeting.id), primary_key=True)
    phone: Mapped[str] = mapped_column(String(64), primary_key=True)


class AgreedAction(Base):
    """What a unit agreed to do, and what came of it. A public record; who is responsible is a function."""

    __tablename__ = "agreed_action"
    __table_args__ = (
        Index("ix_agreed_action_unit_outcome", "unit_id", "outcome"),
        Index("ix_agreed_action_outcome_follow_up", "outcome", "follow_up"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey(Unit.id))
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey(Meeting.id), index=True)
    key: Mapped[str | None] = mapped_column(String(40), unique=True)
    """Made by the browser that wrote it: sent twice it is one."""
    continues_id: Mapped[int | None] = mapped_column(ForeignKey("agreed_action.id"), unique=True)
    """The one that was carried on; this one holds what it is followed up by now."""
    what: Mapped[str] = mapped_column(String(LONGEST_LINE))
    responsible: Mapped[str] = mapped_column(String(LONGEST_TITLE))
    follow_up: Mapped[date | None]
    sign: Mapped[str] = mapped_column(String(LONGEST_LINE), default="")
    """How a child would notice."""
    made: Mapped[date]
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    outcome: Mapped[str] = mapped_column(String(12), default=Outcome.OPEN.value)
    came_of_it: Mapped[str] = mapped_column(String(LONGEST_LINE), default="")
    decided: Mapped[date | None]
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    reminded_for: Mapped[date | None]
    """The follow-up date that a reminder has been written for."""


class UnitSupport(Base):
    """What a leader of this unit can point to: the routine when there is concern for a child, and who gives support."""

    __tablename__ = "unit_support"

    unit_id: Mapped[int] = mapped_column(ForeignKey(Unit.id), primary_key=True)
    routine_title: Mapped[str] = mapped_column(String(LONGEST_TITLE), default="")
    routine_where: Mapped[str] = mapped_column(String(LONGEST_LINE), default="")
    routine_url: Mapped[str] = mapped_column(String(2000), default="")
    contacts: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    """`{title, where, url}` each."""
    checked_on: Mapped[date | None]
    checked_by_id: Mapped[int | None] = mapped_column(ForeignKey(Person.id))


class YearText(Base):
    """ "Barnrätt hos oss" of one year as the unit has edited it."""

    __tablename__ = "unit_year_text"

    unit_id: Mapped[int] = mapped_column(ForeignKey(Unit.id), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str] = mapped_column(Text)
    saved: Mapped[datetime]
    saved_by_id: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
