"""The tables of the library. A release never changes; the text of a course is kept by its hash, media in the media store."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from course_builder.database.base import Base
from course_builder.people.models import Group, Person


class Change(StrEnum):
    """What a release says it is."""

    FIRST = "first"
    WORDING = "wording"
    CONTENT = "content"
    CORRECTION = "correction"
    """Law or fact was wrong: everyone in mid-course moves at the next visit and is told."""


class Taken(StrEnum):
    """Where people take a course."""

    HERE = "here"
    PORTAL = "portal"
    BOTH = "both"


class KeptCourse(Base):
    """A course that has been released. It belongs to a group, not to a person."""

    __tablename__ = "course"

    id: Mapped[str] = mapped_column(String(80), primary_key=True)
    """The id in course.yaml."""
    group_id: Mapped[int | None] = mapped_column(ForeignKey(Group.id))
    taken: Mapped[str] = mapped_column(String(8), default=Taken.HERE)
    """One of `Taken`."""
    staff_link: Mapped[str] = mapped_column(String(400), default="")
    external_link: Mapped[str] = mapped_column(String(400), default="")
    """Addresses of the course in the portal, for staff and for external users."""


class Release(Base):
    """Number 1, 2, 3 … of a course, addressed by its content. Older content may come back under a new number."""

    __tablename__ = "release"
    __table_args__ = (UniqueConstraint("course_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    course_id: Mapped[str] = mapped_column(ForeignKey("course.id"))
    number: Mapped[int]
    digest: Mapped[str] = mapped_column(String(64))
    """SHA-256 over the tree: paths and the hashes of what they hold."""
    change: Mapped[str] = mapped_column(String(12))
    note: Mapped[str] = mapped_column(Text, default="")
    """What is new, in the trainer's words; learners read it."""
    title: Mapped[str] = mapped_column(String(200))
    minutes: Mapped[int]
    audience: Mapped[list[str]] = mapped_column(default=list)
    files: Mapped[dict[str, Any]]
    """Path -> SHA-256: `course/…` is the course's own folder, `shelf/0/…` what it uses of the nearest shelf."""
    made_on: Mapped[datetime]
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey(Person.id))


class TextBlob(Base):
    """The text of one file, once."""

    __tablename__ = "text_blob"

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    text: Mapped[str] = mapped_column(Text)


class MediaBlob(Base):
    """A file of the media store. The row is written after the file is safe."""

    __tablename__ = "media_blob"

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    size: Mapped[int] = mapped_column(BigInteger)
    crc32: Mapped[int] = mapped_column(BigInteger)
