"""What an appointment is called. A representative is called what the region calls it."""

from flask import current_app

from course_builder.content.problems import Language
from course_builder.people import appointments
from course_builder.people.models import Role, Unit
from course_builder.web.guard import actor
from course_builder.web.language import gettext


def role_name(role: Role | str) -> str:
    return {
        Role.EMPLOYEE: gettext("medarbetare"),
        Role.REP: rep_name(),
        Role.MANAGER: gettext("chef"),
        Role.TRAINER: gettext("utbildare"),
        Role.COORDINATOR: gettext("samordnare"),
        Role.ELECTED: gettext("förtroendevald"),
        Role.OFFICIAL: gettext("tjänsteperson"),
        Role.EXTERNAL: gettext("extern"),
        Role.ADMIN: gettext("administratör"),
    }[Role(role)]


def roles_to_give(unit: Unit) -> list[tuple[Role, str]]:
    """What whoever reads the page may appoint others to at the unit."""
    return [(role, role_name(role)) for role in Role if appointments.may_give(actor(), role, unit)]


def rep_name(language: Language | None = None) -> str:
    """`ombud` or `pilot`, as the region has decided; in English there is one word for both.

    In the language of the page, when no other is given.
    """
    return gettext("ombud", language) if _label() == "ombud" else gettext("pilot", language)


def _label() -> str:
    label: str = current_app.extensions["settings"].rep_label
    return label
