"""The tables of learning. `event` is what happened; everything marked *computed* can be rebuilt from it."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import DDL, ForeignKey, Index, String, Table, Text, UniqueConstraint, event
from sqlalchemy.orm import Mapped, mapped_column

from course_builder.database.base import Base
from course_builder.learning.append_only import STATEMENTS
from course_builder.library.models import KeptCourse, Release
from course_builder.people.models import Person, Unit


class Source(StrEnum):
    """Where a completion comes from."""

    HERE = "here"
    PORTAL = "portal"
    APT = "apt"
    BY_HAND = "by_hand"


class Event(Base):
    """Appended, never changed: ids and codes, never a name or a person's own words."""

    __tablename__ = "event"
    __table_args__ = (Index("ix_event_person_course", "person_id", "course_id"),)

    seq: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    kind: Mapped[str] = mapped_column(String(24))
    person_id: Mapped[int]
    """Whom it is about."""
    actor_id: Mapped[int | None]
    """Who did it, when that is somebody else."""
    course_id: Mapped[str | None] = mapped_column(String(80))
    release_id: Mapped[int | None]
    data: Mapped[dict[str, Any]] = mapped_column(default=dict)
    key: Mapped[str | None] = mapped_column(String(80), unique=True)
    """Idempotency: the same key is the same event."""


EVENT = Event.__table__
assert isinstance(EVENT, Table)  # noqa: S101 -- tells the type checker what the line above made
for dialect, statements in STATEMENTS.items():
    for statement in statements:
        event.listen(EVENT, "after_create", DDL(statement).execute_if(dialect=dialect))  # type: ignore[no-untyped-call]


