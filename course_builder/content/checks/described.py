"""A described version, or the reason why none is needed (WCAG 1.2.5)."""

from collections.abc import Iterator

from course_builder.content.checks.context import Checked
from course_builder.content.checks.every_film import films
from course_builder.content.problems import Code, Problem

MISSING = Code("described-missing", "error", "Filmen {title} har ingen syntolkad version.", "The film {title} has no described version.",
               "Lägg till den under described:, eller skriv none_needed: och varför allt viktigt hörs.",
               "Add it under described:, or write none_needed: and why everything important is heard.")  # fmt: skip
LINKED = Code("described-unknown", "warning", "Det står inte om den länkade filmen {title} har en syntolkad version.", "It is not said whether the linked film {title} has a described version.",
              "Länka till den under described:, eller skriv none_needed: och varför.", "Link to it under described:, or write none_needed: and why.")  # fmt: skip
LENGTH = Code("described-length", "error", "Den syntolkade versionen av {title} saknar längd.", "The described version of {title} has no length.", "Skriv length: minuter:sekunder.", "Write length: minutes:seconds.")  # fmt: skip


def check(checked: Checked) -> Iterator[Problem]:
    for shown in films(checked):
        film = shown.film
        if film.described is None:
            yield (LINKED if film.url else MISSING).at(film.place, title=shown.title)
        elif film.described.file is not None and film.described.length is None:
            yield LENGTH.at(film.described.place, title=shown.title)
