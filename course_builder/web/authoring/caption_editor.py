"""Captions beside their film: written from nothing, taken in from a file, mended line by line, saved as one goes."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Annotated

from flask import Blueprint, Response, abort, jsonify, redirect, render_template, request, url_for
from pydantic import Field
from werkzeug.wrappers import Response as BaseResponse

from course_builder.content.captioning import Line, cues, lines_of, noticed, transcript
from course_builder.content.captions import LARGEST_FILE, MOST_CUES, Cue, parse, write
from course_builder.content.problems import Problem
from course_builder.library.draft_media import captions
from course_builder.library.draft_media.changing import NotThere, fingerprint_at
from course_builder.library.draft_media.films import changed
from course_builder.library.drafts.models import Draft, Verb
from course_builder.library.drafts.saving import Stale, save
from course_builder.library.store import MediaMissing
from course_builder.library.uploads.places_of import facts_at
from course_builder.people.may import Action
from course_builder.web.authoring.found import DRAFT, Sent, found, sent
from course_builder.web.authoring.media_words import media_words
from course_builder.web.clock import SWEDEN, now
from course_builder.web.guard import actor, allow
from course_builder.web.kept import store
from course_builder.web.language import language
from course_builder.web.records import reading, writing

pages = Blueprint("caption_editor", __name__)

LANGUAGES = ("sv", "en", "fi", "ar", "so", "fa", "uk")
"""Languages that captions are likely to be in; the first is the course's own as a rule."""
CONFLICT, TOO_MUCH = 409, 413


class Written(Sent):
    """Lines are start and end in milliseconds, and the words."""

    film: str
    language: str
    base: int
    lines: list[Annotated[tuple[int, int, str], Field(strict=False)]]


@pages.get(f"{DRAFT}/captions")
@allow(Action.WRITE)
def page(kind: str, name: str) -> str:
    draft = found(kind, name)
    film, spoken = request.args.get("film", ""), _language(request.args.get("in", LANGUAGES[0]))
    try:
        sha = fingerprint_at(reading(), draft, film).sha256
    except NotThere:
        abort(404)
    known = captions.captioned(reading(), draft, film, spoken)
    lines = lines_of(_read(draft, known.path)) if not known.is_new else ()
    facts = facts_at(reading(), draft.id, film)
    length = facts.milliseconds if facts else 0
    return render_template(
        "authoring/captions.html", draft=draft, film=film, spoken=spoken, languages=LANGUAGES, known=known, sha=sha,
        texts=media_words(), transcript=transcript(cues(lines)), lines=lines,
        facts={
            "save": url_for("caption_editor.keep", kind=kind, name=name), "take": url_for("caption_editor.take", kind=kind, name=name),
            "film": film, "language": spoken, "base": draft.head, "lines": [[one.start, one.end, one.text] for one in lines],
            "problems": _told(noticed(lines, length)), "account": actor().account_id,
        },
    )  # fmt: skip


@pages.post(f"{DRAFT}/captions")
@allow(Action.WRITE)
def keep(kind: str, name: str) -> Response | tuple[Response, int]:
    """Written as WebVTT by us, whatever was typed (trust 16). The same lines again save nothing."""
    draft, asked = found(kind, name), sent(Written)
    lines = [Line(*one) for one in asked.lines]
    data = write(cues(lines)).encode()
    if len(lines) > MOST_CUES or len(data) > LARGEST_FILE:
        abort(TOO_MUCH)
    try:
        fingerprint_at(reading(), draft, asked.film)
    except NotThere:
        abort(404)
    facts = facts_at(reading(), draft.id, asked.film)
    made, by = store().put(BytesIO(data)), actor().person_id
    try:
        with writing() as session:
            own = session.get_one(Draft, draft.id)
            _, path = captions.keep(
                session, own, asked.film, _language(asked.language), made, asked.base, by, now()
            )
            head = own.head
    except Stale as stale:
        return jsonify(head=stale.head), CONFLICT
    return jsonify(
        revision=head, path=path, saved_at=now().astimezone(SWEDEN).strftime("%H.%M"),
        problems=_told(noticed(lines, facts.milliseconds if facts else 0)), transcript=transcript(cues(lines)),
    )  # fmt: skip


@pages.post(f"{DRAFT}/captions/read")
@allow(Action.WRITE)
def take(kind: str, name: str) -> Response:
    """The lines of a VTT or SRT file in whatever encoding it has; the page decides what becomes of them."""
    found(kind, name)
    read = parse(request.stream.read(LARGEST_FILE + 1))
    spoken = language()
    wrong = [f"{code.sv if spoken == 'sv' else code.en} ({line})" for line, code in read.problems[:20]]
    return jsonify(lines=[[one.start, one.end, one.text] for one in lines_of(read.cues)], problems=wrong)


@pages.post(f"{DRAFT}/captions/transcript")
@allow(Action.WRITE)
def transcribe(kind: str, name: str) -> BaseResponse:
    """The text of the film is made from its captions from now on, wherever the draft shows it."""
    draft, film = found(kind, name), request.form.get("film", "")
    known = captions.captioned(reading(), draft, film, _language(request.form.get("in", LANGUAGES[0])))
    texts = changed([one for one in known.shown if not known.way], ("transcript",), "from captions")
    with writing() as session:
        own = session.get_one(Draft, draft.id)
        save(session, own, texts, own.head, Verb.EDITED, film.rpartition("/")[2], actor().person_id, now())
    return redirect(url_for("caption_editor.page", kind=kind, name=name, film=film))


def _language(word: str) -> str:
    if word not in LANGUAGES:
        abort(404)
    return word


def _read(draft: Draft, path: str) -> Sequence[Cue]:
    try:
        sha = fingerprint_at(reading(), draft, path).sha256
        with store().open(sha) as stream:
            return parse(stream.read(LARGEST_FILE + 1)).cues
    except (NotThere, MediaMissing):
        return ()


def _told(problems: Mapping[int, Sequence[Problem]]) -> Mapping[int, Sequence[str]]:
    spoken = language()
    return {
        number: [f"{one.message(spoken)} {one.hint(spoken)}".strip() for one in found]
        for number, found in problems.items()
    }
