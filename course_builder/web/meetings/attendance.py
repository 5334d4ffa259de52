"""Who was there: a number or a tick list, on a page that needs no script; corrected afterwards with a trace."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response
from wtforms import BooleanField, Form, IntegerField, RadioField, StringField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types

from course_builder.learning.days import day_of
from course_builder.meetings import attendance, guests
from course_builder.meetings.again import together
from course_builder.meetings.attendance import How, locked
from course_builder.meetings.attendance_changes import changes
from course_builder.meetings.crediting import counts
from course_builder.meetings.models import Meeting, Way
from course_builder.meetings.sheet import sheet
from course_builder.people.may import Action
from course_builder.people.refused import Refused
from course_builder.web.clock import now, today
from course_builder.web.guard import actor, allow, permitted
from course_builder.web.hours import listed_hour
from course_builder.web.language import gettext, language
from course_builder.web.meetings.attendance_words import how_words, stored_words
from course_builder.web.records import reading, writing

pages = Blueprint("attendance", __name__, url_prefix="/apt/<int:meeting_id>/attendance")

Answer = str | Response | tuple[str, int]


class WayForm(Form):
    way = RadioField(choices=[SelectChoice(way.value, "") for way in Way])
    sure = BooleanField()


class NumberForm(Form):
    number = IntegerField()


class AddForm(Form):
    """One of them: somebody of the region, a guest with a name, or guests without."""

    person = IntegerField()
    name = StringField()
    guests = IntegerField()
    paper = BooleanField()


@pages.get("")
@allow(Action.PLAN_HOUR)
def page(meeting_id: int) -> str:
    return _page(meeting_id)


@pages.post("/list")
@allow(Action.PLAN_HOUR)
def save(meeting_id: int) -> Answer:
    """Only what this page changed is written: another leader may have ticked others meanwhile."""
    listed_hour(meeting_id)
    with writing() as session:
        hour = locked(session, meeting_id)
        how = (
            How.PAPER
            if request.form.get("paper")
            else How.ALL_BUT
            if request.form.get("all_but")
            else How.TICK
        )
        _tick(session, hour, request.form, how)
    return _stored(meeting_id)


@pages.post("/way-of")
@allow(Action.PLAN_HOUR)
def choose(meeting_id: int) -> Answer:
    """Asked once more when something that was said would count no longer."""
    form, hour = WayForm(request.form), listed_hour(meeting_id)
    if not form.validate():
        return _page(meeting_id, gettext("Välj antal eller namn.")), 422
    way = Way(form.way.data)
    if not form.sure.data and _would_lose(hour, way):
        return _page(meeting_id, asked=way)
    with writing() as session:
        attendance.choose_way(session, locked(session, meeting_id), way, actor().person_id, now())
    return _stored(meeting_id)


@pages.post("/say-number")
@allow(Action.PLAN_HOUR)
def number(meeting_id: int) -> Answer:
    form = NumberForm(request.form)
    listed_hour(meeting_id)
    if not form.validate() or form.number.data is None:
        return _page(meeting_id, gettext("Skriv antalet med siffror.")), 422
    try:
        with writing() as session:
            attendance.say_number(session, locked(session, meeting_id), form.number.data)
    except Refused as refused:
        return _page(meeting_id, refused.words(language())), 422
    return _stored(meeting_id)


@pages.post("/add")
@allow(Action.PLAN_HOUR)
def add(meeting_id: int) -> Answer:
    form = AddForm(request.form)
    listed_hour(meeting_id)
    try:
        with writing() as session:
            _add(session, locked(session, meeting_id), form)
    except Refused as refused:
        return _page(meeting_id, refused.words(language())), 422
    return _stored(meeting_id)


# -- what the forms mean


def _tick(session: Session, hour: Meeting, form: MultiDict[str, str], how: How) -> None:
    """`was` are the rows as the page showed them, `here` those that are ticked now, `away` those of "all but"."""
    shown = {row.id: row for row in sheet(session, hour, actor()).rows}
    was = dict.fromkeys(_numbers(form, "shown"), False) | dict.fromkeys(_numbers(form, "was"), True)
    here = set(was) - _numbers(form, "away") if how == How.ALL_BUT else _numbers(form, "here")
    for one, before in was.items():
        if one in shown and (one in here) != before:
            attendance.tick(session, hour, one, one in here, how, actor().person_id, now())
    hour.way = hour.way or Way.NAMES
    session.flush()


def _numbers(form: MultiDict[str, str], name: str) -> set[int]:
    return {int(one) for one in form.getlist(name) if one.isdecimal()}


def _add(session: Session, hour: Meeting, form: AddForm) -> None:
    how = How.PAPER if form.paper.data else How.WALK_IN
    if form.person.data:
        guests.walk_in(session, hour, actor(), form.person.data, None, how, now())
    elif form.guests.data is not None:
        attendance.say_guests(session, hour, form.guests.data)
    else:
        guests.guest(session, hour, form.name.data or "", None, how, actor().person_id, now())


def _would_lose(hour: Meeting, way: Way) -> bool:
    """Whether something that counts now would count no longer."""
    found = sheet(reading(), hour, actor())
    if way == Way.NUMBER:
        return found.way == Way.NAMES and found.present > 0
    return found.way == Way.NUMBER and bool(found.number)


def _stored(meeting_id: int) -> Response:
    """Says what is stored now, read anew."""
    found = sheet(reading(), listed_hour(meeting_id), actor())
    flash(stored_words(found, now()))
    return redirect(url_for("attendance.page", meeting_id=meeting_id))


def _page(meeting_id: int, wrong: str = "", asked: Way | None = None) -> str:
    hour = listed_hour(meeting_id)
    looked_for = request.args.get("q", "").strip()
    found = guests.look_for(reading(), actor(), looked_for, today()) if looked_for else []
    return render_template(
        "meetings/attendance.html", hour=hour, sheet=sheet(reading(), hour, actor()), counts=counts(reading(), hour), wrong=wrong, asked=asked,
        all_but="all_but" in request.args, looked_for=looked_for, found=found, together=together(reading(), hour),
        changes=changes(reading(), hour, actor()), how=how_words, leads=permitted(Action.RUN_HOUR, hour), shortest=guests.SHORTEST,
        is_time=day_of(hour.starts) <= today(),
    )  # fmt: skip
