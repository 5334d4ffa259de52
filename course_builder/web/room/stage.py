"""The stage of a running hour: read and written by its leaders' machines, each on top of the newest."""

from typing import Annotated

from flask import Blueprint, Response, abort, jsonify, request
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from werkzeug.exceptions import HTTPException

from course_builder.meetings import stages
from course_builder.meetings.models import LONGEST_VERB_KEY, Meeting
from course_builder.meetings.opening import Over, open_hour
from course_builder.meetings.steering import Done
from course_builder.people.may import Action
from course_builder.web.clock import now
from course_builder.web.guard import allow, signed_in
from course_builder.web.hours import led_hour
from course_builder.web.language import gettext, language
from course_builder.web.records import writing

pages = Blueprint("stage", __name__, url_prefix="/apt/<int:meeting_id>")

CONFLICT, GONE, TOO_LARGE, UNREADABLE = 409, 410, 413, 422
LARGEST = 64_000
"""Bytes of a stage."""
MOST_VERBS = 100
"""Of one writing; `wire.js` sends no more at once."""


class Verb(BaseModel):
    model_config = ConfigDict(strict=True, extra="ignore")

    verb: Annotated[str, Field(max_length=16)]
    step: Annotated[str | None, Field(max_length=80)] = None
    key: Annotated[str, Field(min_length=8, max_length=LONGEST_VERB_KEY)] | None = None


class Sent(BaseModel):
    model_config = ConfigDict(strict=True, extra="ignore")

    base: int
    stage: stages.Stage
    verbs: Annotated[list[Verb], Field(max_length=MOST_VERBS)] = []


@pages.post("/open")
@allow(Action.RUN_HOUR)
def begin(meeting_id: int) -> Response:
    """What phones join by, and the wall's address; the same however often it is asked for."""
    led_hour(meeting_id)
    with writing() as session:
        meeting = open_hour(session, meeting_id, now())
        opened = {"code": meeting.code, "door": meeting.door, "wall": meeting.wall}
        said = _said(meeting)
    return jsonify(**opened, **said)


@pages.get("/stage")
@allow(Action.RUN_HOUR)
def read(meeting_id: int) -> Response:
    return jsonify(**_said(led_hour(meeting_id)))


@pages.put("/stage")
@allow(Action.RUN_HOUR)
def write(meeting_id: int) -> Response | tuple[Response, int]:
    led_hour(meeting_id)
    sent, who = _sent(), signed_in()
    done = [Done(one.verb, one.step or "", one.key) for one in sent.verbs]
    with writing() as session:
        kept = stages.keep(session, meeting_id, sent.base, sent.stage, done, who.person_id, who.name, now())
    if isinstance(kept, stages.Conflict):
        return jsonify(**kept.model_dump(), now=_ms()), CONFLICT
    return jsonify(revision=kept.revision, now=_ms())


def _said(meeting: Meeting) -> dict[str, object]:
    stage = meeting.stage
    return {
        "stage": stage,
        "revision": meeting.stage_revision,
        "now": _ms(),
        "by": (stage or {}).get("by", ""),
    }


def _ms() -> int:
    return round(now().timestamp() * 1000)


def _sent() -> Sent:
    if (request.content_length or 0) > LARGEST:
        abort(TOO_LARGE)
    try:
        return Sent.model_validate(request.get_json(silent=True))
    except ValidationError:
        abort(UNREADABLE)


@pages.errorhandler(Over)
def _over(refused: Over) -> tuple[Response, int]:
    return jsonify(error=refused.words(language())), GONE


@pages.errorhandler(HTTPException)
def _failed(error: HTTPException) -> tuple[Response, int]:
    said = {
        401: gettext("Du är inte inloggad längre. Logga in igen; timmen går vidare på den här datorn."),
        403: gettext("Sidan hade varit öppen för länge. Ladda om den; timmen går vidare på den här datorn."),
        404: gettext("Du leder inte den här timmen längre."),
    }
    return jsonify(
        error=said.get(
            error.code or 0, gettext("Servern tog inte emot det. Timmen går vidare på den här datorn.")
        )
    ), error.code or 500
