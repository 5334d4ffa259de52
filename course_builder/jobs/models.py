"""The table of jobs."""

from datetime import datetime
from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from course_builder.database.base import Base


class Job(Base):
    """Something to do once. Its arguments are ids; doing it twice must be harmless."""

    __tablename__ = "job"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(40))
    arguments: Mapped[dict[str, Any]] = mapped_column(default=dict)
    key: Mapped[str | None] = mapped_column(String(120), unique=True)
    state: Mapped[str] = mapped_column(String(8), default="waiting", index=True)
    """`waiting`, `running`, `done` or `failed`."""
    tries: Mapped[int] = mapped_column(default=0)
    due: Mapped[datetime]
    beat: Mapped[datetime | None]
    """When its worker last said it was alive; an old one is started again."""
    error: Mapped[str] = mapped_column(String(200), default="")
