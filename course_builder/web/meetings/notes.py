"""Minnesanteckningar: the notes of a meeting, as text to copy and as PDF."""

from io import BytesIO

from flask import Blueprint, render_template, request, send_file
from werkzeug.wrappers import Response

from course_builder.content.render.dates import day
from course_builder.learning.days import day_of
from course_builder.library.releases import course_of
from course_builder.meetings.minutes import minutes_of
from course_builder.meetings.models import Meeting
from course_builder.paper.minutes import minutes_text
from course_builder.paths import shipped
from course_builder.paths.folder import FolderTree
from course_builder.people.may import Action
from course_builder.web.guard import allow
from course_builder.web.hours import planned_hour
from course_builder.web.language import gettext, language
from course_builder.web.records import reading

pages = Blueprint("meeting_notes", __name__)


@pages.get("/apt/<int:meeting_id>/notes")
@allow(Action.PLAN_HOUR)
def page(meeting_id: int) -> str:
    hour = planned_hour(meeting_id)
    return render_template("meetings/notes.html", hour=hour, text=_text(hour), with_note=_with_note())


@pages.get("/apt/<int:meeting_id>/notes.pdf")
@allow(Action.PLAN_HOUR)
def as_pdf(meeting_id: int) -> Response:
    from course_builder.paper.written import written_pdf  # noqa: PLC0415 -- slow import, and few ask for it

    hour = planned_hour(meeting_id)
    on = day_of(hour.began or hour.starts)
    about = f"{hour.unit.name}, {day(on, language())}"
    pdf = written_pdf(_text(hour), about, language(), FolderTree(shipped.TEMPLATES), FolderTree(shipped.BUILT))  # fmt: skip
    name = gettext("minnesanteckningar-%(day)s.pdf") % {"day": on.isoformat()}
    return send_file(BytesIO(pdf), mimetype="application/pdf", download_name=name)


def _text(hour: Meeting) -> str:
    course = course_of(reading(), hour.release_id)
    return minutes_text(minutes_of(reading(), hour, course, _with_note()), language())


def _with_note() -> bool:
    """The free note is left out unless it is asked for."""
    return request.args.get("note") == "yes"
