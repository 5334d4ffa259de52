"""Lists of what was completed elsewhere: brought, looked at, taken in, undone."""

from collections.abc import Callable

from flask import Blueprint, abort, redirect, render_template, request, url_for
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response
from wtforms import Form, StringField, TextAreaField

from course_builder.importing.sheet import Sheet, SheetError, read_sheet
from course_builder.learning.models import Source
from course_builder.people.may import Action
from course_builder.people.refused import Refused
from course_builder.portal import courses, lists, pasted, settling, taking_in, trace
from course_builder.portal.columns import FIELDS, Fields
from course_builder.portal.models import CompletionList, RowState
from course_builder.portal.names import names
from course_builder.portal.plan import plan
from course_builder.portal.results import Outcome
from course_builder.web import paging
from course_builder.web.clock import now, today
from course_builder.web.guard import actor, allow, check
from course_builder.web.language import gettext, language
from course_builder.web.portal_reach import highest, reach
from course_builder.web.portal_words import (
    field_name,
    outcome_name,
    reason,
    source_name,
    state_name,
    trace_name,
)
from course_builder.web.records import reading, writing

pages = Blueprint("portal_lists", __name__, url_prefix="/completions")


class BringForm(Form):
    text = TextAreaField()
    portal = StringField()
    source = StringField()


@pages.context_processor
def words() -> dict[str, object]:
    return {
        "state_name": state_name, "source_name": source_name, "outcome_name": outcome_name, "reason": reason,
        "trace_name": trace_name, "field_name": field_name,
    }  # fmt: skip


@pages.get("/")
@allow(Action.REQUIRE)
def page() -> str:
    session, paths = reading(), reach(actor())
    found = paging.cut(lists.reached(session, paths))
    return render_template(
        "lists/lists.html", page=found, counts=lists.counts(session, found.items), waiting=len(lists.open_rows(session, paths)),
        draft=lists.draft_of(session, actor().person_id), said=request.args.get("said"),
    )  # fmt: skip


@pages.get("/new")
@allow(Action.REQUIRE)
def new() -> str:
    return _bring_page(BringForm())


@pages.post("/new")
@allow(Action.REQUIRE)
def bring() -> Response | tuple[str, int]:
    form = BringForm(request.form)
    try:
        sheet, name = _brought()
        with writing() as session:
            portal = lists.portal_named(session, form.portal.data or "")
            made = lists.bring(
                session, sheet, name, portal, _source(form), highest(actor()), actor().person_id, now()
            )
            list_id = made.id
    except (Refused, SheetError) as no:
        return _bring_page(form, no.words(language())), 422
    return redirect(url_for("portal_lists.one", list_id=list_id))


@pages.get("/<int:list_id>")
@allow(Action.REQUIRE)
def one(list_id: int) -> str:
    found = _list(reading(), list_id)
    return _taken_page(found) if found.taken else _draft_page(found)


@pages.post("/<int:list_id>/columns")
@allow(Action.REQUIRE)
def columns(list_id: int) -> Response | tuple[str, int]:
    chosen = {field: request.form.get(f"column-{field}", "") for field in FIELDS}
    same = {field: request.form.get(f"same-{field}", "") for field in ("course", "on", "result")}
    fields = Fields(
        {field: one for field, one in chosen.items() if one},
        {field: one for field, one in same.items() if one},
    )
    return _change(list_id, lambda session, found: lists.choose_columns(session, found, fields))


@pages.post("/<int:list_id>/words")
@allow(Action.REQUIRE)
def learn(list_id: int) -> Response | tuple[str, int]:
    """What the portal calls our courses and its results; "-" for a course that is not ours."""
    form = request.form
    said = dict(zip(form.getlist("course-name"), form.getlist("course"), strict=False))
    meant = dict(zip(form.getlist("word"), form.getlist("meaning"), strict=False))

    def change(session: Session, found: CompletionList) -> None:
        known = dict(courses.titles(session))
        lists.learn_words(
            found.portal,
            {
                name: "" if course == "-" else course
                for name, course in said.items()
                if course == "-" or course in known
            },
            {word: meaning for word, meaning in meant.items() if meaning in set(Outcome)},
        )

    return _change(list_id, change)


