"""A release without a course behind it, for tests of what only needs its name."""

from datetime import datetime

from sqlalchemy.orm import Session

from course_builder.library.models import KeptCourse, Release


def bare_release(session: Session, made_on: datetime) -> Release:
    """The first of the course `grund`."""
    session.add(KeptCourse(id="grund"))
    session.flush()
    made = Release(course_id="grund", number=1, digest="g", change="first", title="Grundkursen", minutes=60, files={}, made_on=made_on)  # fmt: skip
    session.add(made)
    session.flush()
    return made
