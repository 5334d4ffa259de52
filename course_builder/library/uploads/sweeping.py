"""What nobody came back to is thrown away: uploads left half done, and files that no upload speaks of."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from course_builder.library.uploads.models import State, Upload
from course_builder.library.uploads.receiving import UNFINISHED, refuse
from course_builder.library.uploads.refusals import not_playable

ABANDONED = timedelta(days=2)
TOLD = timedelta(days=8)
"""How long the page that asks hears how an upload ended."""


def forget(session: Session, now: datetime) -> None:
    """Rows that are too old; a conversion that never came to an end is a film that could not be converted."""
    session.execute(
        delete(Upload).where(Upload.state == State.RECEIVING, Upload.touched_on < now - ABANDONED)
    )
    stuck = select(Upload).where(Upload.state == State.CONVERTING, Upload.touched_on < now - ABANDONED)
    for upload in session.scalars(stuck):
        refused = not_playable(upload.name)
        refuse(session, upload.id, refused.sv, refused.en, now)
    session.execute(delete(Upload).where(Upload.touched_on < now - TOLD))


def wanted(session: Session) -> frozenset[str]:
    """The names of files that an upload still needs."""
    return frozenset(session.scalars(select(Upload.token).where(Upload.state.in_(UNFINISHED))))


def sweep(folder: Path, wanted: frozenset[str]) -> Sequence[str]:
    """Names of the files that are gone now. A row is always there before its file, so a file without one has no future."""
    if not folder.is_dir():
        return []
    gone = [one for one in sorted(folder.iterdir()) if one.name.removesuffix(".new") not in wanted]
    for one in gone:
        one.unlink(missing_ok=True)
    return [one.name for one in gone]
