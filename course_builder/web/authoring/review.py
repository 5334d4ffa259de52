"""Granska: the draft in the real player, comments beside it, who has approved it, and links for others."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, abort, current_app, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import BooleanField, Form, IntegerField, SelectField, StringField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types
from wtforms.validators import AnyOf, InputRequired, Length

from course_builder.library.drafts.models import Draft, Kind
from course_builder.library.review import approvals, links, places, waiting
from course_builder.library.review.models import LONGEST_NAME
from course_builder.people.may import Action
from course_builder.settings import Settings
from course_builder.web.absolute import absolute
from course_builder.web.authoring.comments import threads_of
from course_builder.web.authoring.found import again, found
from course_builder.web.clock import now, today
from course_builder.web.guard import actor, allow
from course_builder.web.language import gettext
from course_builder.web.on_shelf import shelved
from course_builder.web.records import reading, writing

pages = Blueprint("review", __name__)

HERE = "/write/course/<name>/review"


class LinkForm(Form):
    for_whom = StringField(validators=[InputRequired(), Length(max=LONGEST_NAME)])
    days = IntegerField(default=14, validators=[AnyOf(links.LASTS)])
    facilitator = BooleanField()


class AskForm(Form):
    person = SelectField(coerce=int)


@dataclass(frozen=True)
class Fresh:
    """A link that was made just now: the only time its address is seen."""

    address: str
    for_whom: str


@pages.get(HERE)
@allow(Action.WRITE)
def page(name: str) -> str:
    return _page(found(Kind.COURSE, name), LinkForm())


@pages.post(f"{HERE}/<any(approve,withdraw):what>")
@allow(Action.WRITE)
def stand(name: str, what: str) -> Response:
    """By name, for the content that was on the page when she pressed."""
    known, course = found(Kind.COURSE, name), shelved(name).course
    if course is None:
        abort(409)
    seen = request.form.get("seen", "") == course.digest
    with writing() as session:
        draft = again(session, known)
        if what == "withdraw":
            approvals.withdraw(session, draft, actor().person_id, now())
        elif seen:
            approvals.approve(session, draft, course.digest, actor().person_id, now())
    if what == "withdraw":
        flash(gettext("Ditt godkännande är tillbakataget."))
    elif seen:
        flash(gettext("Du har godkänt versionen."))
    else:
        flash(gettext("Kursen har ändrats sedan du öppnade sidan. Läs igenom en gång till."), "bad")
    return redirect(url_for("review.page", name=name, _anchor="approvals"))


@pages.post(f"{HERE}/ask")
@allow(Action.WRITE)
def ask(name: str) -> Response:
    known = found(Kind.COURSE, name)
    form = _ask_form(known)
    if not form.validate():
        abort(422)
    with writing() as session:
        approvals.ask(session, again(session, known), form.person.data, actor().person_id, now())
    flash(gettext("Frågan ligger nu på granskarens sida."))
    return redirect(url_for("review.page", name=name, _anchor="approvals"))


@pages.post(f"{HERE}/link")
@allow(Action.WRITE)
def link(name: str) -> str | tuple[str, int]:
    """The address is in this answer and nowhere else."""
    known, form = found(Kind.COURSE, name), LinkForm(request.form)
    if not form.validate():
        return _page(known, form), 422
    for_whom = str(form.for_whom.data)
    with writing() as session:
        _, token = links.make(
            session, again(session, known), for_whom, form.days.data or links.LASTS[0], form.facilitator.data, actor().person_id, now()
        )  # fmt: skip
    fresh = Fresh(absolute("review_link.page", token=token), for_whom)
    return _page(found(Kind.COURSE, name), LinkForm(), fresh)


@pages.post(f"{HERE}/link/<int:link_id>/revoke")
@allow(Action.WRITE)
def revoke(name: str, link_id: int) -> Response:
    known = found(Kind.COURSE, name)
    with writing() as session:
        if not links.revoke(session, again(session, known), link_id, now()):
            abort(404)
    flash(gettext("Länken gäller inte längre."))
    return redirect(url_for("review.page", name=name, _anchor="links"))


def _page(known: Draft, form: LinkForm, fresh: Fresh | None = None) -> str:
    course = shelved(known.name).course
    settings: Settings = current_app.extensions["settings"]
    approved = approvals.approvals(reading(), known, course.digest if course else None)
    return render_template(
        "authoring/review.html", known=known, name=known.name, course=course, threads=threads_of(known, None),
        spots=places.spots(course) if course else (), approved=approved, me=actor().person_id, four_eyes=settings.four_eyes,
        asked=approvals.asked(reading(), known), ask_form=_ask_form(known), made_links=links.links_of(reading(), known), now=now(),
        lasts=links.LASTS, form=form, fresh=fresh, trouble="", said="", spot="", mine=_mine(approved),
    )  # fmt: skip


def _mine(approved: Sequence[approvals.Approved]) -> bool:
    """Whether she has approved just this."""
    return any(one.holds and one.approval.person_id == actor().person_id for one in approved)


def _ask_form(known: Draft) -> AskForm:
    form = AskForm(request.form)
    me = actor().person_id
    people = waiting.reviewers(reading(), known, today())
    form.person.choices = [SelectChoice(one.id, one.name) for one in people if one.id != me]
    return form
