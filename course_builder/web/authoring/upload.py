"""A file comes in pieces: begun, sent, asked about, finished, stopped. Only the scripts of the pages ask."""

from flask import Blueprint, Response, abort, current_app, jsonify, request, url_for

from course_builder.library.drafts.models import Kind
from course_builder.library.uploads import keeping, limits, pieces, receiving
from course_builder.library.uploads.finishing import NotWhole
from course_builder.library.uploads.finishing import finish as finish_upload
from course_builder.library.uploads.models import MediumFacts, State, Upload
from course_builder.library.uploads.places_of import facts_at
from course_builder.paths.atomic import FULL
from course_builder.people.may import Action
from course_builder.people.refused import Refused
from course_builder.web import log
from course_builder.web.authoring.found import DRAFT, Sent, answers_in_json, found, sent
from course_builder.web.clock import now
from course_builder.web.guard import actor, allow
from course_builder.web.language import language
from course_builder.web.records import reading, reading_anew, writing
from course_builder.web.workshop import wake, workshop

pages = Blueprint("upload", __name__)
answers_in_json(pages)

Answer = Response | tuple[Response, int]
PIECE = 8_000_000
"""Bytes that a script sends at a time; a cut costs at most what has come of one."""
CONFLICT, REFUSED, NO_ROOM = 409, 422, 507


class Announced(Sent):
    name: str
    size: int


@pages.post(f"{DRAFT}/uploads")
@allow(Action.WRITE)
def begin(kind: str, name: str) -> Answer:
    draft = found(kind, name)
    if draft.kind == Kind.REGISTER:
        abort(404)  # it has texts only
    asked = sent(Announced)
    work = workshop(current_app)
    try:
        work.folder.mkdir(parents=True, exist_ok=True)
        limits.check_disk(work.folder, asked.size)
        with writing() as session:
            upload = receiving.begin(session, draft, asked.name, asked.size, actor().person_id, now())
    except Refused as refused:
        return jsonify(error=refused.words(language())), REFUSED
    pieces.begin(work.part(upload))
    return _said(upload), 201


@pages.get("/write/uploads/<upload_token>")
@allow(Action.WRITE)
def state(upload_token: str) -> Answer:
    return _said(_hers(upload_token))


@pages.patch("/write/uploads/<upload_token>")
@allow(Action.WRITE)
def piece(upload_token: str) -> Answer:
    """What comes after `Upload-Offset`; 409 says where to go on instead."""
    upload = _hers(upload_token)
    start = request.headers.get("Upload-Offset", type=int)
    if start is None or upload.state != State.RECEIVING:
        return _said(upload), CONFLICT
    part = workshop(current_app).part(upload)
    pieces.begin(part)
    try:
        there = pieces.add(part, start, request.stream, upload.size)
    except pieces.NotNext as elsewhere:
        return jsonify(offset=elsewhere.offset), CONFLICT
    if now() - upload.touched_on > limits.DAY / 24:
        with writing() as session:
            receiving.touch(session, upload.id, now())
    return jsonify(offset=there)


@pages.post("/write/uploads/<upload_token>/finish")
@allow(Action.WRITE)
def finish(upload_token: str) -> Answer:
    upload = _hers(upload_token)
    try:
        finish_upload(workshop(current_app), upload)
    except (NotWhole, pieces.NotNext):
        return _said(upload), CONFLICT
    wake(current_app)
    reading_anew()
    return _said(_hers(upload_token))


@pages.delete("/write/uploads/<upload_token>")
@allow(Action.WRITE)
def stop(upload_token: str) -> Answer:
    upload = _hers(upload_token)
    part = workshop(current_app).part(upload)
    with writing() as session:
        receiving.forget(session, session.get_one(Upload, upload.id))
    keeping.clear(part)
    return jsonify({})


@pages.errorhandler(OSError)
def _full(error: OSError) -> tuple[Response, int]:
    """The disk is full in the middle of a piece: what had come is there, and trying again at once helps nobody."""
    if error.errno not in FULL:
        raise error
    log.fault(error)
    return jsonify(error=Refused(*limits.NO_ROOM).words(language())), NO_ROOM


def _hers(upload_token: str) -> Upload:
    upload = receiving.found(reading(), upload_token, actor().person_id)
    if upload is None:
        abort(404)
    return upload


def _said(upload: Upload) -> Response:
    told: dict[str, object] = {
        "token": upload.token, "address": url_for("upload.state", upload_token=upload.token), "name": upload.name, "size": upload.size, "state": upload.state, "piece": PIECE,
    }  # fmt: skip
    if upload.state == State.RECEIVING:
        told["offset"] = receiving.received(workshop(current_app).part(upload))
    if upload.state == State.CONVERTING:
        told["done"] = upload.done / 1000
    if upload.state == State.REFUSED:
        told["error"] = upload.said_en if language() == "en" else upload.said_sv
    if upload.state == State.DONE:
        told |= {"path": upload.path, "facts": _facts(facts_at(reading(), upload.draft_id, upload.path))}
    return jsonify(told)


def _facts(facts: MediumFacts | None) -> dict[str, object] | None:
    if facts is None:
        return None
    return {
        "kind": facts.kind, "width": facts.width, "height": facts.height, "milliseconds": facts.milliseconds,
        "sound": facts.sound,
    }  # fmt: skip
