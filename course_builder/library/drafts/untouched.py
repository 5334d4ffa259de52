"""Files that nobody has written in since they came from a starter or were added."""

from sqlalchemy import String, cast, select
from sqlalchemy.orm import Session

from course_builder.library.drafts.models import Draft, Revision, Verb
from course_builder.library.drafts.reading import files

GIVEN = frozenset({Verb.MADE, Verb.ADDED})


def untouched(session: Session, draft: Draft) -> set[str]:
    """Paths whose text is the one they began with. What was taken in or copied is somebody's own work."""
    there = files(session, draft)
    given = select(Revision.changes).where(Revision.draft_id == draft.id, Revision.verb.in_(GIVEN))
    begun = {
        (path, after)
        for changes in session.scalars(given)
        for path, (before, after) in changes.items()
        if before is None
    }
    return {path for path, sha in there.items() if (path, sha) in begun}


def is_edited(session: Session, draft: Draft, path: str) -> bool:
    """Whether somebody has written in it, and not only moved things about."""
    edited = select(Revision.id).where(Revision.draft_id == draft.id, Revision.verb == Verb.EDITED)
    named = cast(Revision.changes, String).contains(f'"{path}"', autoescape=True)
    return session.scalar(edited.where(named).limit(1)) is not None
