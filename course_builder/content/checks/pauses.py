"""Stops that lie within the film, in order, and in the described version too."""

from collections.abc import Iterator
from itertools import pairwise

from course_builder.content.checks.context import Checked
from course_builder.content.models.film import FilmDiscussion
from course_builder.content.problems import Code, Problem

AFTER_END = Code("pause-outside", "error", "Pausen ligger efter filmens slut.", "The stop lies after the end of the film.", "Filmen är {length} sekunder.", "The film is {length} seconds.")  # fmt: skip
ORDER = Code("pause-order", "error", "Pausen ligger före den förra.", "The stop lies before the previous one.", "Skriv pauserna i filmens ordning.", "Write the stops in the film's order.")  # fmt: skip
UNDESCRIBED = Code("pause-not-described", "error", "Pausen saknar tid i den syntolkade versionen.", "The stop has no time in the described version.", "Skriv described_at:", "Write described_at:")  # fmt: skip


def check(checked: Checked) -> Iterator[Problem]:
    for film in checked.course.films:
        yield from _film(film)


def _film(film: FilmDiscussion) -> Iterator[Problem]:
    described = film.film.described
    for pause in film.pauses:
        if pause.at_ > film.film.length:
            yield AFTER_END.at(pause.at("at"), length=round(film.film.length))
        if described is not None and described.file is not None:
            if pause.described_at is None:
                yield UNDESCRIBED.at(pause.place)
            elif described.length is not None and pause.described_at > described.length:
                yield AFTER_END.at(pause.at("described_at"), length=round(described.length))
    for before, pause in pairwise(film.pauses):
        if pause.at_ <= before.at_:
            yield ORDER.at(pause.at("at"))
