"""Event streams: leaders see the stage and the counts, the wall the stage and what is shown. The phones' is in `phone`."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, Response, abort, current_app, request
from flask.blueprints import BlueprintSetupState

from course_builder.database.store import Database
from course_builder.meetings import seen
from course_builder.meetings.joining import by_wall
from course_builder.people.may import Action
from course_builder.web.guard import allow, public
from course_builder.web.hours import led_hour
from course_builder.web.records import db, reading
from course_builder.web.room import handing
from course_builder.web.room.hub import Hub
from course_builder.web.room.listener import Channel

pages = Blueprint("stream", __name__)

NOT_ACCEPTABLE, FULL = 406, 503
MACHINES = 40
"""Streams of leaders, and of walls, in one hour."""


@pages.record_once
def _hub(state: BlueprintSetupState) -> None:
    database: Database = state.app.extensions["database"]

    def look(channel: Channel) -> Mapping[str, Any]:
        with database.reading() as session:
            return seen.LOOKS[channel[0]](session, channel[1])

    state.app.extensions["hub"] = Hub(database, look)


@pages.get("/apt/<int:meeting_id>/events")
@allow(Action.RUN_HOUR)
def leader(meeting_id: int) -> Response:
    led_hour(meeting_id)
    return stream(("leader", meeting_id), MACHINES)


@pages.get("/wall/<wall>/events")
@public
def wall(wall: str) -> Response:
    meeting_id = by_wall(reading(), wall)
    if meeting_id is None:
        abort(404)
    return stream(("wall", meeting_id), MACHINES)


def stream(channel: Channel, most: int) -> Response:
    """The page says who it is by a number of its own making (`s`): its new stream replaces its old."""
    if handing.TYPE not in request.headers.get("Accept", ""):
        abort(NOT_ACCEPTABLE)
    hub: Hub = current_app.extensions["hub"]
    key = request.args.get("s", "")[:40] or request.environ.get("REMOTE_PORT", "")
    if not hub.listeners.room(channel, key, most):
        abort(FULL)
    db.session.remove()
    return handing.answer(hub, channel, key)
