"""What is new in a course since somebody took it: for her whose refresher is due."""

from sqlalchemy.orm import Session

from course_builder.learning.standing import Standing
from course_builder.library.news import new_since
from course_builder.library.releases import course_of, latest


def since_taken(session: Session, standing: Standing) -> tuple[str, ...]:
    """A few lines in the course's language; none when she took the newest release, or took it elsewhere."""
    newest = latest(session, standing.course_id)
    if newest is None or standing.release_id in (None, newest.id):
        return ()
    old, new = course_of(session, standing.release_id or 0), course_of(session, newest.id)
    return new_since(old, new, new.language) if old.id == new.id else ()
