"""The table of mail, which is also the send log."""

from datetime import datetime

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from course_builder.database.base import Base


class Letter(Base):
    """One mail to one address. `key` makes a reminder that is asked for twice go out once."""

    __tablename__ = "letter"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int | None] = mapped_column(index=True)
    to: Mapped[str] = mapped_column(String(254))
    subject: Mapped[str] = mapped_column(String(200))
    body: Mapped[str] = mapped_column(Text)
    """Emptied once sent when it holds a link that opens an account."""
    purpose: Mapped[str] = mapped_column(String(24))
    key: Mapped[str | None] = mapped_column(String(120), unique=True)
    state: Mapped[str] = mapped_column(String(8), default="waiting", index=True)
    """`waiting`, `sending`, `sent` or `failed`."""
    tries: Mapped[int] = mapped_column(default=0)
    error: Mapped[str] = mapped_column(String(200), default="")
    """A code and the server's short answer, never the letter's text."""
    written: Mapped[datetime]
    due: Mapped[datetime]
    """When it is to be tried: now, or later after a failure."""
    sent: Mapped[datetime | None]
