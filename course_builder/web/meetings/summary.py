"""The summary of a meeting kit is handed in: pasted or as a file, shown as it was understood, then taken in."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from course_builder.meetings.handed_in import take_in
from course_builder.meetings.models import Meeting
from course_builder.meetings.summary import LONGEST, Summary, Told, read
from course_builder.people.may import Action
from course_builder.people.refused import Refused
from course_builder.web.clock import now
from course_builder.web.guard import actor, allow
from course_builder.web.hours import planned_hour
from course_builder.web.language import gettext, language
from course_builder.web.records import writing

pages = Blueprint("apt_summary", __name__)

HERE = "/apt/<int:meeting_id>/summary"
REFUSED = 422


@pages.get(HERE)
@allow(Action.PLAN_HOUR)
def page(meeting_id: int) -> str:
    return _page(planned_hour(meeting_id), "")


@pages.post(HERE)
@allow(Action.PLAN_HOUR)
def look(meeting_id: int) -> str | tuple[str, int]:
    """What it says, to be looked at before it is saved."""
    hour, text = planned_hour(meeting_id), _sent()
    summary, told = read(text)
    if summary.empty:
        wrong = gettext("Vi hittar ingen sammanfattning i texten. Kopiera den en gång till, med alla rader.")
        return _page(hour, text, wrong=wrong), REFUSED
    return _page(hour, text, summary, told)


@pages.post(f"{HERE}/save")
@allow(Action.PLAN_HOUR)
def save(meeting_id: int) -> Response | tuple[str, int]:
    hour, text = planned_hour(meeting_id), _sent()
    summary, told = read(text)
    try:
        with writing() as session:
            take_in(session, meeting_id, summary, language(), actor().person_id, now())
    except Refused as refused:
        return _page(planned_hour(hour.id), text, summary, told, refused.words(language())), REFUSED
    flash(gettext("Sammanfattningen är inlämnad. Här kan du rätta och fylla i."))
    return redirect(url_for("after.page", meeting_id=meeting_id))


def _sent() -> str:
    """The file before the text; a file of another kind is read as far as it goes."""
    file = request.files.get("file")
    if file is not None and file.filename:
        return file.stream.read(4 * LONGEST).decode("utf-8-sig", errors="replace")
    return request.form.get("text", "")[:LONGEST]


def _page(
    hour: Meeting, text: str, summary: Summary | None = None, told: tuple[Told, ...] = (), wrong: str = ""
) -> str:
    return render_template(
        "meetings/summary.html", hour=hour, text=text, summary=summary, wrong=wrong,
        told=[_words(one) for one in told],
    )  # fmt: skip


def _words(one: Told) -> str:
    said = {
        "unread": gettext("Den här raden förstod vi inte: %(line)s"),
        "number": gettext("Skriv antalet med siffror, till exempel 12: %(line)s"),
        "day": gettext("Skriv dagen som 2026-12-10: %(line)s"),
        "clock": gettext("Skriv klockslaget som 14.02: %(line)s"),
        "cut": gettext("Texten ser avkortad ut. Se efter att allt kom med."),
        "no-what": gettext("En åtgärd saknar vad ni ska göra: %(line)s"),
    }[one.trouble]
    return said % {"line": one.line} if "%(line)s" in said else said
