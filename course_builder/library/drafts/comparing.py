"""What differs between two revisions of a draft, file by file, to be read."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.content.difference import Row, changes
from course_builder.content.structure.titles import title_of
from course_builder.library.drafts.models import Draft
from course_builder.library.drafts.reading import files_at
from course_builder.library.models import TextBlob

How = Literal["new", "changed", "gone"]


@dataclass(frozen=True)
class FileChange:
    """`rows` is empty for what is no text, such as a picture."""

    path: str
    title: str
    how: How
    rows: tuple[Row, ...]


def between(session: Session, draft: Draft, start: int, end: int) -> Sequence[FileChange]:
    """From one revision to a later; NoSuchRevision."""
    before, after = files_at(session, draft, start), files_at(session, draft, end)
    paths = sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))
    texts = _texts(session, {sha for path in paths for sha in (before.get(path), after.get(path)) if sha})
    return [
        file_change(
            path, _of(texts, before.get(path)), _of(texts, after.get(path)), path in before, path in after
        )
        for path in paths
    ]


def file_change(path: str, old: str | None, new: str | None, was: bool, remains: bool) -> FileChange:
    how: How = "changed" if was and remains else "new" if remains else "gone"
    rows = changes(old or "", new or "") if old is not None or new is not None else ()
    return FileChange(path, title_of(path, new or old or "") or path, how, rows)


def _texts(session: Session, shas: set[str]) -> dict[str, str]:
    found = select(TextBlob.sha256, TextBlob.text).where(TextBlob.sha256.in_(sorted(shas)))
    return {sha: text for sha, text in session.execute(found)}


def _of(texts: dict[str, str], sha: str | None) -> str | None:
    return texts.get(sha) if sha is not None else None
