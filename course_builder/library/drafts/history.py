"""What has happened to a draft, and the ways back. Going back makes a new revision; none is ever changed."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.library.drafts.models import LONGEST_ABOUT, Draft, Revision, Verb
from course_builder.library.drafts.reading import NoSuchRevision, files, files_at
from course_builder.library.drafts.saving import Stale, record


def revisions(
    session: Session, draft: Draft, before: int | None = None, limit: int = 50
) -> Sequence[Revision]:
    """The newest first; `before` a number, to go on from there."""
    found = (
        select(Revision).where(Revision.draft_id == draft.id).order_by(Revision.number.desc()).limit(limit)
    )
    return session.scalars(found if before is None else found.where(Revision.number < before)).all()


def revision(session: Session, draft: Draft, number: int) -> Revision:
    """NoSuchRevision."""
    found = session.scalars(
        select(Revision).where(Revision.draft_id == draft.id, Revision.number == number)
    ).first()
    if found is None:
        raise NoSuchRevision(number)
    return found


def undo(session: Session, draft: Draft, number: int, by: int | None, now: datetime) -> Revision:
    """Take back one revision. Taking back one that took back is doing it again.

    Stale when its files have been changed since; NoSuchRevision.
    """
    taken = revision(session, draft, number)
    session.refresh(draft, with_for_update=True)
    there = files(session, draft)
    since = tuple(path for path, (_, after) in sorted(taken.changes.items()) if there.get(path) != after)
    if since:
        raise Stale(since, draft.head)
    wanted = {path: before for path, (before, _) in taken.changes.items()}
    verb = Verb.REDONE if taken.verb == Verb.UNDONE else Verb.UNDONE
    return record(session, draft, wanted, draft.head, verb, taken.about, by, now, undoes=number)


def restore(session: Session, draft: Draft, number: int, by: int | None, now: datetime) -> Revision:
    """Everything as it stood after a revision; NoSuchRevision."""
    session.refresh(draft, with_for_update=True)
    then = files_at(session, draft, number)
    gone = dict.fromkeys(files(session, draft).keys() - then.keys())
    return record(session, draft, {**then, **gone}, draft.head, Verb.RESTORED, str(number), by, now)


def name_it(session: Session, revision: Revision, name: str) -> None:
    """A name that people find the version by; empty takes it away."""
    revision.name = " ".join(name.split())[:LONGEST_ABOUT] or None
    session.flush()
