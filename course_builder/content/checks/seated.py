"""An exercise with movement has a way to do it seated: nobody has to say why she does not stand."""

import re
from collections.abc import Iterator

from course_builder.content.checks.context import Checked
from course_builder.content.laid import laid_out
from course_builder.content.models.agenda import AgendaItem
from course_builder.content.problems import Code, Place, Problem

MOVING = ("fyra-hörn", "linje")
SEATED = re.compile(r"\b(sitt|seat)", re.IGNORECASE)

STANDING = Code("seated-form", "warning", "Övningen säger inte hur man gör den sittande.", "The exercise does not say how it is done seated.",
                "Skriv i form: till exempel ”stående eller sittande”, och förklara hur i stödet till samtalsledaren.",
                "Write in form: for example “standing or seated”, and explain how in the leader notes.")  # fmt: skip


def check(checked: Checked) -> Iterator[Problem]:
    for item, place in _items(checked):
        if item.method in MOVING and not any(SEATED.search(text) for text in _texts(item)):
            yield STANDING.at(place)


def _items(checked: Checked) -> Iterator[tuple[AgendaItem, Place]]:
    course = checked.course
    yield from ((item, item.place) for item in course.agenda)
    for variant in course.variants:
        yield from ((laid.item, written.place) for written, laid in laid_out(course.agenda, variant))


def _texts(item: AgendaItem) -> Iterator[str]:
    yield from (item.title, item.form or "")
    if item.facilitator is not None:
        yield from item.facilitator.texts
