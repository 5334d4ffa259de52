"""The coordinator's first page: which units lack a rep, whom to train, whether managers are trained, what mail failed."""

from collections.abc import Mapping

from flask import Blueprint, render_template
from werkzeug.wrappers import Response

from course_builder.people.may import Action
from course_builder.people.models import Role, Unit
from course_builder.people.vacancies import vacancies
from course_builder.reports import coverage_sheets as sheets
from course_builder.reports.chart import Bar, chart
from course_builder.reports.coverage import Coverage, coverage
from course_builder.reports.failed_mail import count, failed_letters
from course_builder.reports.places import above
from course_builder.reports.training import Courses, Holder, State, courses_for, holders, lacking
from course_builder.web.areas import above_it, area
from course_builder.web.clock import today
from course_builder.web.coverage_words import words
from course_builder.web.guard import actor, allow
from course_builder.web.language import gettext
from course_builder.web.paging import SIZE, Page, cut, offset, wanted
from course_builder.web.records import reading
from course_builder.web.sheets import send, with_names

pages = Blueprint("coordinator", __name__)

NAMED = 10
"""Units without a rep that the first page names itself."""
MOST = 100_000
"""Rows of a list to take away."""


@pages.get("/coverage")
@allow(Action.COVERAGE)
def page() -> str:
    here = area()
    found = coverage(reading(), actor(), here, today())
    empty = vacancies(reading(), today(), here.path)
    return render_template(
        "coverage/page.html", here=here, above=above_it(here), found=found, empty=empty[:NAMED], more=len(empty) - NAMED,
        places=above(reading(), [one.unit_id for one in empty[:NAMED]]), failed=count(reading(), actor(), here.path),
        reps=_states(found, managers=False), managers=_states(found, managers=True), chart=_chart(found), words=words(),
    )  # fmt: skip


@pages.get("/coverage/units")
@allow(Action.COVERAGE)
def vacant() -> str:
    here = area()
    shown = cut(vacancies(reading(), today(), here.path))
    places = above(reading(), [one.unit_id for one in shown.items])
    return render_template(
        "coverage/units.html", here=here, above=above_it(here), page=shown, places=places, words=words()
    )


@pages.get("/coverage/units/export")
@allow(Action.COVERAGE)
def vacant_export() -> Response:
    here = area()
    found = vacancies(reading(), today(), here.path)
    places = above(reading(), [one.unit_id for one in found])
    return send(sheets.without_rep(found, places, words()), gettext("enheter-utan-ombud"))


@pages.get("/coverage/<any(reps, managers):who>")
@allow(Action.COVERAGE)
def people(who: str) -> str:
    """Those to train first: never trained, then due."""
    here = area()
    courses, everybody = _holders(who, here)
    order = list(State)
    shown = cut(sorted(lacking(everybody), key=lambda one: (order.index(one.state), one.unit_path)))
    return render_template(
        "coverage/people.html", here=here, above=above_it(here), page=shown, who=who, everybody=len(everybody), words=words(),
        asked=courses.ids,
    )  # fmt: skip


@pages.get("/coverage/<any(reps, managers):who>/export")
@allow(Action.COVERAGE)
def people_export(who: str) -> Response:
    here, managers = area(), who == "managers"
    if with_names():
        sheet = sheets.people(who, _holders(who, here)[1], words())
    else:
        sheet = sheets.by_area(who, coverage(reading(), actor(), here, today()), words(), managers)
    return send(sheet, gettext("chefer-utbildning") if managers else gettext("ombud-utbildning"))


@pages.get("/coverage/mail")
@allow(Action.COVERAGE)
def mail() -> str:
    here = area()
    total = count(reading(), actor(), here.path)
    letters = failed_letters(reading(), actor(), here.path, offset(), SIZE)
    return render_template(
        "coverage/mail.html",
        here=here,
        above=above_it(here),
        page=Page(letters, wanted(), total),
        words=words(),
    )


@pages.get("/coverage/mail/export")
@allow(Action.COVERAGE)
def mail_export() -> Response:
    letters = failed_letters(reading(), actor(), area().path, 0, MOST)
    return send(sheets.mail(letters, words(), with_names()), gettext("brev-som-inte-kom-fram"))


# -- where, and what the pages show


def _holders(who: str, here: Unit) -> tuple[Courses, list[Holder]]:
    """Managers are welcome in the reps' course, so either counts for them."""
    roles = (Role.MANAGER, Role.REP) if who == "managers" else (Role.REP,)
    courses = courses_for(reading(), *roles)
    return courses, holders(reading(), actor(), roles[0], courses, today(), here.path)


def _states(found: Coverage, managers: bool) -> Mapping[str, int]:
    everybody = found.managers if managers else found.reps
    counted = {state.value: 0 for state in State} | {"all": len(everybody)}
    for one in everybody:
        counted[one.state.value] += 1
    return counted


def _chart(found: Coverage) -> object:
    """Units with a rep, by area; or nothing when there is but one area."""
    bars = [
        Bar(
            gettext("%(area)s: %(part)s av %(whole)s enheter har ombud")
            % {"area": area.name, "part": area.covered, "whole": area.units},
            area.covered, area.units,
        )
        for area in found.areas if area.units
    ]  # fmt: skip
    return (
        chart(gettext("Enheter med ombud, per område. Samma siffror står i tabellen."), bars)
        if bars
        else None
    )
