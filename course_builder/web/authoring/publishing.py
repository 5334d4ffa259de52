"""What can be done from the page of publishing: put right what a machine can, let a warning stand, make a refresher."""

import secrets

from flask import Blueprint, abort, flash, redirect, request, url_for
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response
from wtforms import Form, StringField, ValidationError
from wtforms.validators import InputRequired, Length

from course_builder.content.problems import Problem
from course_builder.content.repair import can_repair, repaired
from course_builder.library.drafts.models import Draft, Kind, Verb
from course_builder.library.drafts.reading import text
from course_builder.library.drafts.saving import Stale, Taken, create, save
from course_builder.library.refresher import nothing_new, refresher
from course_builder.library.releases import course_of, latest
from course_builder.library.review import warnings
from course_builder.library.review.homes import home
from course_builder.people.may import Action
from course_builder.people.personnummer import looks_like
from course_builder.web.authoring.found import again, found
from course_builder.web.authoring.places import problem
from course_builder.web.clock import now, today
from course_builder.web.guard import actor, allow
from course_builder.web.kept import known, version
from course_builder.web.language import gettext
from course_builder.web.on_shelf import shelved
from course_builder.web.records import reading, writing

pages = Blueprint("publishing", __name__)

HERE = "/courses/<name>/release"


class AcceptForm(Form):
    mark = StringField(validators=[InputRequired(), Length(max=64)])
    reason = StringField(validators=[InputRequired(), Length(max=warnings.LONGEST_REASON)])

    def validate_reason(self, field: StringField) -> None:
        words = field.data or ""
        if not words.strip() or looks_like(words):
            raise ValidationError


@pages.post(f"{HERE}/repair")
@allow(Action.WRITE)
def repair(name: str) -> Response:
    """One problem, in its own draft. The way back is in that draft's history, as for every change."""
    found(Kind.COURSE, name)
    one = _problem(name)
    there = home(one.place.file, name) if one is not None and can_repair(one) else None
    if one is None or there is None:
        flash(gettext("Det är redan ändrat. Titta igen."))
        return _page(name)
    owner = found(there.kind, there.name)
    with writing() as session:
        done = _repair(session, again(session, owner), there.path, one)
    flash(gettext("Rättat. Det går att ångra i ändringshistoriken.") if done else gettext("Någon annan ändrar just nu i samma text. Försök igen."))  # fmt: skip
    return _page(name)


@pages.post(f"{HERE}/accept")
@allow(Action.WRITE)
def accept(name: str) -> Response:
    course, form = found(Kind.COURSE, name), AcceptForm(request.form)
    if not form.validate():
        flash(gettext("Skriv varför det får stå kvar, utan personnummer."), "bad")
        return _page(name)
    one = _problem(name)
    if one is None or one.severity != "warning":
        flash(gettext("Det är redan ändrat. Titta igen."))
        return _page(name)
    sources, reason = shelved(name).reading.sources, str(form.reason.data)
    with writing() as session:
        warnings.accept(session, again(session, course), one, sources, reason, actor().person_id, now())
    return _page(name)


@pages.post(f"{HERE}/accepted/<int:accepted_id>/withdraw")
@allow(Action.WRITE)
def withdraw(name: str, accepted_id: int) -> Response:
    course = found(Kind.COURSE, name)
    with writing() as session:
        if not warnings.withdraw(session, again(session, course), accepted_id, now()):
            abort(404)
    return _page(name)


@pages.post("/courses/<name>/versions/<int:number>/refresher")
@allow(Action.WRITE)
def make_refresher(name: str, number: int) -> Response:
    """A course of its own with what is new since a version; a draft, so that it can be read and changed first."""
    owned = known(name, Action.RELEASE)
    newest = latest(reading(), owned.id)
    if newest is None or newest.number <= number:
        abort(404)
    old, new = (course_of(reading(), one.id, today()) for one in (version(name, number), newest))
    if nothing_new(old, new):
        flash(gettext("Inget av det deltagarna läser är nytt sedan version %(number)s.") % {"number": number})
        return redirect(url_for("versions.page", name=name))
    made = refresher(reading(), newest, old, new, today().year)
    with writing() as session:
        try:
            create(session, Kind.COURSE, made.name, made.files, owned.group_id, actor().person_id, now())
        except Taken:
            flash(gettext("Det finns redan en kurs som heter %(name)s.") % {"name": made.name}, "bad")
            return redirect(url_for("versions.page", name=name))
    flash(gettext("Uppdateringen är ett utkast. Läs igenom den och publicera den som en egen kurs."))
    return redirect(url_for("courses.course", name=made.name))


def _problem(name: str) -> Problem | None:
    return problem(shelved(name), request.form.get("mark", ""))


def _repair(session: Session, owner: Draft, path: str, one: Problem) -> bool:
    before = text(session, owner, path)
    if before is None:
        return False
    after = repaired(one, before, path, secrets.choice)
    try:
        save(
            session,
            owner,
            {path: after},
            owner.head,
            Verb.REPAIRED,
            one.message("sv"),
            actor().person_id,
            now(),
        )
    except Stale:
        return False
    return after != before


def _page(name: str) -> Response:
    return redirect(url_for("release.page", name=name))
