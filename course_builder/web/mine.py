"""Mina kurser: the next step, what remains and how long it takes, what is done. Only she sees it."""

from datetime import timedelta
from io import BytesIO

from flask import Blueprint, abort, render_template, send_file
from werkzeug.wrappers import Response

from course_builder.learning.renewal import rule_of
from course_builder.learning.requirements import standing_of
from course_builder.learning.why import why
from course_builder.library.titles import title
from course_builder.people.may import Action
from course_builder.people.models import Role
from course_builder.reports.calendar_file import Reminder, as_ics
from course_builder.reports.own_courses import own_page
from course_builder.web.absolute import absolute
from course_builder.web.clock import now, today
from course_builder.web.guard import actor, allow, signed_in
from course_builder.web.language import gettext
from course_builder.web.learning_words import source_words
from course_builder.web.records import reading

pages = Blueprint("mine", __name__)


@pages.get("/mine")
@allow(Action.LEARN)
def page() -> str:
    shown = own_page(reading(), signed_in().person_id, today())
    return render_template(
        "mine/page.html", shown=shown, external=Role.EXTERNAL in actor().roles, source=source_words
    )


@pages.get("/mine/why/<course_id>")
@allow(Action.LEARN)
def why_so(course_id: str) -> str:
    """Varför står det så? The events behind a status of hers."""
    lines = why(reading(), signed_in().person_id, course_id, today())
    if not lines:
        abort(404)
    return render_template("mine/why.html", course=title(reading(), course_id), lines=lines)


@pages.get("/mine/renewal/<course_id>.ics")
@allow(Action.LEARN)
def calendar(course_id: str) -> Response:
    """The day a refresher is due, for her calendar; only where a region has decided that the course is renewed."""
    person_id, rule = signed_in().person_id, rule_of(reading(), course_id)
    found = next(
        (one for one in standing_of(reading(), person_id, today()) if one.course_id == course_id), None
    )
    if rule is None or found is None or found.valid_until is None:
        abort(404)
    reminder = Reminder(
        uid=f"{person_id}-{course_id}-{found.valid_until.isoformat()}@course-builder",
        on=found.valid_until - timedelta(days=rule.window_days),
        title=gettext("Dags för uppdatering: %(course)s") % {"course": title(reading(), course_id)},
        text=gettext("Kursen går du på arbetstid. Börja från Mina kurser."),
        address=absolute("mine.page"),
    )
    name = gettext("uppdatering-%(course)s.ics") % {"course": course_id}
    return send_file(
        BytesIO(as_ics(reminder, now())), mimetype="text/calendar", as_attachment=True, download_name=name
    )
