"""What the scripts of the editor ask when a file is chosen: which there are, how a picture was described before, this one too."""

from collections.abc import Mapping, Sequence

from flask import Blueprint, Response, abort, jsonify, request, url_for

from course_builder.library.draft_media import changing
from course_builder.library.draft_media.changing import NotThere
from course_builder.library.draft_media.listing import Listed, listed
from course_builder.library.draft_media.listing import found as searched
from course_builder.library.draft_media.uses import descriptions
from course_builder.library.drafts.models import Draft
from course_builder.library.film_register.answers import carried
from course_builder.people.may import Action
from course_builder.web.authoring.found import DRAFT, Sent, answers_in_json, found, sent
from course_builder.web.authoring.own_drafts import own_drafts
from course_builder.web.clock import now
from course_builder.web.guard import actor, allow
from course_builder.web.language import ngettext
from course_builder.web.records import reading, writing
from course_builder.web.toasts import undoable

pages = Blueprint("media_choice", __name__)
answers_in_json(pages)

MOST = 60
MOST_DESCRIPTIONS = 5


@pages.get(f"{DRAFT}/media/choice")
@allow(Action.WRITE)
def choice(kind: str, name: str) -> Response:
    """Files of the kinds that are asked for: the draft's own, and others' that it does not have."""
    draft = found(kind, name)
    kinds, words = request.args.getlist("kinds"), request.args.get("q", "")
    every = listed(reading(), own_drafts(), kinds)
    own = [one for one in every if one.draft.id == draft.id]
    here = {one.sha256 for one in own}
    others = {one.sha256: one for one in every if one.sha256 not in here}
    return jsonify(own=_told(searched(own, words)), others=_told(searched(list(others.values()), words)))


@pages.get(f"{DRAFT}/media/descriptions")
@allow(Action.WRITE)
def before(kind: str, name: str) -> Response:
    """How the picture at a path has been described elsewhere. Suggestions: what matters in it depends on the text."""
    draft = found(kind, name)
    try:
        sha = changing.fingerprint_at(reading(), draft, request.args.get("path", "")).sha256
    except NotThere:
        abort(404)
    return jsonify(descriptions=descriptions(reading(), own_drafts(), sha)[:MOST_DESCRIPTIONS])


class Borrowed(Sent):
    """`kind` and `name` of the draft that has it; the same one when they are empty. `shown_in` is the text it is for."""

    kind: str = ""
    name: str = ""
    path: str
    shown_in: str = ""


@pages.post(f"{DRAFT}/media/borrow")
@allow(Action.WRITE)
def borrow(kind: str, name: str) -> Response:
    """A file of another draft, here too; and its path as the text that shows it writes it."""
    draft, asked = found(kind, name), sent(Borrowed)
    other = found(asked.kind, asked.name) if asked.name else draft
    by = actor().person_id
    try:
        with writing() as session:
            here, there = session.get_one(Draft, draft.id), session.get_one(Draft, other.id)
            path = asked.path if other is draft else changing.borrow(session, here, there, asked.path, by, now())  # fmt: skip
            path = changing.within_reach(session, here, path, asked.shown_in, by, now())
            head = here.head
    except NotThere:
        abort(404)
    return jsonify(path=path, revision=head)


class Exchange(Sent):
    """Paths in the draft: the file that is there, and the one that has just been uploaded."""

    old: str
    new: str


@pages.post(f"{DRAFT}/media/replace")
@allow(Action.WRITE)
def replace(kind: str, name: str) -> Response:
    """In every draft that the reader may write in."""
    draft, asked = found(kind, name), sent(Exchange)
    drafts, by = [one.id for one in own_drafts()], actor().person_id
    try:
        with writing() as session:
            every = [session.get_one(Draft, one) for one in drafts]
            own = session.get_one(Draft, draft.id)
            old, new = (changing.fingerprint_at(session, own, path).sha256 for path in (asked.old, asked.new))
            made = changing.replace(session, every, own, asked.old, asked.new, by, now())
            carried(session, old, new, now())
            taken = [f"{changed.id}:{revision.number}" for changed, revision in made]
    except NotThere:
        abort(404)
    if taken:
        said = ngettext("Filen är utbytt i 1 utkast.", "Filen är utbytt i %(num)s utkast.", len(taken))
        undoable(said % {"num": len(taken)}, url_for("media_library.take_back", taken=taken))
    return jsonify(drafts=len(taken))


def _told(files: Sequence[Listed]) -> list[Mapping[str, object]]:
    return [
        {
            "path": one.path,
            "name": one.name,
            "kind": one.kind,
            "size": one.size,
            "draft": {"kind": one.draft.kind, "name": one.draft.name, "title": one.draft.title},
            "address": url_for(
                "media_files.file", kind=one.draft.kind, name=one.draft.name, sha256=one.sha256
            ),
            "milliseconds": one.facts.milliseconds if one.facts else 0,
            "width": one.facts.width if one.facts else 0,
            "height": one.facts.height if one.facts else 0,
        }
        for one in files[:MOST]
    ]
