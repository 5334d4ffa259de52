"""One film of a draft: its captions, its described and signed versions, and the right to show it; set wherever the draft shows it."""

from collections.abc import Sequence
from pathlib import PurePosixPath

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import DateField, Form, StringField
from wtforms.validators import Length, Optional

from course_builder.library.draft_media.films import ShownFilm, changed, films
from course_builder.library.drafts.models import Draft, Verb
from course_builder.library.drafts.reading import files
from course_builder.library.drafts.saving import save
from course_builder.library.film_register.register import key_of
from course_builder.library.uploads.places_of import facts_at
from course_builder.people.may import Action
from course_builder.web.authoring.caption_saving import LANGUAGES
from course_builder.web.authoring.found import DRAFT, found
from course_builder.web.authoring.media_words import media_words
from course_builder.web.clock import now
from course_builder.web.guard import actor, allow
from course_builder.web.language import gettext
from course_builder.web.records import reading, writing
from course_builder.web.toasts import undoable

pages = Blueprint("film_versions", __name__)

WAYS = ("described", "signed")
LONGEST = 400


class RightsForm(Form):
    basis = StringField(validators=[Optional(), Length(max=LONGEST)])
    owner = StringField(validators=[Optional(), Length(max=LONGEST)])
    checked_on = DateField(validators=[Optional()])
    until = DateField(validators=[Optional()])


@pages.get(f"{DRAFT}/film/<film>")
@allow(Action.WRITE)
def page(kind: str, name: str, film: str) -> str:
    draft = found(kind, name)
    shown = _shown(draft, film)
    return render_template(
        "authoring/film.html", draft=draft, key=film, film=shown[0].film, places=shown, ways=WAYS, languages=LANGUAGES,
        texts=media_words(),
    )  # fmt: skip


@pages.post(f"{DRAFT}/film/<film>/version")
@allow(Action.WRITE)
def version(kind: str, name: str, film: str) -> Response:
    """A file that is the film with description or sign language; or why none is needed."""
    draft = found(kind, name)
    shown = _shown(draft, film)
    way, path = request.form.get("way", ""), request.form.get("path", "")
    why = " ".join(request.form.get("none_needed", "").split())[:LONGEST]
    if way not in WAYS or (path and path not in files(reading(), draft)):
        abort(404)
    if path:
        return _set(draft, shown, film, (way,), _version(draft, shown, path))
    return _set(draft, shown, film, (way,), {"none_needed": why} if why else None)


@pages.post(f"{DRAFT}/film/<film>/rights")
@allow(Action.WRITE)
def rights(kind: str, name: str, film: str) -> Response:
    draft = found(kind, name)
    shown = _shown(draft, film)
    form = RightsForm(request.form)
    if not form.validate() or not (form.basis.data or "").strip():
        flash(gettext("Skriv med vilken rätt filmen visas, och dagar som 2027-01-31."), "bad")
        return redirect(url_for("film_versions.page", kind=kind, name=name, film=film))
    said = {
        "basis": form.basis.data, "owner": form.owner.data, "checked_on": form.checked_on.data, "until": form.until.data,
    }  # fmt: skip
    value = {key: " ".join(str(one).split()) for key, one in said.items() if one}
    return _set(draft, shown, film, ("rights",), value)


def _set(draft: Draft, shown: Sequence[ShownFilm], film: str, at: Sequence[str], value: object) -> Response:
    texts = changed(shown, at, value)
    with writing() as session:
        own = session.get_one(Draft, draft.id)
        number = save(
            session, own, texts, own.head, Verb.EDITED, shown[0].film.title, actor().person_id, now()
        ).number
    if texts:
        undoable(
            gettext("Filmen är ändrad."), url_for("media_library.take_back", taken=f"{draft.id}:{number}")
        )
    return redirect(url_for("film_versions.page", kind=draft.kind, name=draft.name, film=film))


def _version(draft: Draft, shown: Sequence[ShownFilm], path: str) -> dict[str, str]:
    folder = PurePosixPath(shown[0].film.path).parent
    facts = facts_at(reading(), draft.id, path)
    made = {"file": str(PurePosixPath(path).relative_to(folder))}
    if facts is not None and facts.milliseconds:
        seconds = round(facts.milliseconds / 1000)
        made["length"] = f"{seconds // 60}:{seconds % 60:02}"
    return made


def _shown(draft: Draft, key: str) -> list[ShownFilm]:
    """Where the draft shows the film; 404 when nowhere."""
    there = files(reading(), draft)
    shown = [
        one
        for one in films(reading(), [draft])
        if key == (there.get(one.film.file) if one.film.file else key_of(one.film.url))
    ]
    return shown or abort(404)
