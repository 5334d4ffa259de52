"""Publicera: what stops it, what has changed since the last version, whom that touches, what to call it, and the button."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, abort, current_app, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import Form, HiddenField, RadioField, TextAreaField, ValidationError
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types
from wtforms.validators import Length, Optional

from course_builder.content.compare import Comparison, compare
from course_builder.content.course import Course
from course_builder.jobs import table
from course_builder.learning.touched import touched
from course_builder.library.addresses.checking import ADDRESSES, dead
from course_builder.library.addresses.places import in_texts
from course_builder.library.drafts.models import Draft, Kind
from course_builder.library.drafts.reading import draft
from course_builder.library.exports import log
from course_builder.library.gather import ReleaseStopped, gather
from course_builder.library.models import Change, Release
from course_builder.library.news import new_since
from course_builder.library.proposal import proposed
from course_builder.library.ready import FileChanged, keep_media
from course_builder.library.releases import course_of, latest
from course_builder.library.review import approvals, comments, warnings
from course_builder.library.review.publishing import NeedsEyes, Wish
from course_builder.library.review.publishing import publish as make
from course_builder.packaging.formats import formats
from course_builder.people.may import Action
from course_builder.people.personnummer import looks_like
from course_builder.settings import Settings
from course_builder.web.authoring import places
from course_builder.web.authoring.law_rows import reason_words
from course_builder.web.change_words import change_meaning, change_name
from course_builder.web.clock import now, today
from course_builder.web.guard import actor, allow
from course_builder.web.kept import kept, origin, store
from course_builder.web.language import gettext, language
from course_builder.web.on_shelf import shelved
from course_builder.web.records import reading, writing

pages = Blueprint("release", __name__)

KINDS = (Change.WORDING, Change.CONTENT, Change.CORRECTION)
LONGEST_NOTE = 1000


class ReleaseForm(Form):
    """`seen` is the course as it was when the page was opened."""

    seen = HiddenField()
    change = RadioField(
        choices=[SelectChoice(kind.value, kind.value) for kind in KINDS], validators=[Optional()]
    )
    note = TextAreaField(validators=[Length(max=LONGEST_NOTE)])

    def validate_note(self, field: TextAreaField) -> None:
        if looks_like(field.data or ""):
            raise ValidationError


@dataclass(frozen=True)
class Outlook:
    """What publishing would mean. Before the first version there is nothing to compare with."""

    before: Release | None
    comparison: Comparison | None
    told: tuple[str, ...]

    @property
    def same(self) -> bool:
        return self.comparison is not None and not self.comparison.reasons

    @property
    def change(self) -> Change:
        return Change.FIRST if self.comparison is None else proposed(self.comparison)


@pages.get("/courses/<name>/release")
@allow(Action.RELEASE)
def page(name: str) -> str:
    kept(name, Action.RELEASE)
    return _page(name, ReleaseForm())


@pages.post("/courses/<name>/release")
@allow(Action.RELEASE)
def publish(name: str) -> Response | tuple[str, int]:
    kept(name, Action.RELEASE)
    form = ReleaseForm(request.form)
    if not form.validate():
        return _page(name, form), 422
    try:
        gathered = gather(origin(name), today())
        if gathered.course.digest != form.seen.data:
            return _page(name, form, gettext("Kursen har ändrats sedan du öppnade sidan. Läs igenom en gång till.")), 409  # fmt: skip
        ready = keep_media(store(), gathered)
    except (ReleaseStopped, FileChanged):
        return _page(name, form, gettext("Kursen ändrades medan den publicerades. Inget är publicerat. Läs igenom en gång till.")), 409  # fmt: skip
    wish = Wish(Change(form.change.data) if form.change.data else None, form.note.data or "", actor().person_id, _four_eyes())  # fmt: skip
    marks = [one.mark for one in places.looks(shelved(name), {})]
    worked_on = _draft(name)
    try:
        with writing() as session:
            made = make(session, store(), ready, session.get_one(Draft, worked_on.id), wish, marks, now())
            if _settings().asks_addresses:
                table.ask(session, ADDRESSES, {}, now())
    except NeedsEyes:
        return _page(name, form, gettext("Någon annan än du behöver godkänna versionen först.")), 409
    flash(gettext("Version %(number)s är publicerad.") % {"number": made.number})
    return redirect(url_for("versions.page", name=name))


def _page(name: str, form: ReleaseForm, trouble: str = "") -> str:
    found, worked_on = shelved(name), _draft(name)
    accepted = warnings.accepted(reading(), worked_on)
    told = {
        "name": name, "title": worked_on.title, "draft": worked_on, "stops": places.stops(found),
        "looks": places.looks(found, accepted), "longest_reason": warnings.LONGEST_REASON,
        "dead": dead(reading(), in_texts(source.text for source in found.reading.sources.values())), "reasons_of": reason_words(),
    }  # fmt: skip
    course = found.course
    if course is None or not found.buildable:
        return render_template("release/stopped.html", **told)
    outlook = _outlook(course)
    return render_template(
        "release/publish.html", course=course, form=form, outlook=outlook, trouble=trouble, kinds=KINDS, change_name=change_name,
        change_meaning=change_meaning, chosen=form.change.data or outlook.change, longest=LONGEST_NOTE, review=_review(worked_on, course),
        touched=touched(reading(), course.id), older=log.older(reading(), course.id, course.digest), formats=formats(), **told,
    )  # fmt: skip


@dataclass(frozen=True)
class Review:
    """Who stands for the draft as it is now, and whether somebody else must before it is published."""

    approved: Sequence[approvals.Approved]
    waits: bool
    unresolved: int


def _review(worked_on: Draft, course: Course) -> Review:
    there = approvals.approvals(reading(), worked_on, course.digest)
    waits = _four_eyes() and approvals.lacks_eyes(there, actor().person_id)
    return Review(there, waits, comments.open_count(reading(), worked_on))


def _four_eyes() -> bool:
    return _settings().four_eyes


def _settings() -> Settings:
    found: Settings = current_app.extensions["settings"]
    return found


def _draft(name: str) -> Draft:
    found = draft(reading(), Kind.COURSE, name)
    if found is None:
        abort(404)
    return found


def _outlook(course: Course) -> Outlook:
    before = latest(reading(), course.id)
    if before is None:
        return Outlook(None, None, ())
    old = course_of(reading(), before.id, today())
    return Outlook(before, compare(old, course), new_since(old, course, language()))
