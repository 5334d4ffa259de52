"""Our courses, as a portal may name them."""

from collections.abc import Mapping, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from course_builder.library.models import Release


def titles(session: Session) -> Sequence[tuple[str, str]]:
    """(id, title of the latest version) of every published course, by title."""
    latest = (
        select(Release.course_id, func.max(Release.number).label("number"))
        .group_by(Release.course_id)
        .subquery()
    )
    asked = select(Release.course_id, Release.title).join(
        latest, (latest.c.course_id == Release.course_id) & (latest.c.number == Release.number)
    )
    return sorted(
        ((course, title) for course, title in session.execute(asked)), key=lambda one: one[1].casefold()
    )


def course_ids(session: Session) -> Mapping[str, str]:
    """Folded name -> id. A title that two courses share names neither."""
    found: dict[str, set[str]] = {}
    for course, title in titles(session):
        for name in (course, title):
            found.setdefault(folded_title(name), set()).add(course)
    return {name: ids.pop() for name, ids in found.items() if len(ids) == 1}


def folded_title(title: str) -> str:
    return " ".join(title.casefold().split())[:200]
