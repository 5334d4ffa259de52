"""Min enhet: for its manager who is done and for whom something remains, for its representative numbers only."""

from collections.abc import Sequence

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from course_builder.learning.standings import InUnit
from course_builder.people import units
from course_builder.people.may import Action
from course_builder.people.models import Role, Unit
from course_builder.people.nearest import nearest
from course_builder.people.tree import ancestors
from course_builder.people.vacancies import vacancies
from course_builder.reports import unit_sheets as sheets
from course_builder.reports.meter import arches, arches_of
from course_builder.reports.places import units_named
from course_builder.reports.small import shown
from course_builder.reports.unit_page import (
    Counted,
    Row,
    counted,
    holders_of,
    is_large,
    people,
    rows,
    units_below,
)
from course_builder.reports.unit_why import steps
from course_builder.web.clock import today
from course_builder.web.guard import actor, allow, check, permitted
from course_builder.web.language import gettext
from course_builder.web.learning_words import source_words, state_words, step_words
from course_builder.web.paging import cut
from course_builder.web.records import reading
from course_builder.web.sheets import send, with_names
from course_builder.web.unit_words import words

pages = Blueprint("unit", __name__)

SEEN_BY = (Role.MANAGER, Role.REP, Role.COORDINATOR)


@pages.get("/unit")
@allow(Action.SEE_UNIT)
def page() -> Response | str:
    """Her only unit, or a choice among them."""
    hers = sorted({held.unit_id for held in actor().held if held.role in SEEN_BY})
    if len(hers) == 1:
        return redirect(url_for("unit.one", unit_id=hers[0]))
    return render_template("unit/choose.html", units=units_named(reading(), hers))


@pages.get("/unit/<int:unit_id>")
@allow(Action.SEE_UNIT)
def one(unit_id: int) -> str:
    here = _unit(unit_id)
    names = permitted(Action.SEE_UNIT_PEOPLE, here)
    shared = {
        "here": here, "above": [one for one in ancestors(reading(), here) if permitted(Action.SEE_UNIT, one)],
        "below": units_below(reading(), here, today()), "reps": holders_of(reading(), here, Role.REP, today(), actor()),
        "names": names, **_empty(here, names),
    }  # fmt: skip
    if is_large(reading(), here, today()):
        return render_template("unit/large.html", **shared)
    everybody = people(reading(), here, today(), actor())
    courses = counted(reading(), everybody)
    chosen = _chosen(courses)
    if not names:
        return render_template("unit/numbers.html", **shared, told=_told(courses))
    return render_template(
        "unit/page.html", **shared, courses=courses, chosen=chosen, size=len(everybody), state=state_words, source=source_words,
        left=sum(bool(one.remaining) for one in everybody if one.person_id != actor().person_id),
        meter_arches=arches(chosen.done, chosen.under_way, chosen.due, chosen.left, chosen.unknown) if chosen else [],
        page=cut(rows(reading(), everybody, here, chosen.course_id, today())) if chosen else None,
    )  # fmt: skip


@pages.get("/unit/<int:unit_id>/why/<int:person_id>/<course_id>")
@allow(Action.SEE_UNIT_PEOPLE)
def why(unit_id: int, person_id: int, course_id: str) -> str:
    """Varför står det så? Of somebody in the unit and a course that is asked of her."""
    here = _unit(unit_id)
    check(Action.SEE_UNIT_PEOPLE, here)
    found = next((row for row in _rows(here, course_id) if row.person_id == person_id), None)
    if found is None:
        abort(404)
    return render_template(
        "unit/why.html", here=here, row=found, course=_title(here, course_id), state=state_words, words=step_words,
        steps=steps(reading(), person_id, course_id),
    )  # fmt: skip


@pages.get("/unit/<int:unit_id>/export")
@allow(Action.SEE_UNIT)
def export(unit_id: int) -> Response:
    here = _unit(unit_id)
    everybody = _people(here)
    courses = counted(reading(), everybody)
    name = gettext("enhet-%(unit)s") % {"unit": here.id}
    if not with_names():
        return send(sheets.without_names(here.name, courses, words()), name)
    check(Action.SEE_UNIT_PEOPLE, here)
    titles = {one.course_id: one.title for one in courses}
    return send(sheets.with_names(here.name, everybody, titles, state_words, words()), name)


# -- whose, and which


def _unit(unit_id: int) -> Unit:
    """One that she may not see is not there."""
    found = units.get(reading(), unit_id)
    if found is None:
        abort(404)
    check(Action.SEE_UNIT, found)
    return found


def _people(here: Unit) -> list[InUnit]:
    if is_large(reading(), here, today()):
        abort(404)
    return people(reading(), here, today(), actor())


def _rows(here: Unit, course_id: str) -> list[Row]:
    return rows(reading(), _people(here), here, course_id, today())


def _title(here: Unit, course_id: str) -> str:
    return next(one.title for one in counted(reading(), _people(here)) if one.course_id == course_id)


def _empty(here: Unit, names: bool) -> dict[str, object]:
    """For its manager: whether it is without a representative and whom to tell, and those under it that are."""
    found = vacancies(reading(), today(), here.path) if names else []
    mine = next((one for one in found if one.unit_id == here.id), None)
    tell = nearest(reading(), [here.path], Role.COORDINATOR, today())[here.path] if found else []
    return {
        "vacancy": mine,
        "empty": [one for one in found if one is not mine],
        "tell": [one for one in tell if one.email and not one.protected],
    }


def _chosen(courses: Sequence[Counted]) -> Counted | None:
    """The course asked for in the address, else the first."""
    asked = request.args.get("course")
    return next((one for one in courses if one.course_id == asked), courses[0] if courses else None)


def _told(courses: Sequence[Counted]) -> list[tuple[Counted, object, object]]:
    """What a representative may be told of each course, with its arches."""
    found = [(one, shown(one.done, one.asked)) for one in courses]
    return [(one, told, arches_of(told)) for one, told in found]
