"""The words of a unit's list."""

from course_builder.web.coverage_words import word as coverage_word
from course_builder.web.language import gettext


def word(name: str) -> str:
    own = {
        "course": gettext("Kurs"), "done": gettext("Klara"), "status": gettext("Läge"), "done on": gettext("Genomförd"),
        "by": gettext("Helst klart"),
    }  # fmt: skip
    return own.get(name) or coverage_word(name)
