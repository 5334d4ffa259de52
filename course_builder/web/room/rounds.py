"""Questions to the phones, as the leaders' page opens, closes and shows them."""

from typing import Annotated, Any, Literal

from flask import Blueprint, Response, abort, jsonify, request
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from werkzeug.exceptions import HTTPException

from course_builder.library.releases import course_of
from course_builder.meetings import opening, rounds
from course_builder.meetings.models import Round
from course_builder.meetings.results import for_leaders
from course_builder.people.may import Action
from course_builder.people.refused import Refused
from course_builder.web.clock import now, today
from course_builder.web.guard import allow
from course_builder.web.hours import led_hour
from course_builder.web.language import gettext, language
from course_builder.web.records import reading, reading_anew, writing

pages = Blueprint("rounds", __name__, url_prefix="/apt/<int:meeting_id>/rounds")

CONFLICT, UNREADABLE = 409, 422


class Locking(BaseModel):
    model_config = ConfigDict(strict=True, extra="ignore")

    locked: bool


class Changed(BaseModel):
    """What is left out stays as it is."""

    model_config = ConfigDict(strict=True, extra="ignore")

    state: Literal["closed", "shown"] | None = None
    words: (
        Annotated[list[Annotated[str, Field(max_length=100)]], Field(max_length=rounds.MOST_WORDS)] | None
    ) = None
    paper: dict[Annotated[str, Field(max_length=80)], Annotated[int, Field(ge=0)]] | None = None


@pages.post("")
@allow(Action.RUN_HOUR)
def ask(meeting_id: int) -> Response:
    """Sent twice it is one question."""
    led_hour(meeting_id)
    asked = _sent(rounds.Asked)
    with writing() as session:
        rounds.ask(session, meeting_id, asked)
    return _told(asked.id)


@pages.post("/evaluation")
@allow(Action.RUN_HOUR)
def evaluate(meeting_id: int) -> Response:
    """Three questions and a word, in the language of the course."""
    spoken = course_of(reading(), led_hour(meeting_id).release_id, today()).language
    with writing() as session:
        rounds.evaluate(session, meeting_id, spoken)
    return jsonify(open=True)


@pages.post("/lock")
@allow(Action.RUN_HOUR)
def lock(meeting_id: int) -> Response:
    """No more phones, or more again."""
    led_hour(meeting_id)
    asked = _sent(Locking)
    with writing() as session:
        opening.lock(session, meeting_id, asked.locked)
    return jsonify(locked=asked.locked)


@pages.post("/<round_id>")
@allow(Action.RUN_HOUR)
def change(meeting_id: int, round_id: str) -> Response:
    """Closed, shown, taken down; words let through; hands that were counted. Each says how it is to be from now on."""
    led_hour(meeting_id)
    sent = _sent(Changed)
    with writing() as session:
        one = rounds.of(session, meeting_id, round_id) or abort(404)
        if sent.words is not None:
            rounds.let_through(session, one, sent.words)
        if sent.paper is not None:
            rounds.by_hand(session, one, sent.paper)
        if sent.state is not None:
            rounds.turn(session, one, sent.state, now())
    return _told(round_id)


def _told(round_id: str) -> Response:
    session = reading_anew()
    return jsonify(for_leaders(session, session.get_one(Round, round_id)))


def _sent(model: type[Any]) -> Any:
    try:
        return model.model_validate(request.get_json(silent=True))
    except ValidationError:
        abort(UNREADABLE)


@pages.errorhandler(Refused)
def _refused(refused: Refused) -> tuple[Response, int]:
    return jsonify(error=refused.words(language())), CONFLICT


@pages.errorhandler(HTTPException)
def _failed(error: HTTPException) -> tuple[Response, int]:
    said = {
        401: gettext("Du är inte inloggad längre. Logga in igen; räkna händer så länge."),
        UNREADABLE: gettext("Frågan behöver en text och minst två svar."),
    }
    words = said.get(error.code or 0, gettext("Servern svarade inte som den skulle. Räkna händer så länge."))
    return jsonify(error=words), error.code or 500
