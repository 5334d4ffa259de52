"""Publicera: what has changed since the last version, what to call it, and the button."""

from dataclasses import dataclass

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import Form, HiddenField, RadioField, TextAreaField, ValidationError
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types
from wtforms.validators import Length, Optional

from course_builder.content.compare import Comparison, compare
from course_builder.content.course import Course
from course_builder.content.problems import errors
from course_builder.library.gather import ReleaseStopped, gather
from course_builder.library.models import Change, Release
from course_builder.library.news import new_since
from course_builder.library.proposal import proposed
from course_builder.library.ready import FileChanged, keep_media
from course_builder.library.releases import course_of, latest, release
from course_builder.library.shelf import ShelvedCourse
from course_builder.people.may import Action
from course_builder.people.personnummer import looks_like
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
    change = Change(form.change.data) if form.change.data else None
    group_id = shelved(name).group_id
    with writing() as session:
        made = release(
            session, store(), ready, change, form.note.data or "", actor().person_id, now(), group_id
        )
    flash(gettext("Version %(number)s är publicerad.") % {"number": made.number})
    return redirect(url_for("versions.page", name=name))


def _page(name: str, form: ReleaseForm, trouble: str = "") -> str:
    found = shelved(name)
    course = found.course
    if course is None:
        abort(404)
    if not found.buildable:
        return render_template("release/stopped.html", name=name, course=course, stops=_stops(found))
    outlook = _outlook(course)
    return render_template(
        "release/publish.html", name=name, course=course, form=form, outlook=outlook, trouble=trouble, kinds=KINDS,
        change_name=change_name, change_meaning=change_meaning, chosen=form.change.data or outlook.change, longest=LONGEST_NOTE,
    )  # fmt: skip


def _stops(found: ShelvedCourse) -> int:
    return len(errors(found.problems))


def _outlook(course: Course) -> Outlook:
    before = latest(reading(), course.id)
    if before is None:
        return Outlook(None, None, ())
    old = course_of(reading(), before.id, today())
    return Outlook(before, compare(old, course), new_since(old, course, language()))
