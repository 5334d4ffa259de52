"""The course in the real player, as the offline package shows it."""

from flask import Blueprint, abort, redirect, url_for
from werkzeug.wrappers import Response

from course_builder.people.may import Action
from course_builder.web import security
from course_builder.web.guard import allow
from course_builder.web.on_shelf import shelved
from course_builder.web.package_files import built, send_blob

pages = Blueprint("preview", __name__)

PREVIEW_FORMAT = "web"


@pages.get("/courses/<name>/player")
@allow(Action.SEE_COURSES)
def start(name: str) -> Response:
    shelved(name)
    return redirect(url_for("preview.file", name=name, path="index.html"))


@pages.get("/courses/<name>/player/<path:path>")
@allow(Action.SEE_COURSES)
def file(name: str, path: str) -> Response:
    """Also of a course that still has problems: a writer wants to see it."""
    course = shelved(name).course
    if course is None:
        abort(404)
    blob = built(course, PREVIEW_FORMAT).get(path)
    if blob is None:
        abort(404)
    security.policy(security.IN_THE_PORTAL)
    return send_blob(blob, path)
