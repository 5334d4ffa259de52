"""A film discussion as a form: the film itself to stop in, the minutes against a meeting's, and what is known of the film."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from flask import url_for

from course_builder.content.media import SUFFIXES, inside
from course_builder.content.render.film_time import clock
from course_builder.content.talk_time import SLOTS, TalkTime, seconds_of, talk_time
from course_builder.library.drafts.models import Draft
from course_builder.library.drafts.reading import files
from course_builder.library.film_register.models import FilmRecord
from course_builder.library.film_register.register import Registered, key_of, register
from course_builder.library.uploads.places_of import facts_at
from course_builder.web.authoring.film_words import film_words, said_of
from course_builder.web.authoring.own_drafts import own_drafts
from course_builder.web.records import reading

TRACKS = (".vtt",)
"""What a browser shows beside a film by itself."""


@dataclass(frozen=True)
class Captions:
    """`address` is where its editor is; `track` the file itself, or empty where a browser cannot show it."""

    language: str
    name: str
    address: str
    track: str


@dataclass(frozen=True)
class Playing:
    """A film as the form plays it. `address` is empty for a link and for a file that the draft does not have.

    `length` and `probed` are in seconds: what is written, and what was measured when the file came in; 0 when not known.
    """

    file: str
    url: str
    address: str
    poster: str
    length: float
    probed: float
    captions: Sequence[Captions]
    write_captions: str

    @property
    def is_there(self) -> bool:
        return bool(self.address or self.url)

    @property
    def probed_clock(self) -> str:
        return clock(self.probed)

    @property
    def is_measured_otherwise(self) -> bool:
        """Whether what is written is another length than what was measured, by more than rounding."""
        return bool(self.probed) and abs(self.probed - self.length) > 1


@dataclass(frozen=True)
class Span:
    """A part of the ruler, in minutes."""

    what: str
    words: str
    start: int
    minutes: int


def film_around(draft: Draft, path: str, value: Mapping[str, Any]) -> Mapping[str, Any]:
    film = _map(value.get("film"))
    time = talk_time(value)
    key = _key(draft, path, film)
    return {
        "film": _playing(draft, path, film),
        "described": _playing(draft, path, _map(film.get("described"))),
        "time": time,
        "spans": _spans(time),
        "slots": SLOTS,
        "said": said_of(time),
        "film_words": film_words(),
        "film_page": url_for("film_versions.page", kind=draft.kind, name=draft.name, film=key) if key else "",
        "record": reading().get(FilmRecord, key) if key else None,
        "elsewhere": _elsewhere(key) if key and not _map(film.get("rights")).get("basis") else None,
    }


def _playing(draft: Draft, path: str, film: Mapping[str, Any]) -> Playing:
    there = files(reading(), draft)
    folder = str(PurePosixPath(path).parent)
    file, poster = _file(film, "file", folder), _file(film, "poster", folder)
    facts = facts_at(reading(), draft.id, file) if file in there else None
    of_film = {"kind": draft.kind, "name": draft.name, "film": file}
    captions = [
        _captions(draft, of_film, there, str(language), inside(str(one or ""), folder) or "")
        for language, one in _map(film.get("captions")).items()
    ]
    return Playing(
        file=file,
        url=str(film.get("url") or ""),
        address=_address(draft, there, file, "film"),
        poster=_address(draft, there, poster, "picture"),
        length=seconds_of(film.get("length")) or 0,
        probed=round(facts.milliseconds / 1000) if facts else 0,
        captions=captions,
        write_captions=url_for("caption_editor.page", **of_film) if file in there else "",
    )


def _captions(draft: Draft, of_film: Mapping[str, str], there: Mapping[str, str], language: str, path: str) -> Captions:  # fmt: skip
    track = _address(draft, there, path, "captions") if path.endswith(TRACKS) else ""
    editor = url_for("caption_editor.page", **of_film, **{"in": language}) if of_film["film"] in there else ""
    return Captions(language, path.rpartition("/")[2], editor, track)


def _address(draft: Draft, there: Mapping[str, str], path: str, kind: str) -> str:
    if path not in there or SUFFIXES.get(PurePosixPath(path).suffix.lower()) != kind:
        return ""
    return url_for("media_files.file", kind=draft.kind, name=draft.name, sha256=there[path])


def _spans(time: TalkTime) -> list[Span]:
    words = film_words()
    parts = [("talk", words["before"], time.before), ("film", words["film"], time.film_minutes), ("quiet", words["after"], time.after)]  # fmt: skip
    spans: list[Span] = []
    for what, called, minutes in parts:
        if minutes:
            spans.append(Span(what, called, spans[-1].start + spans[-1].minutes if spans else 0, minutes))
    return spans


def _key(draft: Draft, path: str, film: Mapping[str, Any]) -> str:
    """As the film register names it; empty for a film that is not there yet."""
    file = _file(film, "file", str(PurePosixPath(path).parent))
    if file:
        return files(reading(), draft).get(file, "")
    return key_of(" ".join(str(film["url"]).split())) if film.get("url") else ""


def _elsewhere(key: str) -> Registered | None:
    """The film where another text already says by what right it is shown."""
    those = (one for one in register(reading(), own_drafts(), ()) if one.key == key and one.basis)
    return next(those, None)


def _file(film: Mapping[str, Any], name: str, folder: str) -> str:
    return inside(str(film.get(name) or ""), folder) or ""


def _map(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
