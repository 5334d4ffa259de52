"""A film that is only linked to: the card must say what awaits behind the click."""

from collections.abc import Iterator

from course_builder.content.checks.context import Checked
from course_builder.content.checks.every_film import films
from course_builder.content.problems import Code, Problem

UNNAMED = Code("film-link-unnamed", "warning", "Kortet till den länkade filmen saknar {what}.", "The card of the linked film lacks {what}.", "Skriv {what}: under film:", "Write {what}: under film:")  # fmt: skip


def check(checked: Checked) -> Iterator[Problem]:
    for shown in films(checked):
        film = shown.film
        if film.url is None:
            continue
        said = {"owner": film.owner, "host": film.host, "has_captions": film.has_captions}
        yield from (UNNAMED.at(film.place, what=name) for name, value in said.items() if value is None)
