"""The page of somebody who reviews: what she is asked to read, what waits for an answer, and her own comments."""

from flask import Blueprint, render_template

from course_builder.library.review import waiting
from course_builder.people.may import Action
from course_builder.people.models import Role
from course_builder.web.guard import actor, allow, permitted
from course_builder.web.records import reading

pages = Blueprint("reviewing", __name__)


@pages.get("/write/review")
@allow(Action.WRITE)
def page() -> str:
    reader = actor()
    groups = None if Role.COORDINATOR in reader.roles else reader.groups
    asked = waiting.asked_of(reading(), reader.person_id)
    mine = waiting.mine(reading(), reader.person_id)
    return render_template(
        "authoring/reviewing.html",
        asked=[one for one in asked if permitted(Action.WRITE, one.draft)],
        unresolved=waiting.unresolved(reading(), groups),
        mine=[one for one in mine if permitted(Action.WRITE, one.draft)],
    )
