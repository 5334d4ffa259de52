"""Every file of some drafts, once for each place it lies in."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.content.media import SUFFIXES
from course_builder.library.drafts.models import Draft, DraftFile
from course_builder.library.models import MediaBlob
from course_builder.library.uploads.models import MediumFacts


@dataclass(frozen=True)
class Listed:
    """A file at its path in a draft. `facts` is None for one that came in with a folder and was never measured."""

    draft: Draft
    path: str
    sha256: str
    size: int
    facts: MediumFacts | None

    @property
    def kind(self) -> str:
        return SUFFIXES.get(PurePosixPath(self.path).suffix.lower(), "")

    @property
    def name(self) -> str:
        return PurePosixPath(self.path).name


def listed(session: Session, drafts: Collection[Draft], kinds: Collection[str] = ()) -> Sequence[Listed]:
    """By draft and path; all kinds when none is named."""
    every = list(_every(session, drafts))
    return [one for one in every if one.kind and (not kinds or one.kind in kinds)]


def found(files: Sequence[Listed], words: str) -> Sequence[Listed]:
    """Those whose path, first name or draft holds every word."""
    wanted = words.lower().split()
    return [one for one in files if all(word in _searched(one) for word in wanted)]


def _every(session: Session, drafts: Collection[Draft]) -> Iterator[Listed]:
    by_id = {draft.id: draft for draft in drafts}
    question = (
        select(DraftFile.draft_id, DraftFile.path, DraftFile.sha256, MediaBlob.size, MediumFacts)
        .join(MediaBlob, MediaBlob.sha256 == DraftFile.sha256)
        .outerjoin(MediumFacts, MediumFacts.sha256 == DraftFile.sha256)
        .where(DraftFile.draft_id.in_(by_id))
        .order_by(DraftFile.path)
    )
    rows = [
        Listed(by_id[row.draft_id], row.path, row.sha256, row.size, row.MediumFacts)
        for row in session.execute(question)
    ]
    yield from sorted(rows, key=lambda one: (one.draft.title.lower(), one.draft.id, one.path))


def _searched(one: Listed) -> str:
    return f"{one.path} {one.facts.name if one.facts else ''} {one.draft.title}".lower()
