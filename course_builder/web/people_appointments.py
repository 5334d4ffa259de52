"""Appointments: given, paused, stood in for, handed over, ended."""

from collections.abc import Callable
from datetime import date

from flask import Blueprint, flash, redirect, render_template, request, url_for
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response
from wtforms import DateField, Form, SelectField, StringField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types
from wtforms.validators import InputRequired, Length, Optional

from course_builder.people import appointments, persons, units
from course_builder.people.changes import Page
from course_builder.people.may import Action
from course_builder.people.models import Appointment, Person, Role, Unit
from course_builder.people.refused import Refused
from course_builder.web.clock import today
from course_builder.web.guard import actor, allow
from course_builder.web.language import gettext, language
from course_builder.web.people_found import appointment_of, crumbs, may_give, person_of, unit_of
from course_builder.web.people_undo import noted, tell
from course_builder.web.records import reading, writing
from course_builder.web.role_names import role_name, roles_to_give

pages = Blueprint("people_appointments", __name__)

Answer = str | tuple[str, int] | Response


class AppointForm(Form):
    role = SelectField(choices=[SelectChoice(role.value, role.value) for role in Role])
    title = StringField(validators=[Length(max=100)])
    mandate = StringField(validators=[Length(max=400)])
    starts = DateField(validators=[InputRequired()])
    ends = DateField(validators=[Optional()])


class DaysForm(Form):
    first = DateField(validators=[InputRequired()])
    until = DateField(validators=[Optional()])


@pages.get("/people/<int:person_id>/appoint")
@allow(Action.PEOPLE)
def choose(person_id: int) -> str:
    """First at which unit, by a search; then as what."""
    found = person_of(reading(), person_id)
    unit_id = request.args.get("unit", type=int)
    return _page(found, unit_of(reading(), unit_id) if unit_id else None)


@pages.post("/people/<int:person_id>/appoint")
@allow(Action.PEOPLE)
def appoint(person_id: int) -> Answer:
    form = AppointForm(request.form)
    unit_id = request.form.get("unit", 0, type=int)
    unit = unit_of(reading(), unit_id)
    if not form.validate():
        return _page(person_of(reading(), person_id), unit, _incomplete()), 422
    may_give(unit, Role(form.role.data))
    try:
        with writing() as session, noted(session, Page.PERSON, person_id) as change:
            _appoint(session, person_of(session, person_id), unit_of(session, unit_id), form)
    except Refused as refused:
        return _page(
            person_of(reading(), person_id), unit_of(reading(), unit_id), refused.words(language())
        ), 422
    tell(gettext("Uppdraget är registrerat."), change)
    return redirect(url_for("people_persons.person", person_id=person_id))


@pages.post("/people/appointments/<int:appointment_id>/<any(end, pause, resume):what>")
@allow(Action.PEOPLE)
def alter(appointment_id: int, what: str) -> Answer:
    form = DaysForm(request.form)
    if not form.validate():
        return _stopped(appointment_id, _incomplete())
    first, until = form.first.data or today(), form.until.data
    doing: dict[str, Callable[[Session, Appointment], None]] = {
        "end": lambda session, one: appointments.end(session, one, first),
        "pause": lambda session, one: appointments.pause(session, one, first, until),
        "resume": lambda session, one: appointments.resume(session, one, first),
    }
    try:
        with writing() as session:
            found = appointment_of(session, appointment_id)
            with noted(session, Page.PERSON, found.person_id) as change:
                doing[what](session, found)
    except Refused as refused:
        return _stopped(appointment_id, refused.words(language()))
    tell(_done(what), change)
    return redirect(url_for("people_persons.person", person_id=found.person_id))


@pages.get("/people/appointments/<int:appointment_id>/<any(stand_in, hand_over):what>")
@allow(Action.PEOPLE)
def who(appointment_id: int, what: str) -> str:
    return _who_page(appointment_of(reading(), appointment_id), what)


@pages.post("/people/appointments/<int:appointment_id>/<any(stand_in, hand_over):what>")
@allow(Action.PEOPLE)
def replace(appointment_id: int, what: str) -> Answer:
    on = request.form.get("on", type=date.fromisoformat) or today()
    chosen = request.form.get("person", 0, type=int)
    try:
        with writing() as session:
            old, other = appointment_of(session, appointment_id), person_of(session, chosen)
            with noted(session, Page.PERSON, old.person_id) as change:
                if what == "hand_over":
                    appointments.hand_over(session, old, other.id, on)
                else:
                    _stand_in(session, old, other, on)
    except Refused as refused:
        return _who_page(appointment_of(reading(), appointment_id), what, refused.words(language())), 422
    done = (
        gettext("Uppdraget är lämnat över.") if what == "hand_over" else gettext("Ersättaren är registrerad.")
    )
    tell(done, change)
    return redirect(url_for("people_persons.person", person_id=chosen))


# -- doing, and what the pages show


def _appoint(session: Session, person: Person, unit: Unit, form: AppointForm) -> None:
    starts = form.starts.data or today()
    appointments.appoint(
        session, person.id, unit, Role(form.role.data), starts, form.ends.data,
        title=form.title.data or "", mandate=form.mandate.data or "",
    )  # fmt: skip


def _stand_in(session: Session, old: Appointment, other: Person, on: date) -> None:
    """As long as the leave lasts, when it is known."""
    unit, role = session.get_one(Unit, old.unit_id), Role(old.role)
    until = old.paused_until if old.paused_until and old.paused_until > on else None
    appointments.appoint(session, other.id, unit, role, on, until, stands_in_for=old)


def _incomplete() -> str:
    return gettext("Något saknas. Skriv datum som 2026-11-21.")


def _done(what: str) -> str:
    return {
        "end": gettext("Uppdraget är avslutat. Det som hänt finns kvar."),
        "pause": gettext("Uppdraget är vilande."),
        "resume": gettext("Uppdraget är inte längre vilande."),
    }[what]


def _stopped(appointment_id: int, words: str) -> Answer:
    found = appointment_of(reading(), appointment_id)
    flash(words, "bad")
    return redirect(url_for("people_persons.person", person_id=found.person_id))


def _page(person: Person, unit: Unit | None, wrong: str = "") -> str:
    asked = request.args.get("q", "").strip()
    found = units.find(reading(), actor(), asked, today()) if asked else []
    return render_template(
        "people/appoint.html", person=person, unit=unit, wrong=wrong, asked=asked, found=found, today=today(),
        places={one.id: crumbs(reading(), one) for one in found}, roles=roles_to_give(unit) if unit else [],
    )  # fmt: skip


def _who_page(one: Appointment, what: str, wrong: str = "") -> str:
    asked = request.args.get("q", "").strip()
    found = persons.find(reading(), actor(), asked) if asked else []
    chosen = request.args.get("person", type=int)
    return render_template(
        "people/replace.html", one=one, what=what, wrong=wrong, asked=asked, today=today(), role=role_name(one.role),
        person=person_of(reading(), one.person_id), unit=unit_of(reading(), one.unit_id),
        found=[other for other in found if other.id != one.person_id],
        chosen=person_of(reading(), chosen) if chosen else None,
    )  # fmt: skip
