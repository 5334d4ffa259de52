"""The room's screen as its leaders open it, everything on one screen, and the files of the hour's release."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, url_for
from werkzeug.wrappers import Response

from course_builder.meetings.models import Meeting
from course_builder.paths import shipped
from course_builder.paths.folder import FolderTree
from course_builder.people.may import Action
from course_builder.player.hour.room import room_page
from course_builder.player.hour.screen_page import Beside
from course_builder.player.hour.single import single_page
from course_builder.web import security
from course_builder.web.guard import allow, signed_in
from course_builder.web.hours import led_hour
from course_builder.web.media import sent
from course_builder.web.room import of_hour

pages = Blueprint("screen", __name__, url_prefix="/apt/<int:meeting_id>")

BUILT = FolderTree(shipped.BUILT)
MINUTE = 60_000
"""Milliseconds."""
NOTHING: Mapping[str, Any] = {}
OF_ONE_S_OWN = {**security.OWN_PAGES, "media-src": "'self' blob:"}
"""A film is kept whole in the browser, and somebody's own copy of one never leaves it."""


@pages.get("/room")
@allow(Action.RUN_HOUR)
def page(meeting_id: int) -> str:
    meeting = led_hour(meeting_id)
    security.policy(OF_ONE_S_OWN)
    return room_page(of_hour.room_of(meeting), beside(meeting, "room"))


@pages.get("/one")
@allow(Action.RUN_HOUR)
def single(meeting_id: int) -> str:
    meeting = led_hour(meeting_id)
    security.policy(OF_ONE_S_OWN)
    starts = round(meeting.starts.timestamp() * 1000)
    planned = {"starts": starts, "ends": starts + meeting.minutes * MINUTE}
    return single_page(of_hour.room_of(meeting), beside(meeting, "single", planned))


@pages.get("/media/<name>")
@allow(Action.RUN_HOUR)
def media(meeting_id: int, name: str) -> Response:
    """What the pages of the hour call `media/…`."""
    return sent(led_hour(meeting_id).release_id, name)


def beside(meeting: Meeting, script: str, more: Mapping[str, Any] = NOTHING) -> Beside:
    return Beside(
        BUILT,
        sheet=url_for("static", filename="hour.css"),
        script=url_for("static", filename=f"hour/{script}.js"),
        name=signed_in().name,
        server=of_hour.server(meeting),
        state={**of_hour.state(meeting), **more},
    )
