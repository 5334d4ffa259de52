"""What standings and their events are called on the pages. Never a word of blame about a person."""

from course_builder.learning.events import Kind
from course_builder.learning.models import Source
from course_builder.learning.standing import Standing
from course_builder.reports.unit_why import Step
from course_builder.web.language import day, gettext


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


def step_words(step: Step) -> str:
    """One line of why a status is what it is, as the manager of the unit may read it."""
    on = day(step.on) if step.on else ""
    source = source_words(step.source)
    return {
        Kind.OPENED: gettext("Kursen påbörjades."),
        Kind.COMPLETED: gettext("Kursen genomfördes %(on)s. Källa: %(source)s."),
        Kind.REGISTERED: gettext("Uppgift om genomförd kurs %(on)s. Källa: %(source)s."),
        Kind.CORRECTED: gettext("Uppgiften rättades."),
        Kind.WITHDRAWN: gettext("Uppgiften drogs tillbaka."),
        Kind.EXEMPTED: gettext("Undantagen från kursen."),
        Kind.ASKED_AGAIN: gettext("Kursen begärs igen."),
    }[step.kind] % {"on": on, "source": source}
