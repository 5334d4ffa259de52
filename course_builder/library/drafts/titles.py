"""Titles of many files at once, each from its first lines alone."""

from collections.abc import Iterable

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from course_builder.content.structure.titles import title_of
from course_builder.library.drafts.models import Draft, DraftFile, Kind
from course_builder.library.models import TextBlob

FIRST_LINES = 1200
"""Characters in which a title stands; the front matter of a lesson is far shorter."""


def titles(session: Session, draft: Draft) -> dict[str, str]:
    """Path -> title of every text of a draft; empty where it says none."""
    found = (
        select(DraftFile.path, func.substr(TextBlob.text, 1, FIRST_LINES))
        .join(TextBlob, TextBlob.sha256 == DraftFile.sha256)
        .where(DraftFile.draft_id == draft.id)
    )
    return {path: title_of(path, beginning) for path, beginning in session.execute(found)}


def set_titles(session: Session, names: Iterable[str]) -> dict[str, str]:
    """Name -> title of the shared sets that are there; also of archived ones, which courses may go on using."""
    found = select(Draft.name, Draft.title).where(
        Draft.kind == Kind.SET, Draft.name.in_(sorted(set(names))), Draft.trashed_on.is_(None)
    )
    return {name: title for name, title in session.execute(found)}
