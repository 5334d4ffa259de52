"""The first page: what is nearest for whoever is signed in."""

from flask import Blueprint, redirect, url_for
from werkzeug.wrappers import Response

from course_builder.people.may import Action
from course_builder.web.guard import actor, allow
from course_builder.web.navigation import first

pages = Blueprint("home", __name__)


@pages.get("/")
@allow(Action.LEARN)
def page() -> Response:
    return redirect(url_for(first(actor())))
