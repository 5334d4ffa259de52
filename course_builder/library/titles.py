"""What courses are called: as the release says that somebody took, else as the newest one does."""

from collections.abc import Collection, Mapping

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from course_builder.library.models import Release


def title(session: Session, course_id: str, release_id: int | None = None) -> str:
    """A course that was only ever taken elsewhere has its id for a title."""
    if release_id is not None:
        found = session.scalar(select(Release.title).where(Release.id == release_id))
        if found:
            return found
    return titles(session, [course_id])[course_id]


def titles(session: Session, course_ids: Collection[str]) -> Mapping[str, str]:
    """Of the newest release of each."""
    newest = (
        select(Release.course_id, func.max(Release.number).label("number"))
        .where(Release.course_id.in_(set(course_ids)))
        .group_by(Release.course_id)
        .subquery()
    )
    rows = session.execute(
        select(Release.course_id, Release.title).join(
            newest, (newest.c.course_id == Release.course_id) & (newest.c.number == Release.number)
        )
    )
    return {one: one for one in course_ids} | {course_id: name for course_id, name in rows}
