"""Put away, thrown away, and taken back. What was ever published is archived; only the rest can be thrown away."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from course_builder.library.drafts.models import Draft, DraftFile, Kind, Revision
from course_builder.library.models import KeptCourse

KEPT_FOR = timedelta(days=60)


class Published(Exception):
    """People have taken it: it can be archived, not thrown away."""


def is_published(session: Session, draft: Draft) -> bool:
    """A course that has a release. A shared set lies whole in the releases that use it, so it is never one itself."""
    return draft.kind == Kind.COURSE and session.get(KeptCourse, draft.name) is not None


def throw_away(session: Session, draft: Draft, now: datetime) -> None:
    """Into the bin; Published."""
    if is_published(session, draft):
        raise Published(draft.name)
    draft.trashed_on = now


def archive(draft: Draft, now: datetime) -> None:
    draft.archived_on = now


def take_back(draft: Draft) -> None:
    """Out of the bin or the archive."""
    draft.trashed_on = draft.archived_on = None


def thrown_away(session: Session) -> Sequence[Draft]:
    """The newest first."""
    return session.scalars(
        select(Draft)
        .where(Draft.trashed_on.is_not(None), Draft.head > 0)
        .order_by(Draft.trashed_on.desc(), Draft.id)
    ).all()


def archived(session: Session) -> Sequence[Draft]:
    found = select(Draft).where(Draft.archived_on.is_not(None), Draft.trashed_on.is_(None))
    return session.scalars(found.order_by(Draft.title, Draft.name)).all()


def empty(session: Session, now: datetime) -> int:
    """Removes what has lain in the bin for sixty days; how many."""
    old = session.scalars(select(Draft).where(Draft.trashed_on < now - KEPT_FOR)).all()
    for draft in old:
        _remove(session, draft)
    session.flush()
    return len(old)


def _remove(session: Session, draft: Draft) -> None:
    """Of what came with the program the name stays, or the next start would bring it back."""
    if draft.shipped is None:
        session.delete(draft)
        return
    session.execute(delete(DraftFile).where(DraftFile.draft_id == draft.id))
    session.execute(delete(Revision).where(Revision.draft_id == draft.id))
    draft.head = 0
