"""Drafts as they stand, and as they stood."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.library.drafts.models import Draft, DraftFile, Kind, Revision
from course_builder.library.models import TextBlob


class NoSuchRevision(LookupError):
    """The draft has no revision of that number."""


def draft(session: Session, kind: str, name: str) -> Draft | None:
    """Also one that is archived or in the bin."""
    return session.scalars(select(Draft).where(Draft.kind == kind, Draft.name == name)).first()


def drafts(session: Session, kind: Kind) -> Sequence[Draft]:
    """Those that are worked on, by title."""
    found = select(Draft).where(Draft.kind == kind, Draft.archived_on.is_(None), Draft.trashed_on.is_(None))
    return session.scalars(found.order_by(Draft.title, Draft.name)).all()


def files(session: Session, draft: Draft) -> dict[str, str]:
    """Path -> SHA-256, as it stands now."""
    found = select(DraftFile.path, DraftFile.sha256).where(DraftFile.draft_id == draft.id)
    return {row.path: row.sha256 for row in session.execute(found)}


def files_at(session: Session, draft: Draft, number: int) -> dict[str, str]:
    """Path -> SHA-256, as it stood after a revision; NoSuchRevision."""
    if not 0 <= number <= draft.head:
        raise NoSuchRevision(number)
    there = files(session, draft)
    later = select(Revision.changes).where(Revision.draft_id == draft.id, Revision.number > number)
    for changes in session.scalars(later.order_by(Revision.number.desc())):
        take_back(there, changes)
    return there


def take_back(there: dict[str, str], changes: Mapping[str, Sequence[str | None]]) -> None:
    """The files before a revision, from those after it."""
    for path, (before, _) in changes.items():
        if before is None:
            there.pop(path, None)
        else:
            there[path] = before


def text(session: Session, draft: Draft, path: str) -> str | None:
    """None when there is no such text."""
    found = select(TextBlob.text).join(DraftFile, DraftFile.sha256 == TextBlob.sha256)
    return session.scalar(found.where(DraftFile.draft_id == draft.id, DraftFile.path == path))


def text_at(session: Session, draft: Draft, path: str, number: int) -> str | None:
    """None when there was no such text; NoSuchRevision."""
    sha = files_at(session, draft, number).get(path)
    return None if sha is None else session.scalar(select(TextBlob.text).where(TextBlob.sha256 == sha))
