"""The tree of units: look, add, rename, move, merge, end."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from flask import Blueprint, redirect, render_template, request, url_for
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response
from wtforms import DateField, Form, RadioField, SelectField, StringField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types
from wtforms.validators import InputRequired, Length, Optional

from course_builder.people import tree, units, vacancies
from course_builder.people.changes import Page
from course_builder.people.may import Action
from course_builder.people.models import Role, Unit
from course_builder.people.refused import Refused
from course_builder.web.clock import today
from course_builder.web.guard import actor, allow
from course_builder.web.language import gettext, language
from course_builder.web.people_found import crumbs, unit_of
from course_builder.web.people_undo import noted, tell
from course_builder.web.records import reading, writing
from course_builder.web.role_names import role_name, roles_to_give

pages = Blueprint("people_units", __name__)

Answer = str | tuple[str, int] | Response
SPELLING, NEW_NAME = "spelling", "new"
EXPECTED: Mapping[str, bool | None] = {"tree": None, "yes": True, "no": False}


class AddForm(Form):
    name = StringField(validators=[InputRequired(), Length(max=200)])
    hr_id = StringField(validators=[Length(max=64)])


class RenameForm(Form):
    name = StringField(validators=[InputRequired(), Length(max=200)])
    how = RadioField(choices=[SelectChoice(SPELLING, ""), SelectChoice(NEW_NAME, "")], default=SPELLING)
    on = DateField(validators=[Optional()])


class RepForm(Form):
    expected = SelectField(choices=[SelectChoice(answer, answer) for answer in EXPECTED])


class OnForm(Form):
    on = DateField(validators=[InputRequired()])


@pages.get("/people/units")
@allow(Action.PEOPLE)
def top() -> str:
    asked = request.args.get("q", "").strip()
    found = units.find(reading(), actor(), asked, today()) if asked else []
    lines = [] if asked else units.tops(reading(), actor(), today())
    return render_template("people/units.html", asked=asked, found=found, lines=lines)


@pages.get("/people/units/<int:unit_id>")
@allow(Action.PEOPLE)
def page(unit_id: int) -> str:
    return _page(unit_of(reading(), unit_id))


@pages.post("/people/units/<int:unit_id>/add")
@allow(Action.PEOPLE)
def add(unit_id: int) -> Answer:
    form = AddForm(request.form)

    def change(session: Session, unit: Unit) -> int:
        return tree.add_unit(session, form.name.data or "", unit, today(), form.hr_id.data or None).id

    return _change(unit_id, form, change, gettext("Enheten är tillagd."))


@pages.post("/people/units/<int:unit_id>/rename")
@allow(Action.PEOPLE)
def rename(unit_id: int) -> Answer:
    form = RenameForm(request.form)

    def change(session: Session, unit: Unit) -> int:
        if form.how.data == NEW_NAME:
            return tree.rename(session, unit, form.name.data or "", form.on.data or today()).id
        tree.correct(session, unit, form.name.data or "")
        return unit.id

    return _change(unit_id, form, change, gettext("Namnet är ändrat."))


@pages.post("/people/units/<int:unit_id>/rep")
@allow(Action.PEOPLE)
def rep(unit_id: int) -> Answer:
    """Whether the coordinator's page asks for a rep here."""
    form = RepForm(request.form)

    def change(session: Session, unit: Unit) -> int:
        vacancies.expect(session, unit, EXPECTED[form.expected.data])
        return unit.id

    return _change(unit_id, form, change, gettext("Ändringen är sparad."))


@pages.post("/people/units/<int:unit_id>/end")
@allow(Action.PEOPLE)
def end(unit_id: int) -> Answer:
    form = OnForm(request.form)

    def change(session: Session, unit: Unit) -> int:
        tree.close(session, unit, form.on.data or today())
        return unit.id

    return _change(unit_id, form, change, gettext("Enheten är avslutad. Det som hänt där finns kvar."))


@pages.get("/people/units/<int:unit_id>/<any(move, merge):what>")
@allow(Action.PEOPLE)
def choose(unit_id: int, what: str) -> str:
    """First where to, by a search; then what it means."""
    unit, into_id = unit_of(reading(), unit_id), request.args.get("into", type=int)
    into = unit_of(reading(), into_id) if into_id else None
    asked = request.args.get("q", "").strip()
    found = [one for one in units.find(reading(), actor(), asked, today()) if one.id != unit.id]
    return _place_page(unit, what, into, asked, found)


@pages.post("/people/units/<int:unit_id>/<any(move, merge):what>")
@allow(Action.PEOPLE)
def go(unit_id: int, what: str) -> Answer:
    on = request.form.get("on", type=date.fromisoformat) or today()
    try:
        with writing() as session:
            unit, into = unit_of(session, unit_id), unit_of(session, request.form.get("into", type=int) or 0)
            with noted(session, Page.UNIT, unit.id) as change:
                if what == "move":
                    tree.move(session, unit, into)
                else:
                    tree.merge(session, unit, into, on)
            shown = unit.id if what == "move" else into.id
    except Refused as refused:
        return _place_page(unit_of(reading(), unit_id), what, None, "", [], refused.words(language())), 422
    done = (
        gettext("Enheten är flyttad.")
        if what == "move"
        else gettext("Enheterna är sammanslagna. Historiken finns kvar.")
    )
    tell(done, change)
    return redirect(url_for("people_units.page", unit_id=shown))


# -- what the pages show


def _change(unit_id: int, form: Form, change: Callable[[Session, Unit], int], done: str) -> Answer:
    """`change` answers which unit to show afterwards."""
    if not form.validate():
        return _page(
            unit_of(reading(), unit_id), gettext("Något saknas. Fyll i namn och datum som 2026-11-21.")
        ), 422
    try:
        with writing() as session:
            unit = unit_of(session, unit_id)
            with noted(session, Page.UNIT, unit.id) as noted_change:
                shown = change(session, unit)
    except Refused as refused:
        return _page(unit_of(reading(), unit_id), refused.words(language())), 422
    tell(done, noted_change)
    return redirect(url_for("people_units.page", unit_id=shown))


def _page(unit: Unit, wrong: str = "") -> str:
    session = reading()
    staff = units.staff(session, actor(), unit, today())
    return render_template(
        "people/unit.html",
        unit=unit,
        above=crumbs(session, unit),
        lines=units.below(session, unit, today()),
        staff=[(person, one, role_name(one.role)) for person, one in staff],
        more=len(staff) == units.MOST_STAFF,
        successor=tree.current(session, unit) if unit.successor_id else None,
        roles=roles_to_give(unit),
        rep=role_name(Role.REP),
        expected=next(answer for answer, said in EXPECTED.items() if said is unit.rep_expected),
        wrong=wrong,
        today=today(),
        ended=unit.ends is not None and unit.ends <= today(),
    )


def _place_page(
    unit: Unit, what: str, into: Unit | None, asked: str, found: Sequence[Unit], wrong: str = ""
) -> str:
    places = {one.id: crumbs(reading(), one) for one in found}
    return render_template(
        "people/place.html", unit=unit, above=crumbs(reading(), unit), what=what, into=into, asked=asked, found=found,
        places=places, wrong=wrong, moved=units.moved(reading(), unit, today()), today=today(),
    )  # fmt: skip
