"""The tables of drafts. A revision says what changed and from what, so that any of them can be undone or gone back to."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from course_builder.database.base import Base
from course_builder.people.models import Group, Person

LONGEST_NAME, LONGEST_TITLE, LONGEST_ABOUT = 80, 200, 200


class Kind(StrEnum):
    """What a draft is. Its paths are as in the folder a person would write."""

    COURSE = "course"
    """`course.yaml`, lessons and `media/`."""
    SET = "set"
    """A quiz or film discussion, as in `quizzes/`: `NAME.yaml` and the `media/` it uses."""
    REGISTER = "register"
    """`law.yaml`, `crc.yaml`, `region.yaml`, `glossary.yaml`, as in `courses/`."""


class Verb(StrEnum):
    """What a revision did."""

    MADE = "made"
    EDITED = "edited"
    ADDED = "added"
    MOVED = "moved"
    REMOVED = "removed"
    DUPLICATED = "duplicated"
    REPLACED = "replaced"
    REPAIRED = "repaired"
    TAKEN_IN = "taken-in"
    RESTORED = "restored"
    UNDONE = "undone"
    REDONE = "redone"


class Draft(Base):
    """A text tree that is worked on. It belongs to a group, or to all trainers; never to a person."""

    __tablename__ = "draft"
    __table_args__ = (UniqueConstraint("kind", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(10))
    """One of `Kind`."""
    name: Mapped[str] = mapped_column(String(LONGEST_NAME))
    """Its address: the folder's or file's name."""
    title: Mapped[str] = mapped_column(String(LONGEST_TITLE))
    """As the text says it; kept here so that a list need not read every course."""
    group_id: Mapped[int | None] = mapped_column(ForeignKey(Group.id))
    head: Mapped[int]
    """Number of the newest revision."""
    made_on: Mapped[datetime]
    saved_on: Mapped[datetime]
    archived_on: Mapped[datetime | None]
    """Put away; nothing finds it but the archive."""
    trashed_on: Mapped[datetime | None]
    """In the bin. Only what was never published comes here."""
    shipped: Mapped[str | None] = mapped_column(String(64))
    """Of what came with the program: the content that was last taken in or declined, as `folders.digest` says it."""


class DraftFile(Base):
    """A file as it stands now. What it holds is a `TextBlob` or a `MediaBlob`."""

    __tablename__ = "draft_file"

    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"), primary_key=True)
    path: Mapped[str] = mapped_column(String(400), primary_key=True)
    sha256: Mapped[str] = mapped_column(String(64), index=True)


class Revision(Base):
    """Number 1, 2, 3 … of a draft: who changed what, when."""

    __tablename__ = "revision"
    __table_args__ = (
        UniqueConstraint("draft_id", "number"),
        Index("ix_revision_draft_id_named", "draft_id", "name"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"))
    number: Mapped[int]
    made_on: Mapped[datetime]
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    verb: Mapped[str] = mapped_column(String(12))
    """One of `Verb`."""
    about: Mapped[str] = mapped_column(String(LONGEST_ABOUT), default="")
    """The title of what was changed, as a person knows it."""
    name: Mapped[str | None] = mapped_column(String(LONGEST_ABOUT))
    """A version that somebody has named."""
    changes: Mapped[dict[str, Any]]
    """Path -> [SHA-256 before or None, SHA-256 after or None]."""
    undoes: Mapped[int | None]
    """Number of the revision that this one took back."""
    entries: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    """Of the register: provisions and articles that got other words or went away, as links name them."""
