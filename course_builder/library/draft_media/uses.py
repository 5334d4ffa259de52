"""Where files of drafts are shown, and with what words."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.content.links import DECORATIVE
from course_builder.content.mentions import mentions
from course_builder.library.drafts.models import Draft, DraftFile
from course_builder.library.models import Release, TextBlob


@dataclass(frozen=True)
class Use:
    """A place in a text of a draft. `alt` is what a picture is described with there."""

    draft: Draft
    file: str
    line: int
    alt: str | None


Place = tuple[int, str]
"""A draft's id and a path in it."""


def uses(session: Session, drafts: Collection[Draft]) -> Mapping[Place, list[Use]]:
    """Every place of these drafts that shows a file of its own."""
    found: dict[Place, list[Use]] = {}
    for draft, file, text in _texts(session, drafts):
        for one in mentions(text, file):
            found.setdefault((draft.id, one.path), []).append(Use(draft, file, one.line, one.alt))
    return found


def descriptions(session: Session, drafts: Collection[Draft], sha256: str) -> list[str]:
    """What the same picture has been described with before, the most used first."""
    places = select(DraftFile.draft_id, DraftFile.path).where(
        DraftFile.sha256 == sha256, DraftFile.draft_id.in_([draft.id for draft in drafts])
    )
    there = {(draft_id, path) for draft_id, path in session.execute(places)}
    own = [draft for draft in drafts if draft.id in {draft_id for draft_id, _ in there}]
    counted: dict[str, int] = {}
    for place, shown in uses(session, own).items():
        for use in shown if place in there else ():
            if use.alt and use.alt != DECORATIVE:
                counted[use.alt] = counted.get(use.alt, 0) + 1
    return sorted(counted, key=lambda alt: (-counted[alt], alt))


def published(session: Session, sha256: str) -> list[tuple[str, int]]:
    """Courses and numbers of the versions that show it."""
    every = select(Release.course_id, Release.number, Release.files).order_by(
        Release.course_id, Release.number
    )
    return [(course, number) for course, number, files in session.execute(every) if sha256 in files.values()]


def _texts(session: Session, drafts: Collection[Draft]) -> Iterator[tuple[Draft, str, str]]:
    by_id = {draft.id: draft for draft in drafts}
    found = (
        select(DraftFile.draft_id, DraftFile.path, TextBlob.text)
        .join(TextBlob, TextBlob.sha256 == DraftFile.sha256)
        .where(DraftFile.draft_id.in_(by_id))
        .order_by(DraftFile.draft_id, DraftFile.path)
    )
    for draft_id, path, text in session.execute(found):
        yield by_id[draft_id], path, text
