"""The main menu: what each may go to. One line a page."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Flask, current_app, g

from course_builder.people.may import Action, Actor, may
from course_builder.people.models import Role
from course_builder.web.guard import actor
from course_builder.web.language import gettext

HOMES = (
    (Role.COORDINATOR, "coordinator.page"),
    (Role.TRAINER, "courses.library"),
    (Role.MANAGER, "unit.page"),
    (Role.ADMIN, "operation.page"),
)
"""Where each begins; everybody else with her own courses."""
EVERYBODY = ("mine.page", "account.me")


@dataclass(frozen=True)
class Entry:
    label: str
    endpoint: str
    action: Action


def entries() -> Sequence[Entry]:
    return (
        Entry(gettext("Mina kurser"), "mine.page", Action.LEARN),
        Entry(gettext("Kurskatalog"), "catalogue.page", Action.LEARN),
        Entry(gettext("Min enhet"), "unit.page", Action.SEE_UNIT),
        Entry(gettext("APT"), "apt_hours.page", Action.PLAN_HOUR),
        Entry(gettext("Läget"), "coordinator.page", Action.COVERAGE),
        Entry(gettext("Begärda kurser"), "requirements.page", Action.REQUIRE),
        Entry(gettext("Listor"), "portal_lists.page", Action.REQUIRE),
        Entry(gettext("Handlingar"), "disclosure.page", Action.DISCLOSE),
        Entry(gettext("Kurser"), "courses.library", Action.SEE_COURSES),
        Entry(gettext("Personer"), "people_persons.page", Action.PEOPLE),
        Entry(gettext("Drift"), "operation.page", Action.OPERATE),
    )


def add_to(app: Flask) -> None:
    app.context_processor(lambda: {"menu": menu})


def menu() -> Sequence[Entry]:
    """Nobody is shown a way to a page that would not open."""
    if g.get("signed_in") is None and g.get("actor") is None:
        return ()
    reader = actor()
    return [
        one for one in entries() if one.endpoint in current_app.view_functions and may(reader, one.action)
    ]


def first(reader: Actor) -> str:
    wanted = [endpoint for role, endpoint in HOMES if role in reader.roles]
    there = [one for one in (*wanted, *EVERYBODY) if one in current_app.view_functions]
    return there[0]
