"""What the script of the captions page sends: lines to keep, and files to read lines from."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Annotated

from flask import Blueprint, Response, abort, jsonify, request
from pydantic import Field

from course_builder.content.captioning import Line, cues, lines_of, noticed, transcript
from course_builder.content.captions import LARGEST_FILE, MOST_CUES, parse, write
from course_builder.content.problems import Problem
from course_builder.library.draft_media import captions
from course_builder.library.draft_media.changing import NotThere, fingerprint_at
from course_builder.library.drafts.models import Draft
from course_builder.library.drafts.saving import Stale
from course_builder.library.uploads.places_of import facts_at
from course_builder.people.may import Action
from course_builder.web.authoring.found import DRAFT, Sent, answers_in_json, found, sent
from course_builder.web.clock import SWEDEN, now
from course_builder.web.guard import actor, allow
from course_builder.web.kept import store
from course_builder.web.language import language
from course_builder.web.records import reading, writing

pages = Blueprint("caption_saving", __name__)
answers_in_json(pages)

LANGUAGES = ("sv", "en", "fi", "ar", "so", "fa", "uk")
"""Languages that captions are likely to be in; the first is the course's own as a rule."""
CONFLICT, TOO_MUCH = 409, 413


class Written(Sent):
    """Lines are start and end in milliseconds, and the words."""

    film: str
    language: str
    base: int
    lines: list[Annotated[tuple[int, int, str], Field(strict=False)]]


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
                session, own, asked.film, spoken_in(asked.language), made, asked.base, by, now()
            )
            head = own.head
    except Stale as stale:
        return jsonify(head=stale.head), CONFLICT
    return jsonify(
        revision=head, path=path, saved_at=now().astimezone(SWEDEN).strftime("%H.%M"),
        problems=told(noticed(lines, facts.milliseconds if facts else 0)), transcript=transcript(cues(lines)),
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


def spoken_in(word: str) -> str:
    """One of the languages; 404."""
    if word not in LANGUAGES:
        abort(404)
    return word


def told(problems: Mapping[int, Sequence[Problem]]) -> Mapping[int, Sequence[str]]:
    spoken = language()
    return {
        number: [f"{one.message(spoken)} {one.hint(spoken)}".strip() for one in found]
        for number, found in problems.items()
    }
