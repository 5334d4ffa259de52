"""Rows of a list that a person settles, and those she corrects."""

from collections.abc import Callable
from datetime import date

from flask import Blueprint, abort, redirect, render_template, request, url_for
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from course_builder.people import persons
from course_builder.people.may import Action
from course_builder.people.refused import Refused
from course_builder.portal import courses, lists, settling
from course_builder.portal.dates import day
from course_builder.portal.models import OPEN, ListRow, RowState
from course_builder.portal.names import names
from course_builder.portal.results import Outcome
from course_builder.portal.settling import Settled
from course_builder.web import paging
from course_builder.web.clock import now
from course_builder.web.guard import actor, allow, check
from course_builder.web.language import language
from course_builder.web.portal_reach import reach
from course_builder.web.portal_words import outcome_name, reason, source_name, state_name
from course_builder.web.records import reading, writing

pages = Blueprint("portal_rows", __name__, url_prefix="/completions/rows")


@pages.context_processor
def words() -> dict[str, object]:
    return {
        "state_name": state_name,
        "source_name": source_name,
        "outcome_name": outcome_name,
        "reason": reason,
    }


@pages.get("/")
@allow(Action.REQUIRE)
def page() -> str:
    """Everything that waits, whichever list it came with."""
    session = reading()
    cut = paging.cut(lists.open_rows(session, reach(actor())))
    return render_template("lists/open.html", page=cut, titles=dict(courses.titles(session)))


@pages.get("/<int:row_id>")
@allow(Action.REQUIRE)
def one(row_id: int) -> str:
    return _row_page(_row(reading(), row_id))


@pages.post("/<int:row_id>/settle")
@allow(Action.REQUIRE)
def settle(row_id: int) -> Response | tuple[str, int]:
    return _change(
        row_id,
        lambda session, row: settling.settle(session, row, _said(), reach(actor()), actor().person_id, now()),
    )


@pages.post("/<int:row_id>/accept")
@allow(Action.REQUIRE)
def accept(row_id: int) -> Response | tuple[str, int]:
    return _change(row_id, lambda session, row: settling.list_holds(session, row, actor().person_id, now()))


@pages.post("/<int:row_id>/set-aside")
@allow(Action.REQUIRE)
def set_aside(row_id: int) -> Response | tuple[str, int]:
    why = request.form.get("why", "")
    return _change(
        row_id, lambda session, row: settling.set_aside(session, row, why, actor().person_id, now())
    )


@pages.post("/<int:row_id>/correct")
@allow(Action.REQUIRE)
def correct(row_id: int) -> Response | tuple[str, int]:
    """Something else instead, or with `instead=nothing` nothing at all."""
    why = request.form.get("why", "")

    def change(session: Session, row: ListRow) -> None:
        said = None if request.form.get("instead") == "nothing" else _said()
        settling.correct(session, row, said, why, reach(actor()), actor().person_id, now())

    return _change(row_id, change)


def _said() -> Settled:
    """What the form says. Raises Refused."""
    form = request.form
    person, outcome = form.get("person", ""), form.get("outcome", "")
    on = day(form.get("on", "")) or date.min
    if outcome not in set(Outcome):
        raise Refused("Välj ett resultat.", "Choose a result.")
    known = persons.get(reading(), actor(), int(person)) if person.isascii() and person.isdigit() else None
    return Settled(known.id if known else 0, form.get("course", ""), on, Outcome(outcome))


def _row(session: Session, row_id: int) -> ListRow:
    found = session.get(ListRow, row_id)
    if found is None:
        abort(404)
    check(Action.REQUIRE, found.brought)
    return found


def _row_page(row: ListRow, problem: str = "") -> str:
    session = reading()
    asked = request.args.get("q", "").strip()[:80]
    found = persons.find(session, actor(), asked) if asked else []
    known = names(session, actor(), [row.person_id])
    return render_template(
        "lists/row.html", row=row, asked=asked, found=found, known=known.get(row.person_id or 0), titles=courses.titles(session),
        outcomes=Outcome, waits=row.state in OPEN, stands=row.state == RowState.TAKEN and row.brought.undone is None, problem=problem,
    )  # fmt: skip


def _change(row_id: int, what: Callable[[Session, ListRow], object]) -> Response | tuple[str, int]:
    try:
        with writing() as session:
            row = _row(session, row_id)
            what(session, row)
            list_id = row.list_id
    except Refused as no:
        return _row_page(_row(reading(), row_id), no.words(language())), 422
    return redirect(url_for("portal_lists.one", list_id=list_id))
