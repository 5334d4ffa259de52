"""Which versions of which courses show a file of the media store."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.library.models import Release


@dataclass(frozen=True)
class Shown:
    """A file at its path in a version of a course."""

    sha256: str
    course_id: str
    number: int
    path: str


def places(session: Session, files: Collection[str]) -> Iterator[Shown]:
    """Of these files, by SHA-256, wherever a course shows them."""
    if not files:
        return
    every = select(Release.course_id, Release.number, Release.files)
    for course_id, number, held in session.execute(every.order_by(Release.course_id, Release.number)):
        for path, sha in sorted(held.items()):
            if sha in files:
                yield Shown(sha, course_id, number, path)
