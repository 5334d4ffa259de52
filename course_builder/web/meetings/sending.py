"""Att skicka: the invitation and the agenda as text, PDF and calendar file. The leaders send them; we keep the day."""

from io import BytesIO

from flask import Blueprint, redirect, render_template, send_file, url_for
from werkzeug.wrappers import Response

from course_builder.meetings.calendar import Event, as_ics
from course_builder.meetings.invitation import Notice, What, notice
from course_builder.meetings.models import Meeting
from course_builder.paths import shipped
from course_builder.paths.folder import FolderTree
from course_builder.people.may import Action
from course_builder.web.absolute import absolute
from course_builder.web.clock import now, today
from course_builder.web.guard import allow
from course_builder.web.hours import planned_hour
from course_builder.web.language import gettext, language
from course_builder.web.meetings.shown import course, facts, sendings, steps
from course_builder.web.records import writing
from course_builder.web.toasts import redoable, undoable

pages = Blueprint("apt_sending", __name__)


@pages.get("/apt/<int:meeting_id>/send/<any(invitation,agenda):what>")
@allow(Action.PLAN_HOUR)
def page(meeting_id: int, what: What) -> str:
    hour = planned_hour(meeting_id)
    sending = next(one for one in sendings(hour) if one.what == what)
    return render_template("meetings/plan_sending.html", hour=hour, what=what, notice=_notice(hour, what), sending=sending)  # fmt: skip


@pages.get("/apt/<int:meeting_id>/send/<any(invitation,agenda):what>.pdf")
@allow(Action.PLAN_HOUR)
def paper(meeting_id: int, what: What) -> Response:
    from course_builder.paper.notice import notice_pdf  # noqa: PLC0415 -- slow import, and few ask for it

    hour = planned_hour(meeting_id)
    made = _notice(hour, what)
    pdf = notice_pdf(made, language(), FolderTree(shipped.TEMPLATES), FolderTree(shipped.BUILT))
    name = gettext("inbjudan-apt.pdf") if what == "invitation" else gettext("dagordning-apt.pdf")
    return send_file(BytesIO(pdf), mimetype="application/pdf", download_name=name)


@pages.get("/apt/<int:meeting_id>/calendar.ics")
@allow(Action.PLAN_HOUR)
def calendar(meeting_id: int) -> Response:
    """Sent anew after a change it moves the hour in everybody's calendar; cancelled it takes it away."""
    hour = planned_hour(meeting_id)
    event = Event(
        uid=f"apt-{hour.id}@{absolute('home.page').split('/')[2].split(':')[0]}", sequence=hour.plan_revision - 1 + bool(hour.cancelled),
        starts=hour.starts, minutes=hour.minutes, title=gettext("APT: %(title)s") % {"title": hour.title},
        text=_notice(hour, "invitation").text, cancelled=hour.cancelled is not None, place=hour.place,
    )  # fmt: skip
    name = gettext("apt-%(day)s.ics") % {"day": hour.starts.date().isoformat()}
    return send_file(BytesIO(as_ics(event, now())), mimetype="text/calendar", as_attachment=True, download_name=name)  # fmt: skip


@pages.post("/apt/<int:meeting_id>/send/<any(invitation,agenda):what>/<any(sent,unsent):way>")
@allow(Action.PLAN_HOUR)
def mark(meeting_id: int, what: What, way: str) -> Response:
    planned_hour(meeting_id)
    on = today() if way == "sent" else None
    with writing() as session:
        hour = session.get_one(Meeting, meeting_id)
        if what == "invitation":
            hour.invited_on = on
        else:
            hour.agenda_sent_on = on
    other = "unsent" if on else "sent"
    address = url_for("apt_sending.mark", meeting_id=meeting_id, what=what, way=other)
    if on:
        undoable(gettext("Noterat som skickad i dag."), address)
    else:
        redoable(gettext("Inte noterad som skickad."), address)
    return redirect(url_for("apt_plan.page", meeting_id=meeting_id, _anchor="send"))


def _notice(hour: Meeting, what: What) -> Notice:
    return notice(what, facts(hour), course(hour), steps(hour), language())
