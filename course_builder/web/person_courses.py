"""A person's courses as her coordinator keeps them: registered by hand, withdrawn with a trace. Never answers or points."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import DateField, Form, SelectField, StringField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types
from wtforms.validators import InputRequired

from course_builder.learning import certificates, completions
from course_builder.learning.models import Completion, Source
from course_builder.library.catalogue import offered
from course_builder.library.titles import titles
from course_builder.people import persons
from course_builder.people.may import Action
from course_builder.people.models import Person
from course_builder.reports.asked import region
from course_builder.web.clock import now, today
from course_builder.web.guard import actor, allow, permitted
from course_builder.web.language import gettext
from course_builder.web.learning_words import source_words
from course_builder.web.records import reading, writing
from course_builder.web.requirement_words import WITHDRAWALS, reasons

pages = Blueprint("person_courses", __name__)

BY_HAND = (Source.BY_HAND, Source.APT, Source.PORTAL)
Answer = str | tuple[str, int] | Response


class RegisterForm(Form):
    course_id = StringField()
    on = DateField(validators=[InputRequired()])
    source = SelectField(choices=[SelectChoice(one.value, "") for one in BY_HAND])


class WithdrawForm(Form):
    code = SelectField(choices=[SelectChoice(code, "") for code in WITHDRAWALS])


@pages.get("/requirements/people")
@allow(Action.REQUIRE)
def find() -> str:
    asked = request.args.get("q", "").strip()
    found = persons.find(reading(), actor(), asked) if asked else []
    whole = permitted(Action.REQUIRE, region(reading()))
    return render_template("requirements/people.html", asked=asked, found=found, whole=whole)


@pages.get("/requirements/people/<int:person_id>")
@allow(Action.REQUIRE)
def page(person_id: int) -> str:
    return _page(_person(person_id))


@pages.post("/requirements/people/<int:person_id>/register")
@allow(Action.REQUIRE)
def register(person_id: int) -> Answer:
    person, form = _person(person_id), RegisterForm(request.form)
    on, course_id = form.on.data if form.validate() else None, form.course_id.data or ""
    if on is None or on > today() or course_id not in offered(reading()):
        return _page(
            person, gettext("Välj en kurs och en dag som har varit. Skriv dagen som 2026-11-21.")
        ), 422
    source = Source(form.source.data)
    key = completions.key_of(source, person.id, course_id, on, None)
    with writing() as session:
        made = completions.record_elsewhere(
            session, person.id, course_id, on, None, source, key, actor().person_id, now()
        )
    flash(
        gettext("Kursen är registrerad.")
        if made.fresh
        else gettext("Det var registrerat redan. Inget har ändrats.")
    )
    return redirect(url_for("person_courses.page", person_id=person_id))


@pages.post("/requirements/people/<int:person_id>/completions/<int:seq>/withdraw")
@allow(Action.REQUIRE)
def withdraw(person_id: int, seq: int) -> Response:
    """The completion no longer counts and its certificate says so; both stay to be seen, with who did it and why."""
    code, found = _code(), _completion(person_id, seq)
    with writing() as session:
        completions.withdraw(session, found.event_seq, code, actor().person_id, now())
    flash(gettext("Uppgiften är tillbakadragen. Den står kvar med skälet."))
    return redirect(url_for("person_courses.page", person_id=person_id))


@pages.post("/requirements/people/<int:person_id>/certificates/<certificate_id>/withdraw")
@allow(Action.REQUIRE)
def withdraw_certificate(person_id: int, certificate_id: str) -> Response:
    code, person = _code(), _person(person_id)
    if certificates.own(reading(), person.id, certificate_id) is None:
        abort(404)
    with writing() as session:
        certificates.withdraw(session, certificate_id, code, actor().person_id, now())
    flash(gettext("Intyget har dragits tillbaka."))
    return redirect(url_for("person_courses.page", person_id=person_id))


# -- whose


def _person(person_id: int) -> Person:
    """One who is protected, or belongs elsewhere, is not there."""
    found = persons.get(reading(), actor(), person_id)
    if found is None:
        abort(404)
    return found


def _completion(person_id: int, seq: int) -> Completion:
    person = _person(person_id)
    found = next((one for one in completions.completions(reading(), person.id) if one.event_seq == seq), None)
    if found is None:
        abort(404)
    return found


def _code() -> str:
    form = WithdrawForm(request.form)
    if not form.validate():
        abort(404)
    return str(form.code.data)


def _page(person: Person, wrong: str = "") -> str:
    done = completions.completions(reading(), person.id)
    papers = {
        completion.event_seq: paper for paper, completion in certificates.of_person(reading(), person.id)
    }
    return render_template(
        "requirements/person.html", person=person, wrong=wrong, done=done, papers=papers, source=source_words, today=today(),
        titles=titles(reading(), {one.course_id for one in done}), courses=list(offered(reading()).values()),
        sources=[(one.value, source_words(one)) for one in BY_HAND], codes=WITHDRAWALS, reasons=reasons(),
    )  # fmt: skip
