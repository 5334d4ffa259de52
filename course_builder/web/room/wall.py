"""The room's screen on a machine where nobody is signed in: whoever has its address sees it, and steers nothing."""

from typing import Any

from flask import Blueprint, Response, abort, jsonify, make_response, url_for
from werkzeug.wrappers import Response as BaseResponse

from course_builder.meetings.joining import by_wall
from course_builder.meetings.models import Meeting
from course_builder.paths import shipped
from course_builder.paths.folder import FolderTree
from course_builder.player.hour.room import wall_page
from course_builder.player.hour.screen_page import Beside
from course_builder.web import security
from course_builder.web.guard import public
from course_builder.web.media import sent
from course_builder.web.records import reading
from course_builder.web.room import of_hour
from course_builder.web.room.screen import OF_ONE_S_OWN

pages = Blueprint("wall", __name__, url_prefix="/wall/<wall>")

BUILT = FolderTree(shipped.BUILT)
OF_LEADERS = ("by", "device")
"""What the stage says of those who lead: no business of a wall that anybody may see."""


@pages.get("/")
@public
def page(wall: str) -> Response:
    """With a slash at its end, so that the files of the hour are found beside it."""
    meeting = _hour(wall)
    beside = Beside(
        BUILT,
        sheet=url_for("static", filename="hour.css"),
        script=url_for("static", filename="hour/room.js"),
        server={
            "stage": url_for("wall.stage", wall=wall),
            "events": url_for("stream.wall", wall=wall),
            "joining": url_for("joining.wall", wall=wall),
            "here_code": url_for("wall_attendance.on_wall", wall=wall),
        },
        state=_state(meeting),
    )
    security.policy(OF_ONE_S_OWN)
    response = make_response(wall_page(of_hour.room_of(meeting), beside))
    response.cache_control.no_store = True
    return response


@pages.get("/stage")
@public
def stage(wall: str) -> Response:
    response = jsonify(_state(_hour(wall)))
    response.cache_control.no_store = True
    return response


@pages.get("/media/<name>")
@public
def media(wall: str, name: str) -> BaseResponse:
    return sent(_hour(wall).release_id, name)


def _hour(wall: str) -> Meeting:
    """The address is gone when the hour is closed."""
    found = by_wall(reading(), wall)
    if found is None:
        abort(404)
    return reading().get_one(Meeting, found)


def _state(meeting: Meeting) -> dict[str, Any]:
    state = of_hour.state(meeting)
    shown = state["stage"] and {
        name: value for name, value in state["stage"].items() if name not in OF_LEADERS
    }
    return {**state, "stage": shown}
