"""A manager's reminder: she sees the letter and who gets it, then one button sends it."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from course_builder.learning.unit_reminders import Round, letter, planned, remind
from course_builder.library.catalogue import offered
from course_builder.people import units
from course_builder.people.may import Action
from course_builder.people.models import Unit
from course_builder.reports.unit_page import is_large, people
from course_builder.web.absolute import absolute
from course_builder.web.clock import now, today
from course_builder.web.guard import actor, allow, check
from course_builder.web.records import reading, writing

pages = Blueprint("unit_reminder", __name__)


@pages.get("/unit/<int:unit_id>/remind")
@allow(Action.REMIND)
def preview(unit_id: int) -> str:
    here = _unit(unit_id)
    found = _planned(here)
    letters = [letter(one, offered(reading()), absolute("mine.page"), _sender(here)) for one in found.to[:1]]
    return render_template(
        "unit/remind.html", here=here, found=found, letters=letters, sent=request.args.get("sent")
    )


@pages.post("/unit/<int:unit_id>/remind")
@allow(Action.REMIND)
def send(unit_id: int) -> Response:
    here = _unit(unit_id)
    found, courses, link, sender = _planned(here), offered(reading()), absolute("mine.page"), _sender(here)
    with writing() as session:
        sent = remind(session, found.to, courses, link, sender, now())
    return redirect(url_for("unit_reminder.preview", unit_id=unit_id, sent=sent))


def _unit(unit_id: int) -> Unit:
    found = units.get(reading(), unit_id)
    if found is None:
        abort(404)
    check(Action.REMIND, found)
    if is_large(reading(), found, today()):
        abort(404)
    return found


def _planned(here: Unit) -> Round:
    """Nobody reminds herself: what remains for her she sees on her own page."""
    others = (one for one in people(reading(), here, today(), actor()) if one.person_id != actor().person_id)
    return planned(reading(), others, now())


def _sender(here: Unit) -> str:
    return f"{actor().name}, {here.name}"
