"""The media of one draft, and of the whole library: looked through, replaced everywhere, taken away and put back."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from course_builder.library.draft_media import changing
from course_builder.library.draft_media.changing import NotThere
from course_builder.library.draft_media.listing import Listed, listed
from course_builder.library.draft_media.listing import found as searched
from course_builder.library.draft_media.uses import Use, published, uses
from course_builder.library.drafts.history import undo
from course_builder.library.drafts.models import Draft
from course_builder.library.drafts.reading import NoSuchRevision
from course_builder.library.drafts.saving import Stale
from course_builder.people.may import Action
from course_builder.web.authoring.found import DRAFT, found
from course_builder.web.authoring.media_words import media_words
from course_builder.web.authoring.own_drafts import own_drafts
from course_builder.web.clock import now
from course_builder.web.guard import actor, allow, check
from course_builder.web.language import gettext
from course_builder.web.records import reading, writing
from course_builder.web.toasts import undoable

pages = Blueprint("media_library", __name__)

KINDS = ("picture", "film", "sound", "captions", "document")
MOST_SHOWN = 300


@dataclass(frozen=True)
class Shown:
    """A file of the page with the places that show it."""

    one: Listed
    uses: Sequence[Use]


@pages.get("/write/media")
@allow(Action.WRITE)
def library() -> str:
    return _page(None, own_drafts())


@pages.get(f"{DRAFT}/media")
@allow(Action.WRITE)
def of_draft(kind: str, name: str) -> str:
    draft = found(kind, name)
    return _page(draft, [draft])


@pages.post(f"{DRAFT}/media/remove")
@allow(Action.WRITE)
def remove(kind: str, name: str) -> Response | str:
    """What is shown somewhere goes only when the page has said where."""
    draft = found(kind, name)
    path = request.form.get("path", "")
    shown = uses(reading(), [draft]).get((draft.id, path), [])
    if shown and request.form.get("sure") != "yes":
        return _page(draft, [draft], doomed=path)
    try:
        with writing() as session:
            known = session.get_one(Draft, draft.id)
            taken = changing.remove(session, known, path, actor().person_id, now()).number
    except NotThere:
        abort(404)
    said = gettext("%(name)s togs bort.") % {"name": path.rpartition("/")[2]}
    undoable(said, url_for("media_library.take_back", taken=f"{draft.id}:{taken}"))
    return redirect(url_for("media_library.of_draft", kind=kind, name=name))


@pages.post("/write/media/undo")
@allow(Action.WRITE)
def take_back() -> Response:
    """Each `taken` is a draft and the number of a revision in it. Of several drafts, those that can be."""
    wanted = [_revision(word) for word in request.args.getlist("taken")]
    left = 0
    for draft_id, number in wanted:
        draft = reading().get(Draft, draft_id)
        if draft is None:
            abort(404)
        check(Action.WRITE, draft)
        left += not _undone(draft_id, number)
    if left:
        flash(gettext("Det har skrivits mer sedan dess. Gå till ändringshistoriken för att ångra."), "bad")
    else:
        flash(gettext("Ångrat. Allt är som förut."))
    return redirect(_back(wanted))


def _undone(draft_id: int, number: int) -> bool:
    """Whether it could be taken back: nobody has written on the same files since."""
    try:
        with writing() as session:
            undo(session, session.get_one(Draft, draft_id), number, actor().person_id, now())
    except (Stale, NoSuchRevision):
        return False
    return True


def _back(wanted: Sequence[tuple[int, int]]) -> str:
    """To the media of the draft, or of the library when there were several."""
    draft = reading().get(Draft, wanted[0][0]) if len(wanted) == 1 else None
    if draft is None:
        return url_for("media_library.library")
    return url_for("media_library.of_draft", kind=draft.kind, name=draft.name)


def _revision(word: str) -> tuple[int, int]:
    draft_id, _, number = word.partition(":")
    if not (draft_id.isdecimal() and number.isdecimal() and len(word) <= 20):
        abort(404)
    return int(draft_id), int(number)


def _page(draft: Draft | None, drafts: Sequence[Draft], doomed: str = "") -> str:
    words, kind = request.args.get("q", ""), request.args.get("kind", "")
    session = reading()
    shown_at = uses(session, drafts)
    every = listed(session, drafts)
    chosen = searched([one for one in every if not kind or one.kind == kind], words)
    shown = [Shown(one, shown_at.get((one.draft.id, one.path), [])) for one in chosen]
    if request.args.get("unused"):
        shown = [one for one in shown if not one.uses]
    return render_template(
        "authoring/media.html", draft=draft, shown=shown[:MOST_SHOWN], more=max(0, len(shown) - MOST_SHOWN), kinds=KINDS, kind=kind,
        words=words, doomed=doomed, total=sum({one.sha256: one.size for one in every}.values()), count=len(every),
        versions={one.one.sha256: published(session, one.one.sha256) for one in shown if one.one.path == doomed},
        texts=media_words(), unused=bool(request.args.get("unused")),
    )  # fmt: skip
