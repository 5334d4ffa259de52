"""Stöd till samtalsledaren: the script of an hour as a page and on paper, and the other papers of the hour."""

from io import BytesIO

from flask import Blueprint, Response, abort, render_template, send_file

from course_builder.meetings.guide import papers
from course_builder.meetings.support import support_of
from course_builder.paper.hour import HourPapers
from course_builder.paths import shipped
from course_builder.paths.folder import FolderTree
from course_builder.people.may import Action
from course_builder.web.clock import today
from course_builder.web.guard import allow
from course_builder.web.hours import planned_hour
from course_builder.web.language import gettext
from course_builder.web.records import reading

pages = Blueprint("apt_guide", __name__)

TO_SEND = "sheet"
"""What can be sent beforehand as a page."""


@pages.get("/apt/<int:meeting_id>/guide")
@allow(Action.PLAN_HOUR)
def page(meeting_id: int) -> str:
    hour, found = planned_hour(meeting_id), _papers(meeting_id)
    return render_template(
        "meetings/guide.html", hour=hour, body=found.body("guide"), language_of=found.course.language, names=found.names,
        support=support_of(reading(), hour.unit, found.course.region, today()),
    )  # fmt: skip


@pages.get("/apt/<int:meeting_id>/papers/<name>.pdf")
@allow(Action.PLAN_HOUR)
def paper(meeting_id: int, name: str) -> Response:
    """One of them, or `all` together, each on sheets of its own."""
    found = _papers(meeting_id)
    names = {"all": found.names, **{one: (one,) for one in found.names}}
    if name not in names:
        abort(404)
    pdf = found.pdf(names[name], FolderTree(shipped.BUILT))
    called = {"all": gettext("apt-papper"), "guide": gettext("stod-till-samtalsledaren")}.get(name, name)
    return send_file(BytesIO(pdf), mimetype="application/pdf", download_name=f"{called}-{meeting_id}.pdf")


@pages.get("/apt/<int:meeting_id>/papers/sheet.html")
@allow(Action.PLAN_HOUR)
def sheet(meeting_id: int) -> Response:
    """The questions as a page that needs nothing else, to send with the invitation."""
    html = _papers(meeting_id).page(TO_SEND)
    name = gettext("fragor-till-deltagarna") + f"-{meeting_id}.html"
    return send_file(BytesIO(html.encode()), mimetype="text/html", as_attachment=True, download_name=name)


def _papers(meeting_id: int) -> HourPapers:
    return papers(reading(), planned_hour(meeting_id), FolderTree(shipped.TEMPLATES), today())
