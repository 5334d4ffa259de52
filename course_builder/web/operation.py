"""For the administrator: settings without secrets, the send log, sign-ins that failed. No results of anybody."""

from dataclasses import dataclass, fields
from datetime import timedelta

from flask import Blueprint, abort, current_app, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from course_builder.people import persons, throttle
from course_builder.people.may import Action
from course_builder.post import outbox
from course_builder.settings import Settings, variable
from course_builder.web.clock import now
from course_builder.web.guard import actor, allow
from course_builder.web.language import gettext, language
from course_builder.web.records import reading, writing

pages = Blueprint("operation", __name__)

SECRET = frozenset({"secret", "oidc_client_secret", "smtp_url", "database_url", "media_url"})
"""May hold a password: shown as set or not set."""


@dataclass(frozen=True)
class Shown:
    variable: str
    about: str
    value: str


@pages.get("/operation")
@allow(Action.OPERATE)
def page() -> str:
    session = reading()
    return render_template(
        "operation/page.html",
        settings=_settings(current_app.extensions["settings"]),
        letters=outbox.counts(session),
        failures=throttle.recent(session, now() - timedelta(hours=1)),
    )


@pages.get("/operation/mail")
@allow(Action.OPERATE)
def mail() -> str:
    before = request.args.get("before", type=int)
    found = outbox.log(reading(), before)
    hidden = persons.hidden_among(reading(), actor(), {one.person_id for one in found if one.person_id})
    return render_template(
        "operation/mail.html", letters=found, hidden=hidden, more=len(found) == outbox.PAGE
    )


@pages.post("/operation/mail/<int:letter_id>/again")
@allow(Action.OPERATE)
def again(letter_id: int) -> Response:
    with writing() as session:
        done = outbox.try_again(session, letter_id, now())
    if not done:
        abort(404)
    flash(gettext("Brevet skickas igen."))
    return redirect(url_for("operation.mail"))


def _settings(settings: Settings) -> list[Shown]:
    spoken = language()
    return [
        Shown(variable(one), one.metadata[spoken], _value(settings, one.name)) for one in fields(settings)
    ]


def _value(settings: Settings, name: str) -> str:
    value = str(getattr(settings, name))
    if name in SECRET:
        return gettext("satt") if value else gettext("inte satt")
    return value or "–"
