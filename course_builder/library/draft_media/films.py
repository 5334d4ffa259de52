"""The films of drafts: where each is shown, and its facts changed in every place of a draft at once."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.content.editing.errors import NoSuchPlace
from course_builder.content.film_edits import with_fact
from course_builder.content.film_places import FilmPlace, films_in
from course_builder.library.drafts.models import Draft, DraftFile
from course_builder.library.models import TextBlob


@dataclass(frozen=True)
class ShownFilm:
    """A film where a text of a draft shows it."""

    draft: Draft
    film: FilmPlace
    text: str


def films(session: Session, drafts: Collection[Draft]) -> Iterator[ShownFilm]:
    """By draft and path."""
    by_id = {draft.id: draft for draft in drafts}
    found = (
        select(DraftFile.draft_id, DraftFile.path, TextBlob.text)
        .join(TextBlob, TextBlob.sha256 == DraftFile.sha256)
        .where(DraftFile.draft_id.in_(by_id), TextBlob.text.contains("film"))
        .order_by(DraftFile.draft_id, DraftFile.path)
    )
    for draft_id, path, text in session.execute(found):
        for film in films_in(text, path):
            yield ShownFilm(by_id[draft_id], film, text)


def changed(shown: Sequence[ShownFilm], at: Sequence[str], value: object) -> Mapping[str, str]:
    """Path -> the text with a fact of these films set, or taken away when None. They are of one draft.

    A text that cannot be changed is left as it is.
    """
    texts: dict[str, str] = {}
    for one in shown:
        text = texts.get(one.film.path, one.text)
        now = next((film for film in films_in(text, one.film.path) if _same(film, one.film)), None)
        if now is None:
            continue
        try:
            texts[one.film.path] = with_fact(text, now, at, value)
        except NoSuchPlace:
            continue
    return {path: text for path, text in texts.items() if text != _before(shown, path)}


def _same(one: FilmPlace, other: FilmPlace) -> bool:
    return (one.block, one.file, one.url) == (other.block, other.file, other.url)


def _before(shown: Sequence[ShownFilm], path: str) -> str:
    return next(one.text for one in shown if one.film.path == path)
