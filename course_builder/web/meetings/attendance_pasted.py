"""Names from a paper or a mail: matched first, then asked about, then stored."""

from collections.abc import Iterator

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import BooleanField, Form, TextAreaField
from wtforms.validators import Length

from course_builder.meetings.attendance import How, locked
from course_builder.meetings.pasted import MOST_LINES, Decided, match, take
from course_builder.meetings.sheet import sheet
from course_builder.people.may import Action
from course_builder.people.refused import Refused
from course_builder.web.clock import now, today
from course_builder.web.guard import actor, allow
from course_builder.web.hours import listed_hour
from course_builder.web.language import gettext, language
from course_builder.web.meetings.attendance_words import stored_words
from course_builder.web.records import reading, reading_anew, writing

pages = Blueprint("attendance_pasted", __name__, url_prefix="/apt/<int:meeting_id>/attendance/paste")

LONGEST = 20_000
Answer = str | Response | tuple[str, int]


class PastedForm(Form):
    text = TextAreaField(validators=[Length(max=LONGEST)])
    paper = BooleanField()


@pages.get("")
@allow(Action.PLAN_HOUR)
def page(meeting_id: int) -> str:
    return _page(meeting_id, PastedForm())


@pages.post("")
@allow(Action.PLAN_HOUR)
def look(meeting_id: int) -> Answer:
    """Nothing is stored yet."""
    form, hour = PastedForm(request.form), listed_hour(meeting_id)
    text = form.text.data or ""
    if not form.validate() or not text.strip():
        return _page(meeting_id, form, gettext("Klistra in namnen, ett på varje rad.")), 422
    try:
        lines = match(reading(), hour, actor(), text, today())
    except Refused as refused:
        return _page(meeting_id, form, refused.words(language())), 422
    return render_template("meetings/attendance_matched.html", hour=hour, lines=lines, paper=form.paper.data)


@pages.post("/take")
@allow(Action.PLAN_HOUR)
def store(meeting_id: int) -> Answer:
    """What each line was decided to be: `row:7`, `person:12`, `guest` or `leave`."""
    listed_hour(meeting_id)
    how = How.PAPER if request.form.get("paper") else How.PASTE
    try:
        with writing() as session:
            take(session, locked(session, meeting_id), actor(), list(_decided()), how, now())
    except Refused as refused:
        return _page(meeting_id, PastedForm(), refused.words(language())), 422
    flash(stored_words(sheet(reading_anew(), listed_hour(meeting_id), actor()), now()))
    return redirect(url_for("attendance.page", meeting_id=meeting_id))


def _decided() -> Iterator[Decided]:
    for number in range(MOST_LINES):
        what, _, one = request.form.get(f"what-{number}", "").partition(":")
        if what == "row" and one.isdecimal():
            yield Decided("row", int(one))
        elif what == "person" and one.isdecimal():
            yield Decided("person", int(one))
        elif what == "guest":
            yield Decided("guest", name=request.form.get(f"name-{number}", ""))


def _page(meeting_id: int, form: PastedForm, wrong: str = "") -> str:
    return render_template(
        "meetings/attendance_pasted.html", hour=listed_hour(meeting_id), form=form, wrong=wrong
    )
