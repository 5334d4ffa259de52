"""Gör i efterhand: the leader chooses who is asked to do the hour alone, and ticks what was done on paper. Never why."""

from collections.abc import Sequence
from datetime import timedelta

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import DateField, Form
from wtforms.validators import InputRequired

from course_builder.content.models.film import FilmDiscussion
from course_builder.library.catalogue import offered
from course_builder.library.releases import course_of
from course_builder.meetings import absent
from course_builder.meetings.attendance import locked
from course_builder.meetings.crediting import counts
from course_builder.meetings.models import Meeting
from course_builder.people.may import Action
from course_builder.people.refused import Refused
from course_builder.web.absolute import absolute
from course_builder.web.clock import now, today
from course_builder.web.guard import actor, allow
from course_builder.web.hours import listed_hour
from course_builder.web.language import gettext, language, ngettext
from course_builder.web.records import reading, writing

pages = Blueprint("absent", __name__, url_prefix="/apt/<int:meeting_id>/absent")

MONTH = timedelta(days=30)
Answer = str | Response | tuple[str, int]


class AskForm(Form):
    due = DateField(validators=[InputRequired()])


@pages.get("")
@allow(Action.PLAN_HOUR)
def page(meeting_id: int) -> str:
    return _page(meeting_id)


@pages.post("/ask")
@allow(Action.PLAN_HOUR)
def ask(meeting_id: int) -> Answer:
    form, hour = AskForm(request.form), listed_hour(meeting_id)
    if not form.validate() or form.due.data is None:
        return _page(meeting_id, gettext("Skriv dagen som 2026-12-31.")), 422
    link = absolute("learn.page", course_id=hour.course_id)
    chosen = [int(one) for one in request.form.getlist("one") if one.isdecimal()]
    try:
        with writing() as session:
            many = absent.ask(
                session, locked(session, meeting_id), actor(), chosen, form.due.data, link, now()
            )
    except Refused as refused:
        return _page(meeting_id, refused.words(language())), 422
    flash(
        ngettext(
            "En person är ombedd att göra timmen i efterhand.",
            "%(num)s personer är ombedda att göra timmen i efterhand.",
            many,
        )
        % {"num": many}
        if many
        else gettext("Kryssa för dem som ska göra timmen i efterhand.")
    )
    return redirect(url_for("absent.page", meeting_id=meeting_id))


@pages.post("/<int:attendee_id>/<any(done, undone, not):what>")
@allow(Action.PLAN_HOUR)
def say(meeting_id: int, attendee_id: int, what: str) -> Answer:
    """Done on paper, not done after all, or asked no longer."""
    listed_hour(meeting_id)
    try:
        with writing() as session:
            hour = locked(session, meeting_id)
            if what == "not":
                absent.ask_no_longer(session, hour, actor(), attendee_id, now())
            else:
                absent.say_done(session, hour, actor(), attendee_id, what == "done", now())
    except Refused as refused:
        return _page(meeting_id, refused.words(language())), 422
    flash(gettext("Sparat."))
    return redirect(url_for("absent.page", meeting_id=meeting_id))


@pages.get("/paper")
@allow(Action.PLAN_HOUR)
def paper(meeting_id: int) -> str:
    """The questions of the hour for one person, to print: no answers, no notes for leaders."""
    hour = listed_hour(meeting_id)
    return render_template("meetings/alone.html", hour=hour, talks=_talks(hour))


def _elsewhere(hour: Meeting) -> str:
    """Where the course can be taken without an account here; "" when nowhere."""
    found = offered(reading(), [hour.course_id]).get(hour.course_id)
    return (found.external_link or found.staff_link) if found else ""


def _talks(hour: Meeting) -> Sequence[FilmDiscussion]:
    return course_of(reading(), hour.release_id).films


def _page(meeting_id: int, wrong: str = "") -> str:
    hour = listed_hour(meeting_id)
    return render_template(
        "meetings/absent.html", hour=hour, left=absent.those_left(reading(), hour, actor()), wrong=wrong, due=today() + MONTH,
        counts=counts(reading(), hour), elsewhere=_elsewhere(hour),
    )  # fmt: skip
