"""Captions: there, readable, in time, and slow enough (WCAG 1.2.2)."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from course_builder.content import caption_timing as timing
from course_builder.content.captions import LARGEST_FILE, Cue, parse
from course_builder.content.checks.context import Checked
from course_builder.content.checks.every_film import ShownFilm, films
from course_builder.content.media import Media
from course_builder.content.problems import Code, Place, Problem

MISSING = Code("captions-missing", "error", "Filmen {title} har ingen undertext på kursens språk ({language}).", "The film {title} has no captions in the course's language ({language}).",
               "Lägg till en vtt- eller srt-fil under captions:", "Add a vtt or srt file under captions:")  # fmt: skip
OVERLAP = Code("captions-overlap", "warning", "Undertexten på rad {line} visas samtidigt som nästa.", "The caption on line {line} is shown together with the next.",
               "Låt den ena sluta när den andra börjar.", "Let the one end when the other begins.")  # fmt: skip
FAST = Code("captions-fast", "warning", "Undertexten på rad {line} är för snabb: {speed} tecken i sekunden.", "The caption on line {line} is too fast: {speed} characters a second.",
            "Högst {most}. Korta texten eller visa den längre.", "At most {most}. Shorten it, or show it longer.")  # fmt: skip
LONG = Code("captions-long", "warning", "Undertexten på rad {line} är för lång.", "The caption on line {line} is too long.",
            "Högst {lines} rader med {wide} tecken.", "At most {lines} lines of {wide} characters.")  # fmt: skip
OUTSIDE = Code("captions-outside", "warning", "Undertexten på rad {line} ligger efter filmens slut.", "The caption on line {line} is after the film's end.",
               "Kontrollera tiderna och filmens length.", "Check the times and the film's length.")  # fmt: skip


def check(checked: Checked) -> Iterator[Problem]:
    for shown in films(checked):
        yield from _of_film(checked, shown)


def _of_film(checked: Checked, shown: ShownFilm) -> Iterator[Problem]:
    film, language = shown.film, checked.course.language
    if film.file is not None and language not in film.captions:
        yield MISSING.at(film.place, title=shown.title, language=language)
    yield from _files(film.captions, film.length)
    for version in (film.described, film.signed):
        if version is not None and version.length is not None:
            yield from _files(version.captions, version.length)


def _files(captions: Mapping[str, Media], length: float) -> Iterator[Problem]:
    for media in captions.values():
        with media.blob.open() as stream:
            read = parse(stream.read(LARGEST_FILE + 1))
        yield from (code.at(Place(media.shown, line), line=line) for line, code in read.problems)
        yield from _timing(read.cues, media.shown, length)


def _timing(cues: tuple[Cue, ...], file: str, length: float) -> Iterator[Problem]:
    def told(
        code: Code, found: Iterable[Cue], values: Callable[[Cue], Mapping[str, object]]
    ) -> Iterator[Problem]:
        return (code.at(Place(file, cue.line), line=cue.line, **values(cue)) for cue in found)

    yield from told(OVERLAP, (first for first, _ in timing.overlapping(cues)), lambda cue: {})
    yield from told(
        FAST,
        timing.too_fast(cues),
        lambda cue: {"speed": round(timing.speed(cue)), "most": round(timing.FASTEST_SPEED)},
    )
    yield from told(
        LONG, timing.too_long(cues), lambda cue: {"lines": timing.MOST_LINES, "wide": timing.WIDEST_LINE}
    )
    yield from told(OUTSIDE, timing.outside(cues, length), lambda cue: {})
