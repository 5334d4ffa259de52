"""What the editor does to a draft: whole texts, single values, and steps back, always on the newest revision."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.content.editing.ids import with_ids
from course_builder.content.merging import merged
from course_builder.content.structure.edits import Edit, Missed, edited
from course_builder.content.structure.titles import title_of
from course_builder.library.drafts.history import revision, undo
from course_builder.library.drafts.models import Draft, Revision, Verb
from course_builder.library.drafts.reading import text
from course_builder.library.drafts.saving import Stale, save
from course_builder.library.models import TextBlob


class NoText(LookupError):
    """There is no such text in the draft."""


@dataclass(frozen=True)
class SavedEdits:
    revision: Revision
    text: str
    missed: tuple[Missed, ...]


def save_text(
    session: Session,
    draft: Draft,
    path: str,
    words: str,
    base: int,
    about: str,
    by: int | None,
    now: datetime,
) -> Revision:
    """A whole text; Stale when somebody else has changed it since `base`.

    A page that never heard that its text was saved sends it again: what the same person has saved already since
    `base`, and others went on from, is not a conflict.
    """
    session.refresh(draft, with_for_update=True)
    words = line_ends_of(text(session, draft, path), words)
    try:
        return save(session, draft, {path: words}, base, Verb.EDITED, about, by, now)
    except Stale:
        known = _saved_before(session, draft, path, words, base, by)
        if known is None:
            raise
        return known


def save_edits(
    session: Session, draft: Draft, path: str, block: str | int | None, edits: Sequence[Edit], by: int | None, now: datetime
) -> SavedEdits:  # fmt: skip
    """NoText; NoSuchPlace when the text cannot be read or the way leads nowhere."""
    session.refresh(draft, with_for_update=True)
    before = text(session, draft, path)
    if before is None:
        raise NoText(path)
    made = edited(before, block, edits, path)
    about = title_of(path, made.text) or path
    kept = save(session, draft, {path: made.text}, draft.head, Verb.EDITED, about, by, now)
    return SavedEdits(kept, made.text, made.missed)


def set_aside(
    session: Session, draft: Draft, path: str, words: str, about: str, by: int | None, now: datetime
) -> Revision:
    """Keeps a text in the history while the draft stays as it is."""
    session.refresh(draft, with_for_update=True)
    before = draft.head
    kept = save(session, draft, {path: words}, draft.head, Verb.EDITED, about, by, now)
    return undo(session, draft, kept.number, by, now) if draft.head != before else kept


def step_back(session: Session, draft: Draft, number: int, by: int | None, now: datetime) -> Revision:
    """Takes a revision back, also when its files have been changed elsewhere in them since; Stale, NoSuchRevision."""
    session.refresh(draft, with_for_update=True)
    try:
        return undo(session, draft, number, by, now)
    except Stale as stale:
        return _undo_beside(session, draft, revision(session, draft, number), stale, by, now)


def write_ids(session: Session, draft: Draft, path: str, by: int | None, now: datetime) -> SavedEdits:
    """The ids that are missing, and nothing else; NoText."""
    session.refresh(draft, with_for_update=True)
    before = text(session, draft, path)
    if before is None:
        raise NoText(path)
    made = with_ids(before, path, secrets.choice)
    kept = save(
        session, draft, {path: made}, draft.head, Verb.REPAIRED, title_of(path, made) or path, by, now
    )
    return SavedEdits(kept, made, ())


def line_ends_of(before: str | None, words: str) -> str:
    """A field of a page knows only `\\n`; a file that came with `\\r\\n` keeps them."""
    if before is None or "\r" in words or before.count("\n") != before.count("\r\n") or "\r\n" not in before:
        return words
    return words.replace("\n", "\r\n")


def last_change(session: Session, draft: Draft, path: str) -> Revision | None:
    """The newest revision that touched a file."""
    newest = select(Revision).where(Revision.draft_id == draft.id).order_by(Revision.number.desc())
    return next((one for one in session.scalars(newest).yield_per(50) if path in one.changes), None)


def changed_by_others(session: Session, draft: Draft, seen: int, by: int | None) -> set[str]:
    """Paths that somebody else has touched after a revision."""
    later = select(Revision).where(Revision.draft_id == draft.id, Revision.number > seen)
    return {path for one in session.scalars(later) if one.made_by_id != by for path in one.changes}


def _saved_before(
    session: Session, draft: Draft, path: str, words: str, base: int, by: int | None
) -> Revision | None:
    later = select(Revision).where(
        Revision.draft_id == draft.id, Revision.number > base, Revision.made_by_id == by
    )
    for one in session.scalars(later.order_by(Revision.number.desc())):
        sha = one.changes.get(path, (None, None))[1]
        if sha is not None and session.get_one(TextBlob, sha).text == words:
            return one
    return None


def _undo_beside(
    session: Session, draft: Draft, taken: Revision, stale: Stale, by: int | None, now: datetime
) -> Revision:
    """Line by line: what was changed since stays, as long as it is not the same lines."""
    wanted: dict[str, str | None] = {}
    for path, (before, after) in taken.changes.items():
        there = text(session, draft, path)
        old, new = _words(session, before), _words(session, after)
        if there is None or new is None or old is None:
            if there != new:
                raise stale
            wanted[path] = old
            continue
        whole = merged(new, there, old)
        if whole is None:
            raise stale
        wanted[path] = whole
    verb = Verb.REDONE if taken.verb == Verb.UNDONE else Verb.UNDONE
    made = save(session, draft, wanted, draft.head, verb, taken.about, by, now)
    made.undoes = taken.number
    return made


def _words(session: Session, sha: str | None) -> str | None:
    found = session.get(TextBlob, sha) if sha is not None else None
    return found.text if found is not None else None
