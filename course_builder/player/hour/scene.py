"""A film as a scene to read aloud: what is said, heard and seen, in order, with its stops in their places."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from course_builder.content.captions import Cue
from course_builder.content.models.film import Film, FilmDiscussion, Pause
from course_builder.content.render.film_figure import captions_in_order
from course_builder.content.render.film_stills import described, still_at
from course_builder.content.render.film_time import Pair, clock, pairs
from course_builder.content.render.film_transcript import FROM_CAPTIONS, cues_of, is_sound
from course_builder.content.render.paint import Paint

MOST_LETTERS = 240
"""On a page of a wall."""
MOST_LINES = 4
Page = dict[str, Any]
"""`lines` of `{time, text, sound}`; the last one before a stop is followed by a page with the `stop`'s id alone.

`still` is `{src, alt}` of the moment, or None.
"""


@dataclass(frozen=True)
class Line:
    at: float | None
    text: str
    sound: bool = False

    @property
    def shown(self) -> dict[str, Any]:
        return {"time": clock(self.at) if self.at is not None else "", "text": self.text, "sound": self.sound}


def scene(talk: FilmDiscussion, paint: Paint) -> list[Page]:
    """The described version tells most, so its captions are read where there are some."""
    film, stops = talk.film, sorted(talk.pauses, key=lambda pause: pause.at_)
    rest = list(_lines(talk, paint))
    made: list[Page] = []
    for stop in stops:
        made += _pages(film, (line for line in rest if (line.at or 0) < stop.at_))
        made.append({"lines": [], "stop": stop.id, "still": _still(film, stop.at_)})
        rest = [line for line in rest if (line.at or 0) >= stop.at_]
    return [*made, *_pages(film, rest)]


def _lines(talk: FilmDiscussion, paint: Paint) -> Iterator[Line]:
    film = talk.film
    if film.described is not None and film.described.captions:
        spoken = film.described.captions
        code = paint.course.language if paint.course.language in spoken else next(iter(spoken))
        moments = pairs(film.length, film.described, _known(talk.pauses))
        yield from (_line(cue, moments) for cue in cues_of(spoken[code]))
    elif film.captions:
        code = captions_in_order(film, paint.course.language)[0]
        yield from (_line(cue, ()) for cue in cues_of(film.captions[code]))
    else:
        yield from _written(film, paint)


def _known(pauses: Iterable[Pause]) -> tuple[Pause, ...]:
    return tuple(pause for pause in pauses if pause.described_at is not None)


def _line(cue: Cue, moments: tuple[Pair, ...]) -> Line:
    seconds = cue.start / 1000
    return Line(_in_film(seconds, moments), cue.plain.replace("\n", " ").strip("[]()"), is_sound(cue))


def _in_film(seconds: float, moments: tuple[Pair, ...]) -> float:
    """A moment of the described version in the film itself; between two pairs time runs evenly."""
    for before, after in pairwise(moments):
        if seconds <= after[1] and after[1] > before[1]:
            share = (seconds - before[1]) / (after[1] - before[1])
            return before[0] + share * (after[0] - before[0])
    return moments[-1][0] if moments else seconds


def _written(film: Film, paint: Paint) -> Iterator[Line]:
    """A transcript without times stands before the stops."""
    if film.transcript is None or film.transcript == FROM_CAPTIONS:
        return
    for paragraph in film.transcript.split("\n\n"):
        if paragraph.strip():
            yield Line(None, paint.plain(paragraph))


def _pages(film: Film, lines: Iterable[Line]) -> Iterator[Page]:
    page: list[Line] = []
    for line in lines:
        if page and (
            len(page) == MOST_LINES or sum(len(one.text) for one in page) + len(line.text) > MOST_LETTERS
        ):
            yield _page(film, page)
            page = []
        page.append(line)
    if page:
        yield _page(film, page)


def _page(film: Film, lines: list[Line]) -> Page:
    return {"lines": [line.shown for line in lines], "stop": None, "still": _still(film, lines[-1].at or 0)}


def _still(film: Film, moment: float) -> dict[str, str] | None:
    """The poster shows no moment of its own, and the lines tell what the film begins with."""
    still = still_at(film, moment)
    if still is not None:
        return {"src": still.picture.url, "alt": described(still)}
    return {"src": film.poster.url, "alt": ""} if film.poster else None
