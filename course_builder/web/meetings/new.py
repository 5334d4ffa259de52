"""Planera en APT-timme: what, when, and who leads. Everything can be changed afterwards."""

from datetime import date, datetime, time

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response
from wtforms import DateField, Form, RadioField, SelectField, StringField, TimeField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types
from wtforms.validators import InputRequired

from course_builder.learning.days import SWEDEN
from course_builder.meetings.choices import Choices, Chosen, choices, chosen
from course_builder.meetings.expected import how_many_typed, of_unit
from course_builder.meetings.models import Part
from course_builder.meetings.planning import Expected, plan_hour
from course_builder.meetings.proposed import Proposed, proposed
from course_builder.meetings.starting import checked_start, proposed_day
from course_builder.people.may import Action
from course_builder.people.models import Unit
from course_builder.people.refused import Refused
from course_builder.web.clock import now, today
from course_builder.web.guard import actor, allow, check
from course_builder.web.language import gettext, language
from course_builder.web.meetings.hers import units
from course_builder.web.meetings.shown import number
from course_builder.web.records import reading, writing

pages = Blueprint("apt_new", __name__)

WRONG = 422
AT = time(14, 0)
Answer = str | tuple[str, int] | Response


class HourForm(Form):
    """`what` is `release:minutes` of a ready plan, or `release:talk` of a film discussion with its length in `length`."""

    what = StringField(validators=[InputRequired()])
    length = SelectField(choices=[SelectChoice(one, "") for one in ("15", "30", "45", "60")], default="60")
    day = DateField(validators=[InputRequired()])
    at = TimeField(validators=[InputRequired()])
    place = StringField()
    manager = StringField()
    rep = StringField()
    whom = RadioField(choices=[SelectChoice("list", ""), SelectChoice("number", "")], default="list")
    expected = StringField()


@pages.get("/apt/new")
@allow(Action.PLAN_HOUR)
def page() -> Answer:
    hers = units()
    if not hers:
        abort(404)
    asked = next((one for one in hers if one.id == number("unit", request.args)), None)
    if asked is None and len(hers) > 1:
        return render_template("meetings/plan_unit.html", units=hers)
    return _page(asked or hers[0], HourForm(day=proposed_day(today()), at=AT))


@pages.post("/apt/new")
@allow(Action.PLAN_HOUR)
def make() -> Answer:
    unit = next((one for one in units() if one.id == number("unit")), None)
    if unit is None:
        abort(404)
    check(Action.PLAN_HOUR, unit)
    form = HourForm(request.form)
    if not form.validate():
        return _page(unit, form, gettext("Välj en plan, en dag och en tid. Skriv dagen som 2026-12-10 och tiden som 14:00.")), WRONG  # fmt: skip
    wanted = _wanted(form)
    starts = datetime.combine(form.day.data or date.min, form.at.data or AT, SWEDEN)
    leaders = _leaders(proposed(reading(), unit, today(), actor()), form)
    unit_id, by_id, place = unit.id, actor().person_id, form.place.data or ""
    try:
        expected = _expected(unit, form)
        with writing() as session:
            made = plan_hour(
                session, unit_id, wanted.release, checked_start(starts, now()), wanted.rows, leaders, expected, by_id, now(),
                minutes=wanted.minutes, title=wanted.title, place=place,
            ).id  # fmt: skip
    except Refused as refused:
        return _page(_again(unit_id), form, refused.words(language())), WRONG
    flash(gettext("Timmen är planerad. Ändra vad du vill."))
    return redirect(url_for("apt_plan.page", meeting_id=made))


def _page(unit: Unit, form: HourForm, wrong: str = "") -> str:
    offers = choices(reading(), today())
    return render_template(
        "meetings/plan_new.html", unit=unit, form=form, wrong=wrong, offers=offers, first=_first(offers),
        leaders=proposed(reading(), unit, today(), actor()), many=len(of_unit(reading(), unit, today(), actor())),
        several=len(units()) > 1,
    )  # fmt: skip


def _first(offers: Choices) -> str:
    """The longest ready plan is proposed."""
    for one in offers.ready:
        return f"{one.release_id}:{max(one.lengths)}"
    return ""


def _wanted(form: HourForm) -> Chosen:
    release, _, rest = (form.what.data or "").partition(":")
    typed = MultiDict({"release": release, "rest": rest, "length": str(form.length.data or "")})
    minutes = number("rest", typed)
    talk = "" if minutes else rest
    try:
        return chosen(reading(), number("release", typed), talk, minutes or number("length", typed), today())
    except LookupError:
        abort(404)


def _leaders(offered: Proposed, form: HourForm) -> dict[int, Part]:
    """One who is chosen as both leads as manager."""
    can = {one.id for one in offered.everybody}
    picked = {Part.REP: form.rep.data, Part.MANAGER: form.manager.data}
    ids = {part: number("id", MultiDict({"id": typed or ""})) for part, typed in picked.items()}
    return {one: part for part, one in ids.items() if one in can}


def _expected(unit: Unit, form: HourForm) -> Expected:
    if form.whom.data == "number":
        return Expected(number=how_many_typed(form.expected.data or ""))
    return Expected(tuple(one.id for one in of_unit(reading(), unit, today(), actor())))


def _again(unit_id: int) -> Unit:
    return reading().get_one(Unit, unit_id)
