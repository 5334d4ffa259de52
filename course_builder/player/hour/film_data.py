"""A film for the room: its versions, where it stops, and the scene that is read aloud when it will not play."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from course_builder.content.media import Media
from course_builder.content.models.film import Film, FilmDiscussion, FilmVersion, Pause
from course_builder.content.render.film_figure import captions_in_order
from course_builder.content.render.film_time import pairs
from course_builder.content.render.film_transcript import cues_of
from course_builder.content.render.paint import Paint
from course_builder.player.hour.scene import scene

SAME = ((0.0, 0.0), (1.0, 1.0))
Cues = list[tuple[float, float, str]]
"""From, to (seconds) and what is said or heard, lines apart."""


def room_film(talk: FilmDiscussion, paint: Paint, today: date) -> dict[str, Any]:
    """`link` is None of a film of one's own; `local`: whoever has a copy may show it from her own disk."""
    film = talk.film
    return {
        "title": paint.plain(film.title or talk.title),
        "length": film.length,
        "stops": [_stop(pause, paint) for pause in talk.pauses],
        "versions": {name: _version(film, one, talk.pauses, paint) for name, one in _versions(film)},
        "link": _link(film) if film.url else None,
        "local": bool(film.url) and film.may_be_copied(today),
        "scene": scene(talk, paint),
    }


def _versions(film: Film) -> list[tuple[str, FilmVersion | None]]:
    """Those that there are; None of the film itself."""
    others = {"described": film.described, "signed": film.signed}
    shown = [(name, one) for name, one in others.items() if one is not None and (one.file or one.url)]
    return [("plain", None), *shown]


def _version(
    film: Film, version: FilmVersion | None, pauses: tuple[Pause, ...], paint: Paint
) -> dict[str, Any]:
    language = paint.course.language
    if version is None:
        return {
            "src": _src(film.file),
            "url": film.url,
            "length": film.length,
            "pairs": SAME,
            "cues": _cues(film, language),
        }
    known = pauses if version is film.described else ()
    return {
        "src": _src(version.file), "url": version.url, "length": version.length or film.length,
        "pairs": pairs(film.length, version, known), "cues": _own_cues(version.captions, language),
    }  # fmt: skip


def _src(file: Media | None) -> str | None:
    return file.url if file else None


def _cues(film: Film, language: str) -> Cues:
    codes = captions_in_order(film, language)
    return _lines(film.captions[codes[0]]) if codes else []


def _own_cues(captions: Mapping[str, Media], language: str) -> Cues | None:
    """None: those of the film are shown, at the moments that belong together."""
    if not captions:
        return None
    return _lines(captions.get(language) or next(iter(captions.values())))


def _lines(media: Media) -> Cues:
    return [(cue.start / 1000, cue.end / 1000, cue.plain) for cue in cues_of(media)]


def _stop(pause: Pause, paint: Paint) -> dict[str, Any]:
    return {
        "id": pause.id, "at": pause.at_, "ask": paint.plain(pause.ask), "method": pause.method,
        "seconds": pause.seconds,
    }  # fmt: skip


def _link(film: Film) -> dict[str, Any]:
    return {
        "url": film.url,
        "host": film.host or urlsplit(film.url or "").hostname,
        "owner": film.owner or (film.rights.owner if film.rights else None),
        "captions": film.has_captions,
        "described": film.described.url if film.described else None,
        "signed": film.signed.url if film.signed else None,
    }