@pages.post("/<int:list_id>/take")
@allow(Action.REQUIRE)
def take(list_id: int) -> Response | tuple[str, int]:
    try:
        with writing() as session:
            anything = taking_in.take(
                session, _list(session, list_id), reach(actor()), actor().person_id, now()
            )
    except Refused as no:
        return _draft_page(_list(reading(), list_id), no.words(language())), 422
    if not anything:
        return redirect(url_for("portal_lists.page", said="nothing"))
    return redirect(url_for("portal_lists.one", list_id=list_id))


@pages.post("/<int:list_id>/discard")
@allow(Action.REQUIRE)
def discard(list_id: int) -> Response:
    with writing() as session:
        lists.throw_away(session, _list(session, list_id))
    return redirect(url_for("portal_lists.page"))


@pages.post("/<int:list_id>/undo")
@allow(Action.REQUIRE)
def undo(list_id: int) -> Response | tuple[str, int]:
    why = request.form.get("why", "")
    return _change(
        list_id, lambda session, found: taking_in.undo(session, found, actor().person_id, now(), why)
    )


@pages.post("/<int:list_id>/try-again")
@allow(Action.REQUIRE)
def try_again(list_id: int) -> Response | tuple[str, int]:
    return _change(
        list_id,
        lambda session, found: settling.try_again(session, found, reach(actor()), actor().person_id, now()),
    )


def _list(session: Session, list_id: int) -> CompletionList:
    found = session.get(CompletionList, list_id)
    if found is None or (found.taken is None and found.made_by_id != actor().person_id):
        abort(404)
    check(Action.REQUIRE, found)
    return found


# -- the pages


def _bring_page(form: BringForm, problem: str = "") -> str:
    return render_template(
        "lists/bring.html",
        form=form,
        portals=lists.portals(reading()),
        sources=lists.SOURCES,
        problem=problem,
    )


def _draft_page(found: CompletionList, problem: str = "") -> str:
    session = reading()
    planned = plan(session, found, reach(actor()), today())
    shown = [line for line in planned.kept if request.args.get("show", line.state) == line.state]
    cut = paging.cut(shown)
    return render_template(
        "lists/draft.html", found=found, fields=Fields.of(found.fields), all_fields=FIELDS, plan=planned, page=cut, states=RowState,
        titles=courses.titles(session), names=names(session, actor(), (line.person_id for line in cut.items)),
        outcomes=Outcome, before=lists.taken_before(session, found), problem=problem,
    )  # fmt: skip


def _taken_page(found: CompletionList, problem: str = "") -> str:
    session = reading()
    rows = lists.rows(session, found)
    cut = paging.cut([row for row in rows if request.args.get("show", row.state) == row.state])
    return render_template(
        "lists/taken.html", found=found, page=cut, counts=lists.counts(session, [found])[found.id], states=RowState,
        titles=dict(courses.titles(session)), names=names(session, actor(), (row.person_id for row in cut.items)),
        trace=trace.of(session, found), problem=problem,
    )  # fmt: skip


def _change(list_id: int, what: Callable[[Session, CompletionList], object]) -> Response | tuple[str, int]:
    """Does it in one transaction and goes back to the list, or says why not."""
    try:
        with writing() as session:
            what(session, _list(session, list_id))
    except Refused as no:
        found = _list(reading(), list_id)
        return (_taken_page if found.taken else _draft_page)(found, no.words(language())), 422
    return redirect(url_for("portal_lists.one", list_id=list_id))


def _brought() -> tuple[Sheet, str]:
    """The sheet of the file or of the pasted text. Raises SheetError or Refused."""
    file = request.files.get("file")
    if file is not None and file.filename:
        return read_sheet(file.read(), file.filename), file.filename
    text = request.form.get("text", "")
    if not text.strip():
        raise Refused("Välj en fil eller klistra in en lista.", "Choose a file or paste a list.")
    return pasted.sheet(text), gettext("inklistrad lista")


def _source(form: BringForm) -> Source:
    chosen = form.source.data
    return Source(chosen) if chosen in lists.SOURCES else Source.PORTAL
