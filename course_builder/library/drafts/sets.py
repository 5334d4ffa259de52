"""Shared quizzes and film discussions, as they are listed and copied."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from course_builder.content.structure.outline import LeafKind
from course_builder.library.drafts.models import Draft, DraftFile, Kind
from course_builder.library.drafts.reading import draft, text
from course_builder.library.drafts.titles import FIRST_LINES
from course_builder.library.fingerprint import Fingerprint
from course_builder.library.models import MediaBlob, TextBlob

FILM = re.compile(r"(?m)^kind: *[\"']?film-discussion\b")


@dataclass(frozen=True)
class SharedSet:
    """`media` by their paths in the set's own folder."""

    text: str
    media: Mapping[str, Fingerprint]

    @property
    def kind(self) -> LeafKind:
        return kind_of(self.text)


@dataclass(frozen=True)
class ListedSet:
    draft: Draft
    kind: LeafKind


def kind_of(words: str) -> LeafKind:
    """From the beginning of its text."""
    return "film" if FILM.search(words) else "quiz"


def shared_set(session: Session, name: str) -> SharedSet | None:
    """None when there is none, or only in the bin."""
    known = draft(session, Kind.SET, name)
    words = text(session, known, f"{name}.yaml") if known is not None and known.trashed_on is None else None
    if known is None or words is None:
        return None
    return SharedSet(words, media_of(session, known))


def media_of(session: Session, known: Draft) -> dict[str, Fingerprint]:
    found = (
        select(DraftFile.path, MediaBlob.sha256, MediaBlob.size, MediaBlob.crc32)
        .join(MediaBlob, MediaBlob.sha256 == DraftFile.sha256)
        .where(DraftFile.draft_id == known.id)
    )
    return {path: Fingerprint(sha, size, crc) for path, sha, size, crc in session.execute(found)}


def listed_sets(session: Session) -> Sequence[ListedSet]:
    """Those that are worked on, by title."""
    found = (
        select(Draft, func.substr(TextBlob.text, 1, FIRST_LINES))
        .join(DraftFile, DraftFile.draft_id == Draft.id)
        .join(TextBlob, TextBlob.sha256 == DraftFile.sha256)
        .where(Draft.kind == Kind.SET, Draft.archived_on.is_(None), Draft.trashed_on.is_(None))
        .where(DraftFile.path == Draft.name + ".yaml")
        .order_by(Draft.title, Draft.name)
    )
    return [ListedSet(known, kind_of(beginning)) for known, beginning in session.execute(found)]
