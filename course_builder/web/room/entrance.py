"""The way in for phones: a code that is typed, or a picture that is read. Neither steers anything."""

from time import monotonic
from typing import Annotated

from flask import Blueprint, Response, current_app, jsonify, redirect, render_template, request, url_for
from flask.blueprints import BlueprintSetupState
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from werkzeug.wrappers import Response as Answer

from course_builder.meetings.guesses import Guesses
from course_builder.meetings.joining import Room, by_code, tidy
from course_builder.web.clock import now
from course_builder.web.guard import unnamed
from course_builder.web.language import gettext
from course_builder.web.records import glance

pages = Blueprint("entrance", __name__)

NOT_FOUND, WORK_FIRST, UNREADABLE = 404, 428, 422


class Try(BaseModel):
    """`sum` and `number` are the work, when it has been asked for."""

    model_config = ConfigDict(strict=True, extra="ignore")

    code: Annotated[str, Field(min_length=1, max_length=40)]
    sum: Annotated[str, Field(max_length=16)] = ""
    number: Annotated[str, Field(max_length=16)] = ""


@pages.record_once
def _guesses(state: BlueprintSetupState) -> None:
    state.app.extensions["guesses"] = Guesses(str(state.app.secret_key).encode())


@pages.get("/rum")
@unnamed
def page() -> str | Answer:
    code = request.args.get("code", "")
    return redirect(url_for("entrance.way", way=code)) if code.strip() else _ask("")


@pages.get("/rum/<string(maxlength=31):way>")
@unnamed
def way(way: str) -> str | Answer | tuple[str, int]:
    """A code leads to its door, unless too many have been wrong: then the page does the work."""
    if _known().bits(_where(), monotonic()):
        return _ask(way)
    found = _found(way)
    if found is None:
        return _ask(way, wrong=True), NOT_FOUND
    return redirect(url_for("phone.page", door=found.door))


@pages.post("/rum/code")
@unnamed
def enter() -> Response | tuple[Response, int]:
    """The door that a code opens."""
    try:
        sent = Try.model_validate(request.get_json(silent=True))
    except ValidationError:
        return jsonify(error=gettext("Skriv koden som står på väggen.")), UNREADABLE
    known, at = _known(), monotonic()
    bits = known.bits(_where(), at)
    if bits and not known.done(sent.sum, sent.code, sent.number, bits, at):
        return jsonify(sum=known.sum(at), bits=bits), WORK_FIRST
    found = _found(sent.code)
    if found is None:
        return jsonify(error=_wrong()), NOT_FOUND
    return jsonify(address=url_for("phone.page", door=found.door))


def _found(code: str) -> Room | None:
    with glance() as at:
        found = by_code(at, code, now())
    if found is None:
        _known().failed(_where(), monotonic())
    return found


def _ask(code: str, wrong: bool = False) -> str:
    return render_template("room/code.html", code=tidy(code), error=_wrong() if wrong else None)


def _wrong() -> str:
    return gettext("Koden stämmer inte, eller så är timmen slut. Titta på väggen och skriv den igen.")


def _where() -> str:
    return request.remote_addr or ""


def _known() -> Guesses:
    known: Guesses = current_app.extensions["guesses"]
    return known
