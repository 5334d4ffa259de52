"""What is known of a film and stands in no course: who can be seen or heard in it, and on what ground it is shown."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from course_builder.database.base import Base
from course_builder.people.models import Person


class Seen(StrEnum):
    """Whether somebody of a kind is seen or heard. There is no answer until a person has given one."""

    NOT_SAID = ""
    NO = "no"
    YES = "yes"


class FilmRecord(Base):
    """Of one film: a file by its SHA-256, or a link by the SHA-256 of its address."""

    __tablename__ = "film_record"

    film: Mapped[str] = mapped_column(String(64), primary_key=True)
    children: Mapped[str] = mapped_column(String(3), default=Seen.NOT_SAID)
    patients: Mapped[str] = mapped_column(String(3), default=Seen.NOT_SAID)
    """Both are one of `Seen`."""
    who: Mapped[str] = mapped_column(Text, default="")
    """In words: actors, staff, a voice."""
    ground: Mapped[str] = mapped_column(Text, default="")
    """A consent and where it is kept, a decision, drawn figures."""
    said_by_id: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    said_on: Mapped[datetime]
