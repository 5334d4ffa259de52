"""The captions of a film of a draft: the file that holds them, and one that is new said of wherever the film is shown."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath

from sqlalchemy.orm import Session

from course_builder.library.draft_media.films import ShownFilm, changed, films
from course_builder.library.drafts.models import Draft, Revision, Verb
from course_builder.library.drafts.reading import files
from course_builder.library.drafts.saving import Content, save
from course_builder.library.fingerprint import Fingerprint
from course_builder.library.uploads.places import free_path

WAYS = ("", "described", "signed")
"""The film itself, and its versions, by the key they stand under."""


@dataclass(frozen=True)
class Captioned:
    """Where the captions of a film file are, or will be. `way` is the version that the file is."""

    path: str
    is_new: bool
    way: str
    shown: Sequence[ShownFilm]


def captioned(session: Session, draft: Draft, film: str, language: str) -> Captioned:
    """`film` is the film file's path in the draft."""
    found = [(one, way) for one in films(session, [draft]) for way in WAYS if _file(one, way) == film]
    way = found[0][1] if found else ""
    shown = [one for one, its in found if its == way]
    known = next((path for one in shown if (path := _captions(one, way).get(language))), None)
    if known is not None:
        return Captioned(known, False, way, shown)
    return Captioned(_beside(film, language, files(session, draft)), True, way, shown)


def _beside(film: str, language: str, there: Collection[str]) -> str:
    """In the film's own folder, which the text that shows the film can reach."""
    place = PurePosixPath(film)
    path = str(place.parent / f"{place.stem}.{language}.vtt")
    return (
        path
        if path not in there
        else free_path(f"{place.stem}-{language}.vtt", ".vtt", there, f"{place.parent}/")
    )


def keep(
    session: Session,
    draft: Draft,
    film: str,
    language: str,
    made: Fingerprint,
    base: int,
    by: int,
    now: datetime,
) -> tuple[Revision, str]:
    """Saved in the draft, and the path; said in the texts that show the film when it is new. Stale."""
    known = captioned(session, draft, film, language)
    changes: dict[str, Content | None] = {known.path: made}
    if known.is_new and known.shown:
        folder = PurePosixPath(known.shown[0].film.path).parent
        written = str(PurePosixPath(known.path).relative_to(folder))
        at = (known.way, "captions", language) if known.way else ("captions", language)
        changes |= changed(known.shown, at, written)
    about = PurePosixPath(known.path).name
    return save(session, draft, changes, base, Verb.EDITED, about, by, now), known.path


def _file(one: ShownFilm, way: str) -> str:
    if not way:
        return one.film.file
    version = one.film.described if way == "described" else one.film.signed
    return version.file if version else ""


def _captions(one: ShownFilm, way: str) -> dict[str, str]:
    if not way:
        return dict(one.film.captions)
    version = one.film.described if way == "described" else one.film.signed
    return dict(version.captions) if version else {}
