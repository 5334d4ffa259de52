"""How phones join, for the wall: the short address, the code, and a picture with the door in it."""

import segno
from flask import Blueprint, Response, abort, jsonify

from course_builder.meetings.joining import by_wall
from course_builder.meetings.models import Meeting
from course_builder.people.may import Action
from course_builder.web.absolute import absolute
from course_builder.web.guard import allow, public
from course_builder.web.hours import led_hour
from course_builder.web.records import reading

pages = Blueprint("joining", __name__)

GONE = 404


@pages.get("/apt/<int:meeting_id>/joining")
@allow(Action.RUN_HOUR)
def leader(meeting_id: int) -> Response:
    return _ways(led_hour(meeting_id))


@pages.get("/wall/<wall>/joining")
@public
def wall(wall: str) -> Response:
    meeting_id = by_wall(reading(), wall)
    if meeting_id is None:
        abort(GONE)
    return _ways(reading().get_one(Meeting, meeting_id))


def _ways(meeting: Meeting) -> Response:
    """The picture is rows of squares, 1 for a dark one."""
    if meeting.code is None or meeting.door is None:
        abort(GONE)
    made = segno.make(absolute("phone.page", door=meeting.door), error="m", micro=False)
    rows = ["".join("1" if dark else "0" for dark in row) for row in made.matrix]
    where = absolute("entrance.page").partition("://")[2]
    return jsonify(code=meeting.code, where=where, picture=rows)
