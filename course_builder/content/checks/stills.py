"""Stills that lie within their film."""

from collections.abc import Iterator

from course_builder.content.checks.context import Checked
from course_builder.content.checks.every_film import films
from course_builder.content.problems import Code, Problem

OUTSIDE = Code("still-outside", "error", "Stillbilden ligger efter filmens slut.", "The still lies after the end of the film.", "Filmen är {length} sekunder.", "The film is {length} seconds.")  # fmt: skip


def check(checked: Checked) -> Iterator[Problem]:
    for shown in films(checked):
        for still in shown.film.stills:
            if still.at_ > shown.film.length:
                yield OUTSIDE.at(still.at("at"), length=round(shown.film.length))
