"""What is asked of whom: a course of a role, of a unit and everything under it, or of named people; and exemptions."""

from collections.abc import Sequence
from typing import NamedTuple

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import DateField, Form, IntegerField, RadioField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types
from wtforms.validators import Optional

from course_builder.learning import requirements
from course_builder.learning.coverage import left
from course_builder.library.catalogue import offered
from course_builder.people import persons, units
from course_builder.people.may import Action
from course_builder.people.models import Role, Unit
from course_builder.people.refused import Refused
from course_builder.reports.asked import Asked, asked, exempted, matched, one_asked, region
from course_builder.web.clock import now, today
from course_builder.web.guard import actor, allow, check, permitted
from course_builder.web.language import gettext, language, ngettext
from course_builder.web.paging import SIZE, wanted
from course_builder.web.portal_reach import highest
from course_builder.web.records import reading, writing
from course_builder.web.requirement_words import EXEMPTIONS, reasons
from course_builder.web.role_names import role_name

pages = Blueprint("requirements", __name__)

ASKED_OF = (
    Role.REP, Role.MANAGER, Role.EMPLOYEE, Role.ELECTED, Role.OFFICIAL, Role.EXTERNAL, Role.TRAINER,
)  # fmt: skip
EVERYBODY = "everybody"
MOST_LINES = 2000
DEEPEST = 200
"""Pages of people; whoever wants more of them looks unit by unit."""
Answer = str | tuple[str, int] | Response


class AskForm(Form):
    course_id = StringField()
    whom = RadioField(choices=[SelectChoice("role", ""), SelectChoice("people", "")], default="role")
    role = SelectField(
        choices=[SelectChoice(EVERYBODY, ""), *(SelectChoice(role.value, "") for role in ASKED_OF)]
    )
    people = TextAreaField()
    due = DateField(validators=[Optional()])
    within_days = IntegerField(validators=[Optional()])


class ExemptForm(Form):
    person = IntegerField()
    code = SelectField(choices=[SelectChoice(code, "") for code in EXEMPTIONS])


@pages.get("/requirements")
@allow(Action.REQUIRE)
def page() -> str:
    return render_template(
        "requirements/page.html", asked=asked(reading(), actor()), role=role_name, whole=_is_whole()
    )


@pages.get("/requirements/new")
@allow(Action.REQUIRE)
def new() -> str:
    return _form(AskForm(request.args))


@pages.post("/requirements/new")
@allow(Action.REQUIRE)
def ask() -> Answer:
    form, here = AskForm(request.form), _unit(request.form.get("unit", 0, type=int))
    course_id = form.course_id.data or ""
    if not form.validate() or course_id not in offered(reading()):
        return _form(
            form, gettext("Välj en kurs. Skriv dagen som 2026-12-31 och antalet dagar med siffror.")
        ), 422
    found, unknown = matched(reading(), actor(), (form.people.data or "").splitlines()[:MOST_LINES])
    if form.whom.data == "people" and unknown:
        return _form(form, _unknown(unknown)), 422
    of = _whom(form, here, found)
    try:
        with writing() as session:
            requirements.require(
                session, course_id, now(), actor().person_id, role=of.role, unit_id=of.unit_id, person_ids=of.person_ids,
                due=form.due.data, within_days=form.within_days.data,
            )  # fmt: skip
    except Refused as refused:
        return _form(form, refused.words(language())), 422
    flash(gettext("Kursen är begärd."))
    return redirect(url_for("requirements.page"))


@pages.get("/requirements/<int:requirement_id>")
@allow(Action.REQUIRE)
def one(requirement_id: int) -> str:
    """For whom it remains, and who is exempt."""
    found, number = _asked(requirement_id), min(wanted(), DEEPEST)
    course_id, after = found.requirement.course_id, (number - 1) * SIZE
    rows = left(reading(), course_id, today(), actor(), found.unit_path, most=SIZE + 1, after=after)
    return render_template(
        "requirements/one.html", asked=found, role=role_name, left=rows[:SIZE], number=number, more=len(rows) > SIZE and number < DEEPEST, last=number == DEEPEST,
        exempt=exempted(reading(), actor(), requirement_id), codes=EXEMPTIONS, reasons=reasons(),
    )  # fmt: skip


@pages.post("/requirements/<int:requirement_id>/end")
@allow(Action.REQUIRE)
def end(requirement_id: int) -> Response:
    if not _asked(requirement_id).all_hers:
        abort(404)
    with writing() as session:
        requirements.end(session, requirement_id, now())
    flash(gettext("Kursen begärs inte längre. Det som är gjort står kvar."))
    return redirect(url_for("requirements.page"))


@pages.post("/requirements/<int:requirement_id>/<any(exempt, again):what>")
@allow(Action.REQUIRE)
def exemption(requirement_id: int, what: str) -> Response:
    """Of a person of hers; the reason is one of the codes, never words."""
    _asked(requirement_id)
    form = ExemptForm(request.form)
    person = persons.get(reading(), actor(), form.person.data or 0)
    if person is None or (what == "exempt" and not form.validate()):
        abort(404)
    with writing() as session:
        if what == "exempt":
            requirements.exempt(session, requirement_id, person.id, form.code.data, actor().person_id, now())
        else:
            requirements.ask_again(session, requirement_id, person.id, actor().person_id, now())
    flash(gettext("Undantaget är registrerat.") if what == "exempt" else gettext("Kursen begärs igen."))
    return redirect(url_for("requirements.one", requirement_id=requirement_id))


# -- whose, and what the form means


def _asked(requirement_id: int) -> Asked:
    found = one_asked(reading(), actor(), requirement_id)
    if found is None:
        abort(404)
    return found


def _unit(unit_id: int) -> Unit:
    found = units.get(reading(), unit_id or highest(actor()))
    if found is None:
        abort(404)
    check(Action.REQUIRE, found)
    return found


def _is_whole() -> bool:
    """Whether she coordinates the whole region, and so decides what holds in all of it."""
    return permitted(Action.REQUIRE, region(reading()))


class Whom(NamedTuple):
    role: Role | None = None
    unit_id: int | None = None
    person_ids: Sequence[int] = ()


def _whom(form: AskForm, here: Unit, found: Sequence[int]) -> Whom:
    if form.whom.data == "people":
        return Whom(person_ids=found)
    return Whom(None if form.role.data == EVERYBODY else Role(form.role.data), here.id)


def _unknown(lines: list[str]) -> str:
    named = ", ".join(lines[:5]) + (" …" if len(lines) > 5 else "")
    words = ngettext(
        "En rad känns inte igen: %(lines)s.", "%(num)s rader känns inte igen: %(lines)s.", len(lines)
    )
    return words % {"num": len(lines), "lines": named}


def _form(form: AskForm, wrong: str = "") -> str:
    chosen = request.values.get("unit", 0, type=int)
    asked_for = request.args.get("q", "").strip()
    found = units.find(reading(), actor(), asked_for, today()) if asked_for else []
    return render_template(
        "requirements/new.html", form=form, wrong=wrong, here=_unit(chosen), asked=asked_for, found=found,
        courses=list(offered(reading()).values()), roles=[(role.value, role_name(role).capitalize()) for role in ASKED_OF],
    )  # fmt: skip
