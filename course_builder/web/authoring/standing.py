"""What the editor's page asks about a draft as it stands: who is signed in, a text, what others have changed, problems."""

from flask import Blueprint, Response, abort, jsonify, request

from course_builder.content.reading import ROOT
from course_builder.library.drafts import writing as drafts
from course_builder.library.drafts.file_problems import file_problems
from course_builder.library.drafts.models import Kind
from course_builder.library.drafts.reading import text
from course_builder.people.may import Action
from course_builder.web import copies, csrf
from course_builder.web.authoring.behind import behind
from course_builder.web.authoring.found import DRAFT, answers_in_json, found
from course_builder.web.authoring.told import told_problem
from course_builder.web.clock import today
from course_builder.web.guard import actor, allow, signed_in
from course_builder.web.on_shelf import shelf
from course_builder.web.records import reading

pages = Blueprint("author_standing", __name__)
answers_in_json(pages)


@pages.get("/write/token")
@allow(Action.WRITE)
def token() -> Response:
    """Who is signed in now, for a page that was open when its sign-in ended."""
    return jsonify(mark=copies.of_account(signed_in().account_id), csrf=csrf.token())


@pages.get(f"{DRAFT}/text")
@allow(Action.WRITE)
def newest(kind: str, name: str) -> Response:
    """A text as it stands, for a page that compares it with its copy."""
    draft = found(kind, name)
    words = text(reading(), draft, request.args.get("path", ""))
    if words is None:
        abort(404)
    return jsonify(text=words, revision=draft.head)


@pages.get(f"{DRAFT}/since")
@allow(Action.WRITE)
def since(kind: str, name: str) -> Response:
    """What others have changed after a revision: paths, and the outline when the order of the course has."""
    draft = found(kind, name)
    seen = request.args.get("revision", type=int, default=draft.head)
    paths = drafts.changed_by_others(reading(), draft, seen, actor().person_id)
    return jsonify(head=draft.head, paths=sorted(paths), outline=ROOT in paths and draft.kind == Kind.COURSE)


@pages.get(f"{DRAFT}/problems")
@allow(Action.WRITE)
def problems(kind: str, name: str) -> Response:
    """Of the whole draft; asked for when nobody is writing."""
    draft = found(kind, name)
    whole = shelf().get(name, today()) if draft.kind == Kind.COURSE else None
    if draft.kind == Kind.COURSE:
        told = whole.problems if whole else ()
    else:
        told = file_problems(reading(), behind(), draft, f"{name}.yaml", today())
    return jsonify(head=draft.head, problems=[told_problem(one) for one in told])