class Enrolment(Base):
    """One person taking one course, on one release at a time; a renewal is a new round. *Computed*, but for `state`."""

    __tablename__ = "enrolment"
    __table_args__ = (
        UniqueConstraint("person_id", "course_id", "round"),
        Index("ix_enrolment_course", "course_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey(Person.id))
    course_id: Mapped[str] = mapped_column(ForeignKey(KeptCourse.id))
    release_id: Mapped[int] = mapped_column(ForeignKey(Release.id))
    round: Mapped[int] = mapped_column(default=1)
    started: Mapped[datetime]
    done: Mapped[datetime | None]
    """When the course's own rule was fulfilled. Never taken back."""
    success: Mapped[str] = mapped_column(String(8), default="unknown")
    """`unknown`, `failed` or `passed`, as `content.verdict` says it."""
    score: Mapped[int | None]
    """Ten-thousandths of what all graded quizzes can give."""
    state: Mapped[str] = mapped_column(Text, default="")
    """Where the player is: its own string, without graded answers. Not part of any report."""
    state_revision: Mapped[int] = mapped_column(default=0)
    told_release_id: Mapped[int | None] = mapped_column(ForeignKey(Release.id))
    """The last release whose news she has seen."""


class PartRead(Base):
    """A lesson or film discussion that has been read to its end. *Computed*."""

    __tablename__ = "part_read"

    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolment.id"), primary_key=True)
    part_key: Mapped[str] = mapped_column(String(8), primary_key=True)
    at: Mapped[datetime]


class Attempt(Base):
    """One try at a quiz. The seed decides which questions are drawn and in which order. *Computed*."""

    __tablename__ = "attempt"
    __table_args__ = (UniqueConstraint("enrolment_id", "quiz_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolment.id"))
    quiz_id: Mapped[str] = mapped_column(String(80))
    number: Mapped[int]
    seed: Mapped[str] = mapped_column(String(8))
    release_id: Mapped[int] = mapped_column(ForeignKey(Release.id))
    """The questions it is made of: an attempt stays on its release."""
    started: Mapped[datetime]
    answered: Mapped[int] = mapped_column(default=0)
    """How many of its questions have an answer; whoever writes the last one finishes the attempt."""
    finished: Mapped[datetime | None]
    finished_by: Mapped[str | None] = mapped_column(String(80))
    """The question whose answer was the last."""
    earned: Mapped[float | None]
    possible: Mapped[float | None]


class Answer(Base):
    """What was answered: the words or choices themselves, which events never hold. `attempt_id` is empty for practice."""

    __tablename__ = "answer"
    __table_args__ = (
        UniqueConstraint("attempt_id", "question_id"),
        UniqueConstraint("enrolment_id", "key"),
        Index("ix_answer_enrolment_question", "enrolment_id", "question_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolment.id"))
    attempt_id: Mapped[int | None] = mapped_column(ForeignKey("attempt.id"))
    question_id: Mapped[str] = mapped_column(String(80))
    given: Mapped[str] = mapped_column(Text)
    """The answer as JSON, in the question's own keys."""
    mark: Mapped[float | None]
    stored: Mapped[datetime]
    key: Mapped[str] = mapped_column(String(80))
    """Made by the browser, once for each answer: the same key is the same answer, however often it is sent."""


class Note(Base):
    """A reflection: the learner's own, shown to nobody else, in no report, hers to delete."""

    __tablename__ = "note"
    __table_args__ = (UniqueConstraint("person_id", "course_id", "question_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey(Person.id))
    course_id: Mapped[str] = mapped_column(String(80))
    question_id: Mapped[str] = mapped_column(String(80))
    text: Mapped[str] = mapped_column(Text)
    saved: Mapped[datetime]


class Completion(Base):
    """A course that somebody has completed, wherever it was taken. *Computed*."""

    __tablename__ = "completion"
    __table_args__ = (
        Index("ix_completion_course_person", "course_id", "person_id", "counts", "on"),
        Index("ix_completion_course_source", "course_id", "source"),
        Index("ix_completion_person", "person_id"),
    )

    event_seq: Mapped[int] = mapped_column(ForeignKey("event.seq"), primary_key=True)
    """The event that made it."""
    person_id: Mapped[int] = mapped_column(ForeignKey(Person.id))
    course_id: Mapped[str] = mapped_column(String(80))
    release_id: Mapped[int | None] = mapped_column(ForeignKey(Release.id))
    enrolment_id: Mapped[int | None] = mapped_column(ForeignKey("enrolment.id"), index=True)
    """Of one that was taken here."""
    source: Mapped[str] = mapped_column(String(8))
    on: Mapped[date]
    passed: Mapped[bool | None]
    """None where nothing was graded."""
    score: Mapped[float | None]
    """0..1."""
    unit_id: Mapped[int | None] = mapped_column(ForeignKey(Unit.id))
    """Where the person worked that day: history stays where it happened."""
    counts: Mapped[bool]
    """Whether the course is done by it: not withdrawn, and not a result that another portal calls not passed."""
    withdrawn_seq: Mapped[int | None] = mapped_column(ForeignKey("event.seq"))


class Requirement(Base):
    """A course asked of a role, of a unit and everything under it, or of named people."""

    __tablename__ = "requirement"

    id: Mapped[int] = mapped_column(primary_key=True)
    course_id: Mapped[str] = mapped_column(String(80), index=True)
    role: Mapped[str | None] = mapped_column(String(16))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey(Unit.id))
    due: Mapped[date | None]
    within_days: Mapped[int | None]
    """Days from the appointment."""
    made: Mapped[datetime]
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    ended: Mapped[datetime | None]


class RequiredOf(Base):
    """The named people of a requirement that names people."""

    __tablename__ = "required_of"

    requirement_id: Mapped[int] = mapped_column(ForeignKey("requirement.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey(Person.id), primary_key=True, index=True)


class Exemption(Base):
    """Somebody a requirement does not hold for. The reason is a code, never health."""

    __tablename__ = "exemption"

    requirement_id: Mapped[int] = mapped_column(ForeignKey("requirement.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey(Person.id), primary_key=True)
    code: Mapped[str] = mapped_column(String(24))
    made: Mapped[datetime]


class RenewalRule(Base):
    """Decided by a region, never by a course: how long a completion holds."""

    __tablename__ = "renewal_rule"

    course_id: Mapped[str] = mapped_column(String(80), primary_key=True)
    months: Mapped[int | None]
    fixed: Mapped[str | None] = mapped_column(String(5))
    """`MM-DD`: every year on this day."""
    window_days: Mapped[int] = mapped_column(default=60)
    refresher_course_id: Mapped[str | None] = mapped_column(String(80))
    decision: Mapped[str] = mapped_column(String(200))
    """The region's own reference (dnr)."""


class Certificate(Base):
    """An intyg. `id` is what the QR code leads to: 128 unguessable bits; the name needs `check_code` from the paper too."""

    __tablename__ = "certificate"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    completion_seq: Mapped[int] = mapped_column(ForeignKey("completion.event_seq"), unique=True)
    check_code: Mapped[str] = mapped_column(String(12))
    issued: Mapped[datetime]
    withdrawn: Mapped[datetime | None]
