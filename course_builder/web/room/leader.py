"""The leader's view of an hour, and the sign of life that keeps its leader signed in while it runs."""

from datetime import timedelta

from flask import Blueprint, Response, jsonify, redirect, url_for
from werkzeug.wrappers import Response as BaseResponse

from course_builder.meetings.models import Meeting
from course_builder.paths import shipped
from course_builder.paths.folder import FolderTree
from course_builder.people import sign_in
from course_builder.people.may import Action
from course_builder.player.hour.leader import Leading, leader_page
from course_builder.player.hour.screen_page import Beside
from course_builder.web import copies, csrf
from course_builder.web.clock import now
from course_builder.web.guard import allow, signed_in
from course_builder.web.hours import led_hour
from course_builder.web.records import writing
from course_builder.web.room import of_hour

pages = Blueprint("leader", __name__, url_prefix="/apt/<int:meeting_id>")

BUILT = FolderTree(shipped.BUILT)
LONGER = timedelta(hours=1)
"""So long after its planned end an hour may still run, and keep its leader signed in."""


@pages.get("/lead")
@allow(Action.RUN_HOUR)
def page(meeting_id: int) -> str | BaseResponse:
    """One that is over leads to what came of it."""
    meeting = led_hour(meeting_id)
    if meeting.ended is not None:
        return redirect(of_hour.server(meeting)["after"])
    room = of_hour.room_of(meeting)
    beside = Beside(
        BUILT,
        sheet=url_for("static", filename="hour.css"),
        script=url_for("static", filename="hour/leader.js"),
        name=signed_in().name,
        server=of_hour.server(meeting),
        state=of_hour.state(meeting),
    )
    starts = round(meeting.starts.timestamp() * 1000)
    base = of_hour.server(meeting)["base"]
    leading = Leading(
        starts=starts,
        ends=starts + meeting.minutes * 60_000,
        room=f"{base}/room",
        single=f"{base}/one",
        home=base,
        support=of_hour.support(meeting, room),
    )
    return leader_page(room, beside, leading)


@pages.get("/here")
@allow(Action.RUN_HOUR)
def token(meeting_id: int) -> Response:
    """For a page that was open while its leader signed in anew: what she writes with from now on."""
    led_hour(meeting_id)
    return jsonify(csrf=csrf.token(), place=copies.of_account(signed_in().account_id))


@pages.post("/here")
@allow(Action.RUN_HOUR)
def here(meeting_id: int) -> Response:
    """The page of a running hour is open: nobody is signed out in the middle of it."""
    meeting = led_hour(meeting_id)
    kept = _runs(meeting)
    if kept:
        with writing() as session:
            sign_in.stay(session, signed_in().token_hash, now())
    return jsonify(kept=kept)


def _runs(meeting: Meeting) -> bool:
    """It has begun and is not over; one that nobody closed is over some time after its planned end."""
    if meeting.began is None or meeting.ended is not None or meeting.cancelled is not None:
        return False
    return now() < max(meeting.began, meeting.starts) + timedelta(minutes=meeting.minutes) + LONGER
