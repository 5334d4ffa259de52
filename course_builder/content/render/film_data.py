"""What the script needs to know of a film: times and files, no text that the page already has."""

from typing import Any

from course_builder.content.keys import state_key
from course_builder.content.models.film import Film, FilmDiscussion, FilmVersion, Pause
from course_builder.content.render.film_figure import shown_versions
from course_builder.content.render.film_time import pairs, step_minutes
from course_builder.content.render.film_transcript import cues_of

CHOICE = state_key("the version and captions last chosen")
"""Kept once for all films of a course."""
LONGEST_STATE = 20
LONGEST_CHOICE = 2


def discussion_data(talk: FilmDiscussion, *, part: bool) -> dict[str, Any]:
    return _data(talk.film, talk.id, talk.title, talk.pauses) | {
        "key": talk.key, "part": part, "minutes": step_minutes(talk)[1],
    }  # fmt: skip


def film_data(film: Film, film_id: str, title: str) -> dict[str, Any]:
    return _data(film, film_id, title, ()) | {"key": state_key(film_id), "part": False, "minutes": 0}


def _data(film: Film, name: str, title: str, pauses: tuple[Pause, ...]) -> dict[str, Any]:
    data: dict[str, Any] = {
        "name": name, "title": title, "length": film.length, "choice": CHOICE,
        "pauses": [{"key": pause.key, "at": pause.at_} for pause in pauses],
    }  # fmt: skip
    if film.file is not None:
        described = {name: _version(film, version, pauses) for name, version in shown_versions(film).items()}
        data["versions"] = {"film": {"src": film.file.url}} | described
    return data


def _version(film: Film, version: FilmVersion, pauses: tuple[Pause, ...]) -> dict[str, Any]:
    known = pauses if version is film.described else ()
    data: dict[str, Any] = {
        "src": version.file.url if version.file else "",
        "pairs": pairs(film.length, version, known),
    }
    if version.captions:
        data["cues"] = {
            language: [[cue.start / 1000, cue.end / 1000, cue.text] for cue in cues_of(media)]
            for language, media in version.captions.items()
        }
    return data
