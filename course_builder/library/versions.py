"""The releases of a course as people look at them: who made which, and what each says of itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.library.models import Release
from course_builder.people.models import Person


@dataclass(frozen=True)
class Version:
    """`made_by` is None when nobody is known: from the command line, or somebody whose name is protected."""

    release: Release
    made_by: str | None


def versions(session: Session, course_id: str) -> Sequence[Version]:
    """The newest first."""
    rows = session.execute(
        select(Release, Person.name)
        .outerjoin(Person, (Person.id == Release.made_by_id) & Person.protected.is_(False))
        .where(Release.course_id == course_id)
        .order_by(Release.number.desc())
    )
    return [Version(release, name) for release, name in rows]
