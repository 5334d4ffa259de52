"""The table of what has been read through since a provision changed. Ticked off by a person; nothing is rewritten by itself."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from course_builder.database.base import Base
from course_builder.people.models import Person


class Tick(Base):
    """Somebody has read a place with the entry as it was after a revision of the register."""

    __tablename__ = "law_tick"

    entry: Mapped[str] = mapped_column(String(100), primary_key=True)
    """`law:sol-19-1` or `crc:12`."""
    place: Mapped[str] = mapped_column(String(500), primary_key=True)
    """`Citing.key`: a file of a draft, or a release."""
    revision: Mapped[int]
    read_on: Mapped[datetime]
    by_id: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
