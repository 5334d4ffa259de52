"""The history of a draft: who did what, what exactly, and the ways back."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import Form, StringField
from wtforms.validators import Length

from course_builder.library.drafts import history
from course_builder.library.drafts.comparing import FileChange, between
from course_builder.library.drafts.models import LONGEST_ABOUT, Revision
from course_builder.library.drafts.reading import NoSuchRevision
from course_builder.people.may import Action
from course_builder.web.authoring.found import DRAFT, again, found
from course_builder.web.authoring.persons import names_of
from course_builder.web.authoring.verb_words import verb_icon, verb_words
from course_builder.web.clock import now
from course_builder.web.guard import actor, allow
from course_builder.web.language import gettext
from course_builder.web.records import reading, writing

pages = Blueprint("author_history", __name__)

A_PAGE = 200
SITTING = 600
"""Seconds: changes of the same text by the same person with less between them are shown as one."""


class NameForm(Form):
    name = StringField(validators=[Length(max=LONGEST_ABOUT)])


@dataclass
class Entry:
    """Some revisions in a row that are one thing to a person. `first` is the oldest of them, `last` the newest."""

    first: Revision
    last: Revision
    who: str

    @property
    def base(self) -> int:
        return self.first.number - 1


@pages.get(f"{DRAFT}/history")
@allow(Action.WRITE)
def page(kind: str, name: str) -> str:
    draft = found(kind, name)
    before = request.args.get("before", type=int)
    known = history.revisions(reading(), draft, before, A_PAGE)
    entries = _entries(known)
    return render_template(
        "authoring/history.html", draft=draft, told=entries, words=verb_words, icons=verb_icon,
        older=known[-1].number if len(known) == A_PAGE else None,
    )  # fmt: skip


@pages.get(f"{DRAFT}/history/<int:number>")
@allow(Action.WRITE)
def one(kind: str, name: str, number: int) -> str:
    """What changed from one revision (`from`, else the one before) to this; `to=now` compares with what stands now."""
    draft = found(kind, name)
    made = _revision(kind, name, number)
    start = request.args.get("from", type=int, default=number - 1)
    start, end = (number, draft.head) if request.args.get("to") == "now" else (start, number)
    if not 0 <= start <= end:
        abort(404)
    changed: Sequence[FileChange] = between(reading(), draft, start, end)
    who = names_of(reading(), [made.made_by_id])[made.made_by_id]
    return render_template(
        "authoring/revision.html", draft=draft, made=made, who=who, changed=changed, start=start, end=end, words=verb_words,
        form=NameForm(name=made.name or ""), longest=LONGEST_ABOUT,
    )  # fmt: skip


@pages.post(f"{DRAFT}/history/<int:number>/restore")
@allow(Action.WRITE)
def restore(kind: str, name: str, number: int) -> Response:
    """Makes a new revision; nothing in between is lost."""
    draft = found(kind, name)
    _revision(kind, name, number)
    with writing() as session:
        made = history.restore(session, again(session, draft), number, actor().person_id, now())
        back = url_for("author_history.restore", kind=kind, name=name, number=draft.head)
        changed = made.number != draft.head
    flash(gettext("Allt är som i version %(number)s. Det som fanns ligger kvar i historiken.") % {"number": number}, f"undo:{back}" if changed else "message")  # fmt: skip
    return redirect(url_for("author_history.page", kind=kind, name=name))


@pages.post(f"{DRAFT}/history/<int:number>/name")
@allow(Action.WRITE)
def name_it(kind: str, name: str, number: int) -> Response:
    form, made = NameForm(request.form), _revision(kind, name, number)
    if form.validate():
        with writing() as session:
            history.name_it(session, session.get_one(Revision, made.id), str(form.name.data or ""))
        flash(gettext("Namnet är sparat."))
    else:
        flash(gettext("Namnet är för långt. Skriv högst 200 tecken."), "bad")
    return redirect(url_for("author_history.one", kind=kind, name=name, number=number))


def _revision(kind: str, name: str, number: int) -> Revision:
    try:
        return history.revision(reading(), found(kind, name), number)
    except NoSuchRevision:
        abort(404)


def _entries(known: Sequence[Revision]) -> list[Entry]:
    """The newest first."""
    names = names_of(reading(), [one.made_by_id for one in known])
    entries: list[Entry] = []
    for made in known:
        if entries and _same_sitting(entries[-1].first, made):
            entries[-1].first = made
        else:
            entries.append(Entry(made, made, names[made.made_by_id]))
    return entries


def _same_sitting(newer: Revision, older: Revision) -> bool:
    if newer.verb != "edited" or older.name is not None or newer.name is not None:
        return False
    alike = (newer.verb, newer.made_by_id, newer.about) == (older.verb, older.made_by_id, older.about)
    return alike and (newer.made_on - older.made_on).total_seconds() < SITTING
