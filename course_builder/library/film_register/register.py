"""Every film of the drafts and of what is published: where it is shown, by what right and until when, who can be seen in it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from hashlib import sha256

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from course_builder.content.film_places import FilmPlace, films_in
from course_builder.library.addresses.models import WebAddress
from course_builder.library.draft_media.films import films
from course_builder.library.drafts.models import Draft, DraftFile
from course_builder.library.film_register.models import FilmRecord, Seen
from course_builder.library.models import Release, TextBlob
from course_builder.library.uploads.models import MediumFacts

SOON = timedelta(days=90)
"""As long before the end as the check of a course warns (content.checks.rights)."""


@dataclass(frozen=True)
class Where:
    """A film in a draft, or in the newest version of a course. `sha256` is the file's, or empty."""

    film: FilmPlace
    sha256: str
    draft: Draft | None = None
    release: Release | None = None


@dataclass
class Registered:
    """One film. What the first place says of it stands for all; `others` is whether they say something else."""

    key: str
    places: list[Where] = field(default_factory=list)
    record: FilmRecord | None = None
    facts: MediumFacts | None = None
    dead_since: datetime | None = None
    """Of a link: when it first did not answer, as the nightly round has it."""

    @property
    def film(self) -> FilmPlace:
        return self.places[0].film

    @property
    def until(self) -> date | None:
        """The first day that any place names."""
        days = [place.film.until for place in self.places if place.film.until]
        return min(days) if days else None

    @property
    def basis(self) -> str:
        return next((place.film.basis for place in self.places if place.film.basis), "")

    @property
    def is_answered(self) -> bool:
        return self.record is not None and Seen.NOT_SAID not in (self.record.children, self.record.patients)

    def standing(self, today: date) -> str:
        """`ended`, `ending`, `missing` or `held`: the right to show it."""
        if self.until is not None and self.until < today:
            return "ended"
        if not self.basis:
            return "missing"
        return "ending" if self.until is not None and self.until <= today + SOON else "held"


def register(session: Session, drafts: Collection[Draft], courses: Collection[str]) -> Sequence[Registered]:
    """Of these drafts, and of the newest versions of these courses; by title."""
    found: dict[str, Registered] = {}
    for where in (*_in_drafts(session, drafts), *_published(session, courses)):
        key = where.sha256 or key_of(where.film.url)
        if where.sha256 or where.film.url:
            found.setdefault(key, Registered(key)).places.append(where)
    for record in session.scalars(select(FilmRecord).where(FilmRecord.film.in_(found))):
        found[record.film].record = record
    for facts in session.scalars(select(MediumFacts).where(MediumFacts.sha256.in_(found))):
        found[facts.sha256].facts = facts
    dead = select(WebAddress).where(WebAddress.sha256.in_(found), WebAddress.dead_since.is_not(None))
    for address in session.scalars(dead):
        found[address.sha256].dead_since = address.dead_since
    return sorted(found.values(), key=lambda one: (one.film.title.lower(), one.key))


def key_of(url: str) -> str:
    return sha256(url.encode()).hexdigest()


def _in_drafts(session: Session, drafts: Collection[Draft]) -> Iterator[Where]:
    rows = select(DraftFile.draft_id, DraftFile.path, DraftFile.sha256).where(
        DraftFile.draft_id.in_([draft.id for draft in drafts])
    )
    held = {(row.draft_id, row.path): row.sha256 for row in session.execute(rows)}
    for shown in films(session, drafts):
        yield Where(shown.film, held.get((shown.draft.id, shown.film.file), ""), draft=shown.draft)


def _published(session: Session, courses: Collection[str]) -> Iterator[Where]:
    newest = (
        select(Release.course_id, func.max(Release.number).label("number"))
        .where(Release.course_id.in_(courses))
        .group_by(Release.course_id)
        .subquery()
    )
    found = select(Release).join(
        newest, (Release.course_id == newest.c.course_id) & (Release.number == newest.c.number)
    )
    for release in session.scalars(found.order_by(Release.course_id)):
        for film in _of(session, release.files):
            yield Where(film, release.files.get(film.file, ""), release=release)


def _of(session: Session, files: Mapping[str, str]) -> Iterator[FilmPlace]:
    texts = select(TextBlob).where(TextBlob.sha256.in_(set(files.values())), TextBlob.text.contains("film"))
    held = {blob.sha256: blob.text for blob in session.scalars(texts)}
    for path, sha in sorted(files.items()):
        if sha in held:
            yield from films_in(held[sha], path)
