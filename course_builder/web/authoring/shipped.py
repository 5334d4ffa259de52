"""What comes with a newer version of the program: offered as a difference, never written over a draft."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import Form, IntegerField, SubmitField
from wtforms.validators import InputRequired

from course_builder.library.drafts.arriving import comes_with_us, news, settle, with_news
from course_builder.library.drafts.folders import prepared, take_in
from course_builder.library.drafts.incoming import Arrival, file_changes
from course_builder.library.drafts.models import Draft
from course_builder.library.drafts.saving import Stale
from course_builder.people.may import Action
from course_builder.web.authoring.found import DRAFT, again, found
from course_builder.web.clock import now
from course_builder.web.guard import actor, allow, permitted
from course_builder.web.kept import store
from course_builder.web.language import gettext
from course_builder.web.records import reading, writing

pages = Blueprint("shipped", __name__)


class AnswerForm(Form):
    """`seen` is the revision that the difference was shown against."""

    seen = IntegerField(validators=[InputRequired()])
    take = SubmitField()
    decline = SubmitField()


@pages.get("/write/shipped")
@allow(Action.WRITE)
def page() -> str:
    return render_template("authoring/shipped.html", drafts=[one for one in with_news(reading()) if permitted(Action.WRITE, one)])  # fmt: skip


@pages.get(f"{DRAFT}/shipped")
@allow(Action.WRITE)
def one(kind: str, name: str) -> str:
    arrival = _offered(found(kind, name))
    return render_template(
        "authoring/shipped_one.html", draft=arrival.known, changes=file_changes(reading(), arrival)
    )


@pages.post(f"{DRAFT}/shipped")
@allow(Action.WRITE)
def answer(kind: str, name: str) -> Response:
    """Taken in as one revision, or left; either way this version is not offered again."""
    form = AnswerForm(request.form)
    arrival = _offered(found(kind, name))
    if not form.validate():
        abort(422)
    if form.take.data and not _taken(arrival, form.seen.data or 0):
        flash(gettext("Texten har ändrats sedan du såg skillnaden. Titta en gång till."), "bad")
        return redirect(url_for("shipped.one", kind=kind, name=name))
    if not form.take.data:
        with writing() as session:
            settle(session, again(session, _known(arrival)), arrival.incoming)
        flash(gettext("Ni behåller er text. Nästa nya version erbjuds igen."))
    else:
        flash(gettext("Den nya versionen är intagen i utkastet. Den gamla finns kvar i ändringshistoriken."))
    return redirect(url_for("editor.page", kind=kind, name=name))


def _taken(arrival: Arrival, seen: int) -> bool:
    contents = prepared(store(), arrival.incoming)
    try:
        with writing() as session:
            take_in(session, arrival.incoming, contents, seen, None, actor().person_id, now())
            settle(session, again(session, _known(arrival)), arrival.incoming)
    except Stale:
        return False
    return True


def _offered(draft: Draft) -> Arrival:
    """404 when there is nothing newer."""
    incoming = comes_with_us(draft.kind, draft.name)
    difference = news(reading(), draft)
    if incoming is None or difference is None:
        abort(404)
    return Arrival(incoming, draft.title, draft, difference)


def _known(arrival: Arrival) -> Draft:
    assert arrival.known is not None  # what is offered is of a draft  # noqa: S101
    return arrival.known
