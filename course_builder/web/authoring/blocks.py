"""Buttons over a block of a lesson: up, down, a copy, away. JSON both ways."""

from collections.abc import Mapping
from typing import Annotated, Literal

from flask import Blueprint, Response, jsonify
from pydantic import Field

from course_builder.content.editing.errors import NoSuchPlace
from course_builder.content.editing.lesson import Block
from course_builder.library.drafts import blocks
from course_builder.people.may import Action
from course_builder.web.authoring.found import DRAFT, Sent, again, answers_in_json, found, sent
from course_builder.web.clock import now
from course_builder.web.guard import actor, allow
from course_builder.web.language import gettext
from course_builder.web.records import writing

pages = Blueprint("author_blocks", __name__)
answers_in_json(pages)

CONFLICT = 409


class BlockSent(Sent):
    path: Annotated[str, Field(min_length=1, max_length=400, pattern=r"\.md$")]
    op: Literal["up", "down", "copy", "remove"]
    index: Annotated[int, Field(ge=0)]
    kind: Annotated[str, Field(max_length=100)]


@pages.post(f"{DRAFT}/block")
@allow(Action.WRITE)
def change(kind: str, name: str) -> Response | tuple[Response, int]:
    draft, asked = found(kind, name), sent(BlockSent)
    step = blocks.Asked(asked.op, asked.index, asked.kind)
    try:
        with writing() as session:
            done = blocks.change_block(
                session, again(session, draft), asked.path, step, actor().person_id, now()
            )
            number = done.revision.number
    except NoSuchPlace:
        return jsonify(error=gettext("Texten har ändrats sedan dess. Du ser den som den är nu.")), CONFLICT
    return jsonify(revision=number, text=done.text, block=_told(done.block))


def block_words() -> Mapping[str, str]:
    """What its script says."""
    return {
        "up": gettext("Flytta upp"),
        "down": gettext("Flytta ner"),
        "copy": gettext("Gör en kopia"),
        "remove": gettext("Ta bort"),
        "moved": gettext("{what} står nu på rad {line}."),
        "copied": gettext("{what} är en kopia med egna svar."),
        "removed": gettext("{what} togs bort"),
    }


def _told(block: Block | None) -> Mapping[str, object] | None:
    return None if block is None else {"index": block.index, "kind": block.kind, "first": block.first, "last": block.last}  # fmt: skip
