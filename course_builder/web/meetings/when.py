"""When an hour is, how long, where, and who leads it: changed, called off, and back again."""

from datetime import datetime

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response
from wtforms import DateField, Form, IntegerField, StringField, TimeField
from wtforms.validators import InputRequired

from course_builder.learning.days import SWEDEN
from course_builder.meetings import replanning
from course_builder.meetings.hours import call_back, cancel
from course_builder.meetings.leading import lead
from course_builder.meetings.models import Meeting, Part
from course_builder.meetings.proposed import Proposed, proposed
from course_builder.people.may import Action
from course_builder.people.refused import Refused
from course_builder.web.clock import now, today
from course_builder.web.guard import actor, allow
from course_builder.web.hours import planned_hour
from course_builder.web.language import gettext, language
from course_builder.web.meetings.shown import course, number, ombud
from course_builder.web.records import reading, writing
from course_builder.web.toasts import undoable

pages = Blueprint("apt_when", __name__)

WRONG = 422
Answer = str | tuple[str, int] | Response


class WhenForm(Form):
    day = DateField(validators=[InputRequired()])
    at = TimeField(validators=[InputRequired()])
    minutes = IntegerField(validators=[InputRequired()])
    place = StringField()
    manager = StringField()
    rep = StringField()


@pages.get("/apt/<int:meeting_id>/when")
@allow(Action.PLAN_HOUR)
def page(meeting_id: int) -> str:
    hour = planned_hour(meeting_id)
    local = hour.starts.astimezone(SWEDEN)
    return _page(hour, WhenForm(day=local.date(), at=local.time(), minutes=hour.minutes, place=hour.place))


@pages.post("/apt/<int:meeting_id>/when")
@allow(Action.PLAN_HOUR)
def save(meeting_id: int) -> Answer:
    hour, form = planned_hour(meeting_id), WhenForm(request.form)
    if not form.validate() or form.day.data is None or form.at.data is None or form.minutes.data is None:
        return _page(hour, form, gettext("Skriv dagen som 2026-12-10, tiden som 14:00 och minuterna med siffror.")), WRONG  # fmt: skip
    starts, minutes = datetime.combine(form.day.data, form.at.data, SWEDEN), form.minutes.data
    moved, place = (starts, minutes) != (hour.starts, hour.minutes), form.place.data or ""
    leaders, revision, by_id = _leaders(_proposed(hour), form), hour.plan_revision, actor().person_id
    try:
        with writing() as session:
            changed = replanning.reschedule(session, meeting_id, starts, minutes, by_id, now(), place)
            lead(session, changed, leaders)
            new = changed.plan_revision
    except Refused as refused:
        return _page(planned_hour(meeting_id), form, refused.words(language())), WRONG
    if new == revision:
        flash(gettext("Sparat."))
    else:
        undoable(
            gettext("Tiden är ändrad. Skicka kalenderfilen igen, så flyttar timmen i allas kalendrar.")
            if moved
            else gettext("Platsen är ändrad. Skicka kalenderfilen igen, så står den i allas kalendrar."),
            url_for("apt_plan.go_back", meeting_id=meeting_id, revision=new, way="undo"),
        )
    return redirect(url_for("apt_plan.page", meeting_id=meeting_id))


@pages.post("/apt/<int:meeting_id>/longer")
@allow(Action.PLAN_HOUR)
def longer(meeting_id: int) -> Response:
    """As long as its plan has become."""
    hour = planned_hour(meeting_id)
    starts, minutes, by_id = hour.starts, number("minutes"), actor().person_id
    try:
        with writing() as session:
            new = replanning.reschedule(session, meeting_id, starts, minutes, by_id, now()).plan_revision
    except Refused as refused:
        flash(refused.words(language()), "bad")
    else:
        back = url_for("apt_plan.go_back", meeting_id=meeting_id, revision=new, way="undo")
        undoable(gettext("Timmen är nu %(minutes)s minuter.") % {"minutes": minutes}, back)
    return redirect(url_for("apt_plan.page", meeting_id=meeting_id, _anchor="plan"))


@pages.post("/apt/<int:meeting_id>/cancel")
@allow(Action.PLAN_HOUR)
def call_off(meeting_id: int) -> Response:
    planned_hour(meeting_id)
    try:
        with writing() as session:
            cancel(session, meeting_id, now())
    except Refused as refused:
        flash(refused.words(language()), "bad")
    else:
        undoable(
            gettext("Timmen är inställd. Säg till dem som är inbjudna, eller skicka kalenderfilen igen."),
            url_for("apt_when.restore", meeting_id=meeting_id),
        )
    return redirect(url_for("apt_plan.page", meeting_id=meeting_id))


@pages.post("/apt/<int:meeting_id>/restore")
@allow(Action.PLAN_HOUR)
def restore(meeting_id: int) -> Response:
    planned_hour(meeting_id)
    with writing() as session:
        call_back(session, meeting_id)
    flash(gettext("Timmen blir av som den var planerad."))
    return redirect(url_for("apt_plan.page", meeting_id=meeting_id))


def _page(hour: Meeting, form: WhenForm, wrong: str = "") -> str:
    picked = {one.part: one.person_id for one in hour.leaders}
    return render_template(
        "meetings/plan_when.html", hour=hour, form=form, wrong=wrong, leaders=_proposed(hour), picked=picked,
        ombud=ombud(course(hour)), fixed=replanning.is_fixed(hour),
    )  # fmt: skip


def _proposed(hour: Meeting) -> Proposed:
    """With those who lead it already."""
    found = proposed(reading(), hour.unit, today(), actor())
    known = {one.id: one for one in (*found.everybody, *(leader.person for leader in hour.leaders))}
    return Proposed(found.manager, found.rep, list(known.values()))


def _leaders(offered: Proposed, form: WhenForm) -> dict[int, Part]:
    can = {one.id for one in offered.everybody}
    picked = {Part.REP: form.rep.data, Part.MANAGER: form.manager.data}
    ids = {part: number("id", MultiDict({"id": typed or ""})) for part, typed in picked.items()}
    return {one: part for part, one in ids.items() if one in can}
