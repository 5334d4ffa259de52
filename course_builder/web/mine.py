"""Mina kurser: the next step, what remains and how long it takes, what is done. Only she sees it."""

from flask import Blueprint, abort, render_template

from course_builder.learning.why import why
from course_builder.library.titles import title
from course_builder.people.may import Action
from course_builder.people.models import Role
from course_builder.reports.own_courses import own_page
from course_builder.web.clock import today
from course_builder.web.guard import actor, allow, signed_in
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
