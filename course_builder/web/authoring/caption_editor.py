"""Captions beside their film: written from nothing, taken in from a file, mended line by line, saved as one goes."""

from collections.abc import Sequence

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from course_builder.content.captioning import cues, lines_of, noticed, transcript
from course_builder.content.captions import LARGEST_FILE, Cue, parse
from course_builder.library.draft_media import captions
from course_builder.library.draft_media.changing import NotThere, fingerprint_at
from course_builder.library.draft_media.films import changed
from course_builder.library.drafts.models import Draft, Verb
from course_builder.library.drafts.saving import save
from course_builder.library.store import MediaMissing
from course_builder.library.uploads.places_of import facts_at
from course_builder.people.may import Action
from course_builder.web.authoring.caption_saving import LANGUAGES, spoken_in, told
from course_builder.web.authoring.found import DRAFT, found
from course_builder.web.authoring.media_words import media_words
from course_builder.web.clock import now
from course_builder.web.guard import actor, allow
from course_builder.web.kept import store
from course_builder.web.records import reading, writing

pages = Blueprint("caption_editor", __name__)


@pages.get(f"{DRAFT}/captions")
@allow(Action.WRITE)
def page(kind: str, name: str) -> str:
    draft = found(kind, name)
    film, spoken = request.args.get("film", ""), spoken_in(request.args.get("in", LANGUAGES[0]))
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
            "save": url_for("caption_saving.keep", kind=kind, name=name), "take": url_for("caption_saving.take", kind=kind, name=name),
            "film": film, "language": spoken, "base": draft.head, "lines": [[one.start, one.end, one.text] for one in lines],
            "problems": told(noticed(lines, length)), "account": actor().account_id,
        },
    )  # fmt: skip


@pages.post(f"{DRAFT}/captions/transcript")
@allow(Action.WRITE)
def transcribe(kind: str, name: str) -> BaseResponse:
    """The text of the film is made from its captions from now on, wherever the draft shows it."""
    draft, film = found(kind, name), request.form.get("film", "")
    known = captions.captioned(reading(), draft, film, spoken_in(request.form.get("in", LANGUAGES[0])))
    texts = changed([one for one in known.shown if not known.way], ("transcript",), "from captions")
    with writing() as session:
        own = session.get_one(Draft, draft.id)
        save(session, own, texts, own.head, Verb.EDITED, film.rpartition("/")[2], actor().person_id, now())
    return redirect(url_for("caption_editor.page", kind=kind, name=name, film=film))


def _read(draft: Draft, path: str) -> Sequence[Cue]:
    try:
        sha = fingerprint_at(reading(), draft, path).sha256
        with store().open(sha) as stream:
            return parse(stream.read(LARGEST_FILE + 1)).cues
    except (NotThere, MediaMissing):
        return ()
