"""Kod på väggen: whoever has an account says herself, on her own phone and signed in, that she is there.

The address lives for half an hour, only while the hour is open, and steers nothing. It has nothing to do with the code
that phones vote by: who was there and what was answered share no address.
"""

import segno
from flask import Blueprint, abort, current_app, jsonify, redirect, render_template, url_for
from itsdangerous import BadSignature, URLSafeSerializer
from markupsafe import Markup
from werkzeug.wrappers import Response

from course_builder.meetings.attendance import locked
from course_builder.meetings.guests import check_in
from course_builder.meetings.joining import by_wall
from course_builder.meetings.models import Meeting, Way
from course_builder.people.may import Action
from course_builder.people.refused import Refused
from course_builder.web.absolute import absolute
from course_builder.web.clock import now
from course_builder.web.guard import allow, public, signed_in
from course_builder.web.hours import led_hour
from course_builder.web.language import language
from course_builder.web.records import reading, writing

pages = Blueprint("wall_attendance", __name__)

LIVES = 30 * 60
"""Seconds."""
HERE = "here"
"""What a stage shows while the code is on the wall."""
Answer = str | Response | tuple[str, int]


@pages.get("/apt/<int:meeting_id>/attendance/wall")
@allow(Action.RUN_HOUR)
def show(meeting_id: int) -> str:
    """Large, for the room's screen; the leader opens it when she wants to."""
    hour = led_hour(meeting_id)
    address = _address(hour) if _is_open(hour) else ""
    return render_template("meetings/wall.html", hour=hour, address=address, picture=_picture(address))


@pages.get("/apt/<int:meeting_id>/attendance/wall.json")
@allow(Action.RUN_HOUR)
def code(meeting_id: int) -> Response:
    """The same for the room view: the picture as rows of squares, 1 for a dark one; empty when the hour is not open."""
    hour = led_hour(meeting_id)
    address = _address(hour) if _is_open(hour) else ""
    return jsonify(address=address, picture=_rows(address), lives=LIVES)


@pages.get("/wall/<wall>/here")
@public
def on_wall(wall: str) -> Response:
    """The picture for a wall that nobody is signed in to: only while a leader shows it there, and as short-lived. It steers nothing."""
    meeting_id = by_wall(reading(), wall)
    if meeting_id is None:
        abort(404)
    hour = reading().get_one(Meeting, meeting_id)
    response = jsonify(picture=_rows(_address(hour) if _is_open(hour) and _is_shown(hour) else ""))
    response.cache_control.no_store = True
    return response


@pages.get("/apt/here/<token>")
@allow(Action.LEARN)
def ask(token: str) -> Answer:
    hour = _hour(token)
    return render_template("meetings/here.html", hour=hour, token=token, open=_is_open(hour), done=False)


@pages.post("/apt/here/<token>")
@allow(Action.LEARN)
def confirm(token: str) -> Answer:
    hour = _hour(token)
    try:
        with writing() as session:
            check_in(session, locked(session, hour.id), signed_in().person_id, now())
    except Refused as refused:
        again = _hour(token)
        wrong = refused.words(language())
        return render_template(
            "meetings/here.html", hour=again, token=token, open=False, done=False, wrong=wrong
        ), 422
    return redirect(url_for("wall_attendance.done", token=token))


@pages.get("/apt/here/<token>/done")
@allow(Action.LEARN)
def done(token: str) -> str:
    return render_template("meetings/here.html", hour=_hour(token), token=token, open=True, done=True)


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(str(current_app.secret_key), salt="attendance")


def _address(hour: Meeting) -> str:
    until = int(now().timestamp()) + LIVES
    return absolute("wall_attendance.ask", token=_signer().dumps([hour.id, until]))


def _hour(token: str) -> Meeting:
    """404 for a token that is not ours or has run out."""
    try:
        meeting_id, until = _signer().loads(token)
    except BadSignature:
        abort(404)
    found = reading().get(Meeting, meeting_id)
    if found is None or now().timestamp() > until:
        abort(404)
    return found


def _is_open(hour: Meeting) -> bool:
    return hour.began is not None and hour.ended is None and hour.cancelled is None and hour.way != Way.NUMBER


def _is_shown(hour: Meeting) -> bool:
    """By its leaders, on whatever shows the hour."""
    shown = (hour.stage or {}).get("show") or {}
    return bool(shown.get("what") == HERE)


def _rows(address: str) -> list[str]:
    if not address:
        return []
    return ["".join(str(int(dark)) for dark in row) for row in segno.make(address, error="m", micro=False).matrix]  # fmt: skip


def _picture(address: str) -> Markup:
    """An SVG of the address."""
    if not address:
        return Markup("")
    drawn = segno.make(address, error="m", micro=False)
    return Markup(drawn.svg_inline(border=4, omitsize=True, light="#fff"))  # noqa: S704 -- drawn here
