"""What standings and their events are called on the pages. Never a word of blame about a person."""

from course_builder.learning.models import Source
from course_builder.learning.standing import Standing
from course_builder.web.language import gettext


def source_words(source: str) -> str:
    return {
        Source.HERE: gettext("här"), Source.PORTAL: gettext("portalen"), Source.APT: gettext("på APT"),
        Source.BY_HAND: gettext("registrerad i efterhand"),
    }[Source(source)]  # fmt: skip


def state_words(standing: Standing) -> str:
    """Of one asked of somebody: done, remaining or what may be said."""
    if standing.state == "completed":
        return gettext("Genomförd") if standing.holds else gettext("Dags för uppdatering")
    return {
        "not_started": gettext("Ej påbörjad"), "started": gettext("Påbörjad"), "exempt": gettext("Undantagen"),
        "unknown": gettext("Vet inte"),
    }[standing.state]  # fmt: skip
