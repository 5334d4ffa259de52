"""People: looked for, one of them with her appointments, changed, invited."""

from collections.abc import Callable

from flask import Blueprint, flash, redirect, render_template, request, url_for
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response
from wtforms import Form, SelectField, StringField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types
from wtforms.validators import InputRequired, Length

from course_builder.people import accounts, appointments, persons
from course_builder.people.changes import Page
from course_builder.people.checked import LONGEST_EMAIL
from course_builder.people.may import Action
from course_builder.people.models import Person, Role
from course_builder.people.refused import Refused
from course_builder.web import letters
from course_builder.web.clock import now, today
from course_builder.web.guard import actor, allow, signed_in
from course_builder.web.language import gettext, language
from course_builder.web.people_found import crumbs, keeps_all, may_give, person_of, unit_of
from course_builder.web.people_undo import noted, tell
from course_builder.web.records import reading, writing
from course_builder.web.role_names import role_name, roles_to_give

pages = Blueprint("people_persons", __name__)

Answer = str | tuple[str, int] | Response
FACTORS = ("1.0", "1.25", "1.5", "2.0")


class PersonForm(Form):
    name = StringField(validators=[InputRequired(), Length(max=200)])
    email = StringField(validators=[Length(max=LONGEST_EMAIL)])
    employee_ref = StringField(validators=[Length(max=64)])


class NewForm(PersonForm):
    role = SelectField(choices=[SelectChoice(role.value, role.value) for role in Role])
    title = StringField(validators=[Length(max=100)])


class ChangeForm(PersonForm):
    time_factor = SelectField(
        choices=[SelectChoice(factor, factor) for factor in FACTORS], default=FACTORS[0]
    )


@pages.app_context_processor
def _whole_tree() -> dict[str, object]:
    return {"keeps_all": keeps_all}


@pages.get("/people")
@allow(Action.PEOPLE)
def page() -> str:
    """By name, fifty at a time, or those a search finds."""
    asked = request.args.get("q", "").strip()
    after = (request.args.get("after", ""), request.args.get("after_id", 0, type=int))
    found = persons.find(reading(), actor(), asked) if asked else persons.page(reading(), actor(), after)
    where = accounts.held_by(reading(), [one.id for one in found], today())
    return render_template(
        "people/persons.html",
        asked=asked,
        found=found,
        more=not asked and len(found) == persons.MOST_FOUND,
        where={key: [(role_name(role), unit) for role, unit in held] for key, held in where.items()},
    )


@pages.get("/people/<int:person_id>")
@allow(Action.PEOPLE)
def person(person_id: int) -> str:
    return _page(person_of(reading(), person_id))


@pages.post("/people/units/<int:unit_id>/person")
@allow(Action.PEOPLE)
def add(unit_id: int) -> Answer:
    """A person and her first appointment: one that belongs nowhere would be nobody's to keep."""
    form = NewForm(request.form)
    unit_of(reading(), unit_id)
    if not form.validate():
        return _new_page(unit_id, form, gettext("Något saknas. Fyll i namnet och välj ett uppdrag.")), 422
    try:
        with writing() as session:
            unit = unit_of(session, unit_id)
            may_give(unit, Role(form.role.data))
            made = persons.add(session, form.name.data or "", form.email.data, form.employee_ref.data)
            appointments.appoint(
                session, made.id, unit, Role(form.role.data), today(), title=form.title.data or ""
            )
    except Refused as refused:
        return _new_page(unit_id, form, refused.words(language())), 422
    flash(gettext("Personen är tillagd."))
    return redirect(url_for("people_persons.person", person_id=made.id))


@pages.post("/people/<int:person_id>/change")
@allow(Action.PEOPLE)
def change(person_id: int) -> Answer:
    form = ChangeForm(request.form)

    def write(session: Session, found: Person) -> None:
        persons.change(session, found, form.name.data or "", form.email.data, form.employee_ref.data)
        found.time_factor = float(form.time_factor.data)

    return _write(person_id, form, write, gettext("Uppgifterna är sparade."))


@pages.post("/people/<int:person_id>/invite")
@allow(Action.PEOPLE)
def invite(person_id: int) -> Answer:
    def write(session: Session, found: Person) -> None:
        letters.invite(session, found, signed_in().name, now())

    return _write(person_id, None, write, gettext("Inbjudan är på väg."))


@pages.post("/people/<int:person_id>/account/<any(close, open):how>")
@allow(Action.PEOPLE)
def account(person_id: int, how: str) -> Answer:
    def write(session: Session, found: Person) -> None:
        accounts.close(session, found.id, how == "close", now())

    done = gettext("Kontot är stängt.") if how == "close" else gettext("Kontot är öppet igen.")
    return _write(person_id, None, write, done)


@pages.post("/people/<int:person_id>/protect")
@allow(Action.PEOPLE)
def protect(person_id: int) -> Answer:
    """Whoever presses the button is named: she alone sees the person from now on, and can hand that over."""

    def write(session: Session, found: Person) -> None:
        persons.protect(session, found, session.get_one(Person, actor().person_id))

    return _write(person_id, None, write, gettext("Nu är det bara du som ser personen i listor."))


@pages.post("/people/<int:person_id>/unprotect")
@allow(Action.PEOPLE)
def unprotect(person_id: int) -> Answer:
    return _write(person_id, None, persons.unprotect, gettext("Personen syns i listor igen."))


# -- what the pages show


def _write(person_id: int, form: Form | None, write: Callable[[Session, Person], None], done: str) -> Answer:
    if form is not None and not form.validate():
        return _page(person_of(reading(), person_id), gettext("Något saknas. Fyll i namnet.")), 422
    try:
        with writing() as session:
            found = person_of(session, person_id)
            appointments.check_keeps(session, actor(), found.id, today())
            with noted(session, Page.PERSON, found.id) as noted_change:
                write(session, found)
    except Refused as refused:
        return _page(person_of(reading(), person_id), refused.words(language())), 422
    tell(done, noted_change)
    return redirect(url_for("people_persons.person", person_id=person_id))


def _page(found: Person, wrong: str = "") -> str:
    session = reading()
    held = appointments.of_person(session, found.id)
    return render_template(
        "people/person.html",
        person=found,
        held=[
            (one, unit, role_name(one.role), appointments.may_give(actor(), Role(one.role), unit))
            for one, unit in held
        ],
        mine=appointments.may_keep(session, actor(), found.id, today()),
        account=accounts.of_person(session, found.id),
        factors=FACTORS,
        wrong=wrong,
        today=today(),
    )


def _new_page(unit_id: int, form: NewForm, wrong: str) -> str:
    unit = unit_of(reading(), unit_id)
    return render_template(
        "people/new.html",
        unit=unit,
        above=crumbs(reading(), unit),
        form=form,
        roles=roles_to_give(unit),
        wrong=wrong,
    )
