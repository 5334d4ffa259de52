"""The log of packages. A row is never changed: what was handed out stays handed out."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from course_builder.database.base import Base
from course_builder.library.models import Release
from course_builder.people.models import Person

LONGEST_PORTAL = 120


class Export(Base):
    """One package. Of a release, or of a draft, whose files are then named here by their content."""

    __tablename__ = "export"
    __table_args__ = (Index("ix_export_course_portal", "course_id", "portal_key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    course_id: Mapped[str] = mapped_column(String(80))
    release_id: Mapped[int | None] = mapped_column(ForeignKey(Release.id))
    files: Mapped[dict[str, Any] | None]
    """Of a draft: path -> SHA-256, as in a release."""
    digest: Mapped[str] = mapped_column(String(64))
    """Of the course as people see it; the same for a draft and the release made of it."""
    portal: Mapped[str] = mapped_column(String(LONGEST_PORTAL))
    """What people call the portal; empty for a meeting kit, which goes to a room."""
    portal_key: Mapped[str] = mapped_column(String(LONGEST_PORTAL))
    """The same, so that two spellings are one portal."""
    format: Mapped[str] = mapped_column(String(40))
    answers: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """What was chosen, by the names of `packaging.choices.QUESTIONS`; of a kit its plan."""
    file: Mapped[str] = mapped_column(String(200))
    size: Mapped[int] = mapped_column(BigInteger)
    """Bytes of the zip."""
    sha256: Mapped[str] = mapped_column(String(64))
    """Of the zip: whoever has a file can see which line of the log it is."""
    made_on: Mapped[datetime]
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
