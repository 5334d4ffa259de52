"""Uploads under way, and what is known of the files that came of them."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from course_builder.database.base import Base
from course_builder.library.drafts.models import Draft
from course_builder.people.models import Person

LONGEST_NAME = 200


class State(StrEnum):
    RECEIVING = "receiving"
    CONVERTING = "converting"
    """Whole; a job makes a film of it that browsers play."""
    DONE = "done"
    REFUSED = "refused"


class Upload(Base):
    """A file on its way into a draft. What has come of it lies in the folder of uploads under `token`."""

    __tablename__ = "upload"
    __table_args__ = (Index("ix_upload_by_id_made_on", "by_id", "made_on"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    token: Mapped[str] = mapped_column(String(32), unique=True)
    draft_id: Mapped[int] = mapped_column(ForeignKey(Draft.id, ondelete="CASCADE"), index=True)
    by_id: Mapped[int] = mapped_column(ForeignKey(Person.id))
    name: Mapped[str] = mapped_column(String(LONGEST_NAME))
    """As the file was called where it came from. Shown, and never part of a path."""
    size: Mapped[int] = mapped_column(BigInteger)
    state: Mapped[str] = mapped_column(String(10), default=State.RECEIVING, index=True)
    done: Mapped[int] = mapped_column(default=0)
    """Of the conversion, in thousandths."""
    path: Mapped[str] = mapped_column(String(400), default="")
    """Where it is in the draft, once it is done."""
    said_sv: Mapped[str] = mapped_column(String(600), default="")
    said_en: Mapped[str] = mapped_column(String(600), default="")
    """Why it was refused."""
    made_on: Mapped[datetime]
    touched_on: Mapped[datetime]


class MediumFacts(Base):
    """What was measured when a file came in; 0 where it is not known."""

    __tablename__ = "medium_facts"

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    kind: Mapped[str] = mapped_column(String(10))
    """A kind of content.media."""
    name: Mapped[str] = mapped_column(String(LONGEST_NAME), default="")
    width: Mapped[int] = mapped_column(default=0)
    height: Mapped[int] = mapped_column(default=0)
    milliseconds: Mapped[int] = mapped_column(BigInteger, default=0)
    sound: Mapped[bool | None]
    made_on: Mapped[datetime]
