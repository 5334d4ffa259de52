"""Hålls igen: the same hour for another shift."""

from datetime import datetime, time

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import DateField, Form, IntegerField, StringField, TimeField
from wtforms.validators import InputRequired, NumberRange, Optional

from course_builder.meetings.again import hold_again, together
from course_builder.meetings.attendance import locked
from course_builder.meetings.planning import LONGEST_HOUR
from course_builder.people.may import Action
from course_builder.people.refused import Refused
from course_builder.web.clock import SWEDEN, now
from course_builder.web.guard import actor, allow
from course_builder.web.hours import listed_hour
from course_builder.web.language import gettext, language
from course_builder.web.records import reading, writing

pages = Blueprint("again", __name__, url_prefix="/apt/<int:meeting_id>/again")

Answer = str | Response | tuple[str, int]


class AgainForm(Form):
    day = DateField(validators=[InputRequired()])
    time = TimeField(validators=[InputRequired()], default=time(14, 0))
    minutes = IntegerField(validators=[Optional(), NumberRange(5, LONGEST_HOUR)])
    place = StringField()


@pages.get("")
@allow(Action.PLAN_HOUR)
def page(meeting_id: int) -> str:
    return _page(meeting_id, AgainForm(place=listed_hour(meeting_id).place))


@pages.post("")
@allow(Action.PLAN_HOUR)
def plan(meeting_id: int) -> Answer:
    form, hour = AgainForm(request.form), listed_hour(meeting_id)
    if not form.validate() or form.day.data is None or form.time.data is None:
        return _page(meeting_id, form, gettext("Välj dag och tid. Skriv dagen som 2026-12-31.")), 422
    starts = datetime.combine(form.day.data, form.time.data, SWEDEN)
    try:
        with writing() as session:
            made = hold_again(
                session, locked(session, hour.id), starts, form.minutes.data, actor().person_id, now(),
                form.place.data or "",
            )  # fmt: skip
            made_id = made.id
    except Refused as refused:
        return _page(meeting_id, form, refused.words(language())), 422
    flash(gettext("Timmen hålls igen. De som inte har varit med står på listan."))
    return redirect(url_for("apt_plan.page", meeting_id=made_id))


def _page(meeting_id: int, form: AgainForm, wrong: str = "") -> str:
    hour = listed_hour(meeting_id)
    return render_template(
        "meetings/again.html", hour=hour, form=form, wrong=wrong, together=together(reading(), hour),
    )  # fmt: skip
