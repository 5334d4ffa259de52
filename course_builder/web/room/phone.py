"""A phone in the room: its page, what is asked of it, and what it answers. No login, no cookie, no name."""

from functools import partial
from typing import Annotated, TypeVar

from flask import Blueprint, Response, abort, current_app, jsonify, render_template, request, url_for
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as Answer

from course_builder.library.releases import course_of
from course_builder.meetings import voting
from course_builder.meetings.joining import Room, by_door
from course_builder.meetings.rounds import OPEN
from course_builder.meetings.seen import phone as seen
from course_builder.player.data import inert
from course_builder.web.clock import now, today
from course_builder.web.guard import unnamed
from course_builder.web.records import glance, hand_in, reading
from course_builder.web.room.hub import VOTES
from course_builder.web.room.phone_words import phone_words
from course_builder.web.room.stream import stream

pages = Blueprint("phone", __name__, url_prefix="/rum/<string(length=32):door>")

CONFLICT, GONE, JOIN_FIRST, UNREADABLE, FULL = 409, 410, 412, 422, 503
Token = Annotated[str, Field(min_length=voting.TOKEN, max_length=80)]


class Joining(BaseModel):
    model_config = ConfigDict(strict=True, extra="ignore")

    token: Token


class Answering(Joining):
    round: Annotated[str, Field(max_length=32)]
    given: Annotated[str, Field(min_length=1, max_length=200)]


Model = TypeVar("Model", bound=BaseModel)


@pages.get("")
@unnamed
def page(door: str) -> str | tuple[str, int]:
    room = _there(door)
    if room is None:
        return render_template("room/code.html", code="", error=None, over=True), GONE
    language = course_of(reading(), room.release_id, today()).language
    words = phone_words(language)
    addresses = {name: url_for(f"phone.{name}", door=door) for name in ("join", "answer", "state", "events")}
    data = inert({"door": door, "words": words, "addresses": addresses})
    return render_template("room/phone.html", words=words, data=data, spoken=language)


@pages.post("/join")
@unnamed
def join(door: str) -> Response | tuple[Response, int]:
    """Joined twice is joined once. What is asked just now comes along."""
    room, sent = _room(door), _sent(Joining)
    phone = voting.name_of(room, sent.token)
    most = current_app.extensions["settings"].phones
    if not hand_in(partial(voting.join, room=room, phone=phone, most=most)):
        return jsonify(full=True), FULL
    current_app.extensions["hub"].say((room.id, VOTES))
    return jsonify(seen(reading(), room.id)["room"])


@pages.post("/answer")
@unnamed
def answer(door: str) -> Response | tuple[Response, int]:
    """Told to be saved when it is durable. A new answer replaces the one before, as long as the question is open."""
    sent = _sent(Answering)
    with glance() as at:
        room = by_door(at, door, now()) or abort(GONE)
        question = voting.question(at, room, sent.round)
    if question is None or question.state != OPEN:
        return jsonify(closed=True), CONFLICT
    given = voting.readable(question, sent.given)
    if given is None:
        abort(UNREADABLE)
    phone = voting.name_of(room, sent.token)
    if not hand_in(partial(voting.vote, room=room, phone=phone, round_id=sent.round, given=given)):
        return _not_counted(room, sent.round)
    current_app.extensions["hub"].say((room.id, VOTES))
    return jsonify(saved=True)


@pages.get("/now")
@unnamed
def state(door: str) -> Answer:
    """For phones whose network lets no stream through: asked every few seconds, and mostly the same."""
    response = jsonify(seen(reading(), _room(door).id)["room"])
    response.add_etag()
    response.headers["Cache-Control"] = "no-cache"
    return response.make_conditional(request)


@pages.get("/events")
@unnamed
def events(door: str) -> Response:
    return stream(("phone", _room(door).id), current_app.extensions["settings"].phones)


def _not_counted(room: Room, round_id: str) -> tuple[Response, int]:
    """Closed in the same moment, or the phone is not in the room."""
    with glance() as at:
        question = voting.question(at, room, round_id)
    if question is not None and question.state == OPEN:
        return jsonify(), JOIN_FIRST
    return jsonify(closed=True), CONFLICT


def _there(door: str) -> Room | None:
    with glance() as at:
        return by_door(at, door, now())


def _room(door: str) -> Room:
    """An hour that is over is gone, and its phones are told so."""
    return _there(door) or abort(GONE)


def _sent(model: type[Model]) -> Model:
    try:
        return model.model_validate(request.get_json(silent=True))
    except ValidationError:
        abort(UNREADABLE)


@pages.errorhandler(HTTPException)
def _failed(error: HTTPException) -> tuple[Response, int]:
    """A number is all its script needs."""
    return jsonify(), error.code or 500
