"""The words of a unit's list."""

from collections.abc import Callable

from course_builder.web.coverage_words import table
from course_builder.web.language import gettext


def words() -> Callable[[str], str]:
    """Looked up once for a whole list."""
    said = {
        **table(), "course": gettext("Kurs"), "done": gettext("Klara"), "status": gettext("Läge"), "done on": gettext("Genomförd"),
        "by": gettext("Helst klart"),
    }  # fmt: skip
    return lambda name: said.get(name, name)
