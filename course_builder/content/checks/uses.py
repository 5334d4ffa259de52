"""Files used as what they are: a film is a film, a cover is a picture."""

from collections.abc import Iterator

from course_builder.content.checks.context import Checked
from course_builder.content.checks.every_film import films
from course_builder.content.media import Media
from course_builder.content.models.film import Film, FilmVersion
from course_builder.content.problems import Code, Place, Problem

WRONG = Code("media-wrong-use", "error", "Filen {path} är ingen {wanted_sv}.", "The file {path} is no {wanted_en}.", "Byt fil, eller använd den någon annanstans.", "Change the file, or use it elsewhere.")  # fmt: skip

WORDS = {"picture": ("bild", "picture"), "film": ("film", "film"), "captions": ("undertext", "caption file")}


def check(checked: Checked) -> Iterator[Problem]:
    for media, kind, place in _uses(checked):
        if media.kind != kind:
            sv, en = WORDS[kind]
            yield WRONG.at(place, path=media.path, wanted_sv=sv, wanted_en=en)


def _uses(checked: Checked) -> Iterator[tuple[Media, str, Place]]:
    course = checked.course
    if course.cover is not None:
        yield course.cover, "picture", course.place
    for shown in films(checked):
        yield from _of_film(shown.film)
        for version in (shown.film.described, shown.film.signed):
            if version is not None:
                yield from _of_film(version)
    for lesson in checked.lessons:
        shown_in = {link.target: link.place for link in checked.sources[lesson.file].links if link.picture}
        for block in lesson.texts:
            yield from ((media, "picture", shown_in[path]) for path, media in block.media.items())


def _of_film(film: Film | FilmVersion) -> Iterator[tuple[Media, str, Place]]:
    if film.file is not None:
        yield film.file, "film", film.at("file")
    if isinstance(film, Film):
        if film.poster is not None:
            yield film.poster, "picture", film.at("poster")
        yield from ((still.picture, "picture", still.at("picture")) for still in film.stills)
    for media in film.captions.values():
        yield media, "captions", film.at("captions")
