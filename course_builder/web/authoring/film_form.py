"""A film discussion as a form: the film itself to stop in, the minutes against a meeting's, and what is known of the film."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from flask import url_for

from course_builder.content.talk_time import SLOTS, TalkTime, talk_time
from course_builder.library.drafts.models import Draft
from course_builder.library.drafts.reading import files
from course_builder.library.film_register.models import FilmRecord
from course_builder.library.film_register.register import Registered, key_of, register
from course_builder.web.authoring.film_playing import file_of, mapping, playing
from course_builder.web.authoring.film_words import film_words, said_of
from course_builder.web.authoring.own_drafts import own_drafts
from course_builder.web.records import reading


@dataclass(frozen=True)
class Span:
    """A part of the ruler, in minutes."""

    what: str
    words: str
    start: int
    minutes: int


def film_around(draft: Draft, path: str, value: Mapping[str, Any]) -> Mapping[str, Any]:
    film = mapping(value.get("film"))
    time = talk_time(value)
    key = _key(draft, path, film)
    return {
        "film": playing(draft, path, film),
        "described": playing(draft, path, mapping(film.get("described"))),
        "time": time,
        "spans": _spans(time),
        "slots": SLOTS,
        "said": said_of(time),
        "film_words": film_words(),
        "film_page": url_for("film_versions.page", kind=draft.kind, name=draft.name, film=key) if key else "",
        "record": reading().get(FilmRecord, key) if key else None,
        "elsewhere": _elsewhere(key) if key and not mapping(film.get("rights")).get("basis") else None,
    }


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
    file = file_of(film, "file", str(PurePosixPath(path).parent))
    if file:
        return files(reading(), draft).get(file, "")
    return key_of(" ".join(str(film["url"]).split())) if film.get("url") else ""


def _elsewhere(key: str) -> Registered | None:
    """The film where another text already says by what right it is shown."""
    those = (one for one in register(reading(), own_drafts(), ()) if one.key == key and one.basis)
    return next(those, None)
