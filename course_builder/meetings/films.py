"""What is good to know of the film of an hour long before it is shown: the network, captions, content, rights, versions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from course_builder.content.course import Course
from course_builder.content.models.film import Film, FilmDiscussion, FilmVersion
from course_builder.content.step import Step

VERSIONS = ("plain", "described", "signed")


@dataclass(frozen=True)
class Shown:
    """`link` is the address of a film that is no file of ours. `minutes` are by version, with the stops, rounded up."""

    step: str
    title: str
    link: str | None
    captions: bool
    content_note: str
    basis: str
    until: date | None
    too_late: bool
    """The right to show it ends before the day."""
    minutes: Mapping[str, int]


def films(course: Course, steps: Sequence[Step], on: date) -> list[Shown]:
    """Of the plan, in order. `on` is the day of the hour."""
    found = ((step, talk_of(course, step)) for step in steps if step.kind == "film")
    return [_shown(step, talk, on) for step, talk in found if talk is not None]


def talk_of(course: Course, step: Step) -> FilmDiscussion | None:
    """The film discussion that the step is a part of."""
    named = next((item.film for item in course.agenda if item.id == step.item), None)
    found = course.shared.get(named or step.item)
    return found if isinstance(found, FilmDiscussion) else None


def _shown(step: Step, talk: FilmDiscussion, on: date) -> Shown:
    film = talk.film
    until = film.rights.until if film.rights else None
    return Shown(
        step.id, film.title or talk.title, film.url, bool(film.captions) or bool(film.has_captions), film.content_note or "",
        film.rights.basis if film.rights else "", until, until is not None and until < on, _minutes(talk),
    )  # fmt: skip


def _minutes(talk: FilmDiscussion) -> dict[str, int]:
    film, stops = talk.film, sum(pause.seconds for pause in talk.pauses)
    lengths = {"plain": film.length, "described": _length(film, film.described), "signed": _length(film, film.signed)}  # fmt: skip
    return {name: -int(-(length + stops) // 60) for name, length in lengths.items() if length is not None}


def _length(film: Film, version: FilmVersion | None) -> float | None:
    """Seconds; None where there is no such version."""
    if version is None or version.none_needed is not None:
        return None
    return version.length or film.length
