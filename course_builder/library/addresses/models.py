"""The table of web addresses and how they answered last."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from course_builder.database.base import Base


class WebAddress(Base):
    """`dead_since` is when it first did not answer as it should, and None when it does."""

    __tablename__ = "web_address"

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    address: Mapped[str] = mapped_column(String(2000))
    asked_on: Mapped[datetime]
    reason: Mapped[str] = mapped_column(String(16), default="")
    """One of `asking.Reason`, or nothing when it answered."""
    dead_since: Mapped[datetime | None]
