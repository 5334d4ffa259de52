"""APT i regionen: hours planned and held and actions open, by unit, for the coordinator."""

from flask import Blueprint, render_template, request
from werkzeug.wrappers import Response

from course_builder.meetings.coverage import Hours, Only, Order, UnitHours, chosen, hours_under
from course_builder.meetings.year import FIRST
from course_builder.people.may import Action
from course_builder.reports.coverage_sheets import in_words
from course_builder.reports.places import above
from course_builder.reports.sheet import Cell, Sheet
from course_builder.reports.small import LEAST, Shown
from course_builder.web.areas import above_it, area
from course_builder.web.clock import now, today
from course_builder.web.coverage_words import words
from course_builder.web.guard import allow
from course_builder.web.language import gettext
from course_builder.web.paging import cut
from course_builder.web.records import reading
from course_builder.web.sheets import send

pages = Blueprint("apt_coverage", __name__)


@pages.get("/apt/coverage")
@allow(Action.COVERAGE)
def page() -> str:
    here, found = area(), _found()
    shown = cut(chosen(found, _only(), _order()))
    return render_template(
        "meetings/coverage.html", here=here, above=above_it(here), found=found, page=shown, only=_only(), order=_order(),
        places=above(reading(), [one.unit_id for one in shown.items]), told=_present, words=words(),
        years=range(today().year, max(FIRST, today().year - 4) - 1, -1),
    )  # fmt: skip


@pages.get("/apt/coverage/export")
@allow(Action.COVERAGE)
def export() -> Response:
    """The units that the page shows, in its order. Nobody is named, so there is but one kind of it."""
    found = chosen(_found(), _only(), _order())
    places = above(reading(), [one.unit_id for one in found])
    header = (
        gettext("Enhet"), gettext("Del av"), gettext("Planerade timmar"), gettext("Hållna timmar"), gettext("Närvarande"),
        gettext("Öppna åtgärder"), gettext("Förbi sitt datum"), gettext("Klara under året"),
    )  # fmt: skip
    rows: list[tuple[Cell, ...]] = [
        (one.name, places.get(one.unit_id, ""), one.planned, one.held, _present(one), one.open, one.past, one.done)
        for one in found
    ]  # fmt: skip
    return send(Sheet(gettext("APT-timmar %(year)s") % {"year": _asked_year()}, header, rows), gettext("apt-timmar"))  # fmt: skip


def _found() -> Hours:
    return hours_under(reading(), area(), _asked_year(), today(), now())


def _present(one: UnitHours) -> Cell:
    """Fewer than five are never counted out."""
    if 0 < one.present < LEAST:
        return in_words(Shown("fewer", LEAST, one.present), words())
    return one.present


def _asked_year() -> int:
    asked = request.args.get("year", "")
    year = int(asked) if asked.isascii() and asked.isdigit() and len(asked) == 4 else today().year
    return year if FIRST <= year <= today().year else today().year


def _only() -> Only:
    asked = request.args.get("only", "")
    return Only(asked) if asked in set(Only) else Only.ALL


def _order() -> Order:
    asked = request.args.get("order", "")
    return Order(asked) if asked in set(Order) else Order.NAME
