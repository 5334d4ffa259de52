"""On what ground a film may be shown, and until when."""

from collections.abc import Iterator
from datetime import timedelta

from course_builder.content.checks.context import Checked
from course_builder.content.checks.every_film import films
from course_builder.content.problems import Code, Problem

SOON = timedelta(days=90)

MISSING = Code("rights-missing", "error", "Det står inte med vilken rätt filmen {title} får visas.", "It is not said by what right the film {title} may be shown.", "Skriv rights: med basis: och checked_on:", "Write rights: with basis: and checked_on:")  # fmt: skip
UNCHECKED = Code("rights-unchecked", "warning", "Det står inte när visningsrätten till {title} kontrollerades.", "It is not said when the screening rights of {title} were checked.", "Skriv checked_on:", "Write checked_on:")  # fmt: skip
ENDED = Code("rights-ended", "error", "Visningsrätten till {title} gällde till {day}.", "The screening rights of {title} lasted until {day}.", "Förnya den, eller byt film.", "Renew them, or change the film.")  # fmt: skip
ENDING = Code("rights-ending", "warning", "Visningsrätten till {title} gäller till {day}.", "The screening rights of {title} last until {day}.", "Förnya den i tid.", "Renew them in time.")  # fmt: skip


def check(checked: Checked) -> Iterator[Problem]:
    for shown in films(checked):
        rights = shown.film.rights
        if rights is None:
            yield MISSING.at(shown.film.place, title=shown.title)
            continue
        if rights.checked_on is None:
            yield UNCHECKED.at(rights.place, title=shown.title)
        if rights.until is not None and rights.until < checked.today:
            yield ENDED.at(rights.at("until"), title=shown.title, day=rights.until)
        elif rights.until is not None and rights.until <= checked.today + SOON:
            yield ENDING.at(rights.at("until"), title=shown.title, day=rights.until)
