"""Film discussions and quizzes that courses share."""

from flask import Blueprint, render_template, request

from course_builder.library.drafts.sets import listed_sets
from course_builder.people.may import Action
from course_builder.web.guard import allow, permitted
from course_builder.web.records import reading

pages = Blueprint("author_sets", __name__)


@pages.get("/write/sets/")
@allow(Action.WRITE)
def page() -> str:
    asked, wanted = request.args.get("q", "").strip(), request.args.get("kind", "")
    everything = [one for one in listed_sets(reading()) if permitted(Action.WRITE, one.draft)]
    shown = [
        one for one in everything if asked.lower() in one.draft.title.lower() and wanted in ("", one.kind)
    ]
    return render_template(
        "authoring/sets.html", everything=everything, shown=shown, asked=asked, wanted=wanted
    )
