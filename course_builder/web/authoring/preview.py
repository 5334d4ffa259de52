"""What the learner will see of the part that is open in the editor, from the text as it stands there, saved or not.

The renderer and the script are those of every package; nothing that is done in the preview is kept, and what is for
the one who leads a talk has no way in.
"""

from collections.abc import Mapping, Sequence
from typing import Annotated

from flask import Blueprint, Response, abort, current_app, jsonify, request, url_for
from pydantic import Field
from werkzeug.wrappers import Response as BaseResponse

from course_builder.content.blocks import FENCED
from course_builder.content.editing import lesson
from course_builder.content.editing.errors import NoSuchPlace, Unreadable
from course_builder.content.problems import Problem, errors
from course_builder.content.render.cap import too_much
from course_builder.content.structure.edits import edited
from course_builder.library.drafts.glimpse import Glimpses, Surroundings
from course_builder.library.drafts.models import Draft
from course_builder.library.drafts.part_problems import part_problems
from course_builder.library.drafts.reading import text as saved_text
from course_builder.library.drafts.shelf import DraftShelf
from course_builder.paths import shipped
from course_builder.paths.folder import FolderTree
from course_builder.people.may import Action
from course_builder.player import preview
from course_builder.player.media_files import media_file
from course_builder.web import security
from course_builder.web.authoring.field_problems import message
from course_builder.web.authoring.found import DRAFT, Sent, answers_in_json, found, sent
from course_builder.web.authoring.saving import OneEdit
from course_builder.web.authoring.text_words import text_words
from course_builder.web.authoring.told import told_problem
from course_builder.web.authoring.writing_state import writing_state
from course_builder.web.clock import today
from course_builder.web.guard import allow
from course_builder.web.language import gettext
from course_builder.web.on_shelf import shelf
from course_builder.web.package_files import send_blob
from course_builder.web.records import reading

pages = Blueprint("author_preview", __name__)
answers_in_json(pages)
pages.add_app_template_global(text_words)

BUILT = FolderTree(shipped.BUILT)
KEPT = "glimpses"


class JobSent(Sent):
    block: str | int | None = None
    edits: Annotated[list[OneEdit], Field(max_length=500)]


class TextSent(Sent):
    path: Annotated[str, Field(min_length=1, max_length=400)]
    text: str | None = None
    """None: as it was saved, with the edits of a form that are on their way."""
    jobs: list[JobSent] = Field(default_factory=list, max_length=500)
    at: str = ""


@pages.get(f"{DRAFT}/preview/page")
@allow(Action.WRITE)
def page(kind: str, name: str) -> str:
    """The part as it was saved last; the editor then sends what is written."""
    security.policy(security.IN_THE_PORTAL)
    draft, path = found(kind, name), request.args.get("path", "")
    single = around(draft).single(path, None, chosen(request.args.get("at", "")), today())
    sheet, script = url_for("static", filename="preview.css"), url_for("static", filename="web/preview.js")
    return preview.page(preview.shown(single) or preview.EMPTY, sheet, script, BUILT)


@pages.post(f"{DRAFT}/preview")
@allow(Action.WRITE)
def show(kind: str, name: str) -> Response:
    """The part's HTML, what its script knows, and how the text stands; `capped` when it would take too long."""
    draft, asked = found(kind, name), sent(TextSent)
    text = asked.text if asked.text is not None else _with_edits(draft, asked)
    if too_much(text or ""):
        return jsonify(capped=gettext("Texten är för lång eller har för många tecken som [ och > för att visas medan du skriver. Den sparas ändå."))  # fmt: skip
    here = around(draft)
    single = here.single(asked.path, text, chosen(asked.at), today())
    problems = part_problems(single, asked.path, here.tree, today())
    seen = preview.shown(single)
    return jsonify(
        **(_as_data(seen) if seen else {"html": "", "waits": _waits(problems)}),
        problems=[told_problem(one) for one in problems],
        blocks=_blocks(asked.path, text),
        state=writing_state(single, asked.path, problems, today()),
    )


@pages.get(f"{DRAFT}/preview/media/<path:place>")
@allow(Action.WRITE)
def medium(kind: str, name: str, place: str) -> BaseResponse:
    media = around(found(kind, name)).medium(place)
    if media is None:
        abort(404)
    security.policy(security.IN_THE_PORTAL)
    return send_blob(media_file(media).blob, place)


def chosen(at: str) -> str | None:
    """The id in `modules/#ID` or `agenda/#ID`."""
    _, sign, identifier = at.partition("/#")
    return identifier.partition("/")[0] if sign else None


def around(draft: Draft) -> Surroundings:
    kept = current_app.extensions.get(KEPT)
    if kept is None:
        found = shelf()
        if not isinstance(found, DraftShelf):
            abort(404)
        kept = current_app.extensions.setdefault(KEPT, Glimpses(found))
    here: Surroundings = kept.around(reading(), draft)
    return here


def _with_edits(draft: Draft, asked: TextSent) -> str | None:
    """What cannot be made on the text that is saved is left out: the saving says so."""
    words = saved_text(reading(), draft, asked.path) if asked.jobs else None
    if words is None:
        return None
    for job in asked.jobs:
        try:
            words = edited(words, job.block, [one.edit() for one in job.edits], asked.path).text
        except (NoSuchPlace, Unreadable):
            continue
    return words


def _as_data(seen: preview.Shown) -> Mapping[str, object]:
    return {"html": seen.html, "page": seen.data, "title": seen.title, "language": seen.language}


def _blocks(path: str, text: str | None) -> list[dict[str, object]]:
    """Those of a lesson that can be opened as forms."""
    found = lesson.blocks(text) if text is not None and path.endswith(".md") else ()
    return [
        {"index": one.index, "kind": one.kind, "first": one.first, "last": one.last}
        for one in found
        if one.kind in FENCED
    ]


def _waits(problems: Sequence[Problem]) -> str:
    """What must be put right before there is something to show."""
    first = next(iter(errors(problems)), None)
    if first is None:
        return gettext("Här finns inget att visa än.")
    words = {"line": first.place.line, "what": message(first)}
    return gettext("Sidan visas igen när det här är rättat, på rad %(line)s: %(what)s") % words
