"""Comments as authors meet them: a list in the editor's margin or on the page of review, and what is done to one."""

import re
from collections.abc import Sequence
from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import FloatField, Form, StringField, TextAreaField, ValidationError
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from course_builder.content.course import Course
from course_builder.library.drafts.models import Draft, Kind
from course_builder.library.drafts.reading import text
from course_builder.library.review import comments
from course_builder.library.review.models import LONGEST_PATH, Comment
from course_builder.library.review.places import spot_of
from course_builder.people.may import Action
from course_builder.people.personnummer import looks_like
from course_builder.web.authoring.found import DRAFT, again, found
from course_builder.web.clock import now
from course_builder.web.guard import actor, allow, check, permitted
from course_builder.web.language import gettext
from course_builder.web.on_shelf import shelved
from course_builder.web.records import reading, writing

pages = Blueprint("comments", __name__)

FRAGMENT = "X-Part"
"""A script asks for the list alone and puts it where the old one stood."""
A_DAY = 24 * 3600
WRITTEN_ID = re.compile(r"[\s-]*id:\s*[\"']?(?P<id>[a-z][a-z0-9-]*)[\"']?\s*$")


class SpotForm(Form):
    """On a page that shows the course: `spot` is one of its places, `second` where in a film."""

    spot = StringField(validators=[Length(max=2 * LONGEST_PATH)])
    second = FloatField(validators=[Optional(), NumberRange(0, A_DAY)])
    text = TextAreaField(validators=[InputRequired(), Length(max=comments.LONGEST)])

    def validate_text(self, field: TextAreaField) -> None:
        words = field.data or ""
        if not words.strip() or looks_like(words):
            raise ValidationError

    def anchor(self, course: Course | None) -> comments.Anchor | None:
        """None when there is no such place."""
        spot = spot_of(course, self.spot.data or "") if course else None
        if spot is None:
            return None
        return comments.Anchor(spot.path, spot.block_id, self.second.data if spot.film else None, spot.label)


class CommentForm(SpotForm):
    """In the margin, where `path` and `block` say where, or beside the player."""

    path = StringField(validators=[Length(max=LONGEST_PATH)])
    block = StringField(validators=[Length(max=80)])
    quote = StringField(validators=[Length(max=200)])

    def anchor(self, course: Course | None) -> comments.Anchor | None:
        if self.spot.data:
            return super().anchor(course)
        return comments.Anchor(self.path.data, self.block.data or None, None, self.quote.data or "") if self.path.data else None  # fmt: skip


class ReplyForm(Form):
    text = TextAreaField(validators=[InputRequired(), Length(max=comments.LONGEST)])

    def validate_text(self, field: TextAreaField) -> None:
        words = field.data or ""
        if not words.strip() or looks_like(words):
            raise ValidationError


@pages.get(f"{DRAFT}/comments")
@allow(Action.WRITE)
def listed(kind: str, name: str) -> str:
    """Of one file with `?path=`, else of the whole draft."""
    return _list(found(kind, name), request.args.get("path"))


@pages.post(f"{DRAFT}/comments")
@allow(Action.WRITE)
def add(kind: str, name: str) -> Response | tuple[str, int] | str:
    known, form = found(kind, name), CommentForm(request.form)
    if not form.validate():
        return _list(known, form.path.data or None, refused(request.form.get("text", ""))), 422
    anchor = form.anchor(shelved(name).course if form.spot.data else None)
    if anchor is None:
        abort(422)
    who = comments.author(reading(), actor().person_id)
    with writing() as session:
        try:
            made = comments.write(session, again(session, known), anchor, str(form.text.data), who, now())
        except comments.TooMany:
            abort(409)
        path, made_id = made.path, made.id
    return _back(known, path, made_id)


@pages.post("/write/comments/<int:comment_id>/reply")
@allow(Action.WRITE)
def reply(comment_id: int) -> Response | tuple[str, int] | str:
    known, comment = _one(comment_id)
    form = ReplyForm(request.form)
    if not form.validate():
        return _list(known, comment.path, refused(request.form.get("text", ""))), 422
    who = comments.author(reading(), actor().person_id)
    with writing() as session:
        try:
            comments.reply(session, session.get_one(Comment, comment_id), str(form.text.data), who, now())
        except comments.TooMany:
            abort(409)
    return _back(known, comment.path, comment_id)


@pages.post("/write/comments/<int:comment_id>/<any(resolve,reopen):what>")
@allow(Action.WRITE)
def settle(comment_id: int, what: str) -> Response | str:
    known, comment = _one(comment_id)
    path = comment.path
    with writing() as session:
        kept = session.get_one(Comment, comment_id)
        if what == "resolve":
            comments.resolve(session, kept, actor().person_id, now())
        else:
            comments.reopen(session, kept)
    return _back(known, path, comment_id)


def refused(text: str) -> str:
    """Why a comment was not taken, and the way out."""
    if not text.strip():
        return gettext("Skriv något först.")
    if looks_like(text):
        return gettext("Texten innehåller ett personnummer. Ta bort det och försök igen.")
    return gettext("Kommentaren är för lång. Korta den eller dela upp den.")


def threads_of(known: Draft, path: str | None) -> Sequence[comments.Thread]:
    """Of a shared set also what was said where a course shows it, as far as the reader may see the course."""
    own = comments.threads(reading(), known, path)
    if known.kind != Kind.SET:
        return own
    elsewhere = comments.about_set(reading(), known.name)
    return [*own, *(thread for draft, thread in elsewhere if permitted(Action.WRITE, draft))]


def _one(comment_id: int) -> tuple[Draft, Comment]:
    comment = reading().get(Comment, comment_id)
    if comment is None:
        abort(404)
    known = reading().get_one(Draft, comment.draft_id)
    check(Action.WRITE, known)
    return known, comment


def _back(known: Draft, path: str, comment_id: int) -> Response | str:
    if FRAGMENT in request.headers:
        only = request.headers[FRAGMENT] == "file"
        return _list(reading().get_one(Draft, known.id), path if only else None)
    address = url_for("review.page", name=known.name, _anchor=f"comment-{comment_id}")
    return redirect(address if known.kind == Kind.COURSE else url_for("reviewing.page"))


def _list(known: Draft, path: str | None, trouble: str = "") -> str:
    told: dict[str, Any] = {"known": known, "path": path, "trouble": trouble, "only": path is not None}
    there = threads_of(known, path)
    lines = _lines(known, path, there) if path is not None else {}
    return render_template("authoring/comments.html", threads=there, lines=lines, **told)


def _lines(known: Draft, path: str, there: Sequence[comments.Thread]) -> dict[str, int]:
    """Where the blocks that are spoken of stand in the text, by their ids."""
    words = text(reading(), known, path) or ""
    ids = {one.comment.block_id for one in there}
    written = ((number, WRITTEN_ID.match(line)) for number, line in enumerate(words.splitlines(), 1))
    return {found["id"]: number for number, found in written if found and found["id"] in ids}
