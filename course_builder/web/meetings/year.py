"""Barnrätt hos oss: a unit's year on one page, for its follow-up documents."""

from io import BytesIO

from flask import Blueprint, abort, flash, redirect, render_template, request, send_file, url_for
from werkzeug.wrappers import Response

from course_builder.content.models.region import Region
from course_builder.meetings import year as years
from course_builder.meetings.support import support_of
from course_builder.paper.year import year_text
from course_builder.paths import shipped
from course_builder.paths.folder import FolderTree
from course_builder.people.may import Action
from course_builder.people.models import Role, Unit
from course_builder.people.refused import Refused
from course_builder.people.tree import ancestors
from course_builder.reports.unit_page import holders_of
from course_builder.web.clock import now, today
from course_builder.web.guard import actor, allow, permitted
from course_builder.web.hours import planned_unit
from course_builder.web.language import gettext, language
from course_builder.web.records import reading, writing

pages = Blueprint("unit_year", __name__)

REFUSED = 422


@pages.get("/unit/<int:unit_id>/year")
@allow(Action.PLAN_HOUR)
def latest(unit_id: int) -> Response:
    planned_unit(unit_id)
    return redirect(url_for("unit_year.page", unit_id=unit_id, year=today().year))


@pages.get("/unit/<int:unit_id>/year/<int:year>")
@allow(Action.PLAN_HOUR)
def page(unit_id: int, year: int) -> str:
    return _page(planned_unit(unit_id), _year(year))


@pages.post("/unit/<int:unit_id>/year/<int:year>")
@allow(Action.PLAN_HOUR)
def save(unit_id: int, year: int) -> Response | tuple[str, int]:
    here, text = planned_unit(unit_id), request.form.get("text", "")
    facts = years.facts(reading(), here, _year(year))
    counted, by_id = [year_text(facts, "sv"), year_text(facts, "en")], actor().person_id
    try:
        with writing() as session:
            years.keep(session, session.get_one(Unit, unit_id), year, text, counted, by_id, now())
    except Refused as refused:
        return _page(planned_unit(unit_id), year, text, refused.words(language())), REFUSED
    flash(gettext("Texten är sparad."))
    return redirect(url_for("unit_year.page", unit_id=unit_id, year=year))


@pages.get("/unit/<int:unit_id>/year/<int:year>.pdf")
@allow(Action.PLAN_HOUR)
def as_pdf(unit_id: int, year: int) -> Response:
    from course_builder.paper.written import written_pdf  # noqa: PLC0415 -- slow import, and few ask for it

    here = planned_unit(unit_id)
    found = years.year_of(reading(), here, _year(year))
    text = found.edited.text if found.edited else year_text(found.facts, language())
    pdf = written_pdf(text, f"{here.name}, {year}", language(), FolderTree(shipped.TEMPLATES), FolderTree(shipped.BUILT))  # fmt: skip
    name = gettext("barnratt-hos-oss-%(year)s.pdf") % {"year": year}
    return send_file(BytesIO(pdf), mimetype="application/pdf", download_name=name)


def _year(year: int) -> int:
    """One that has been, or is."""
    if not years.FIRST <= year <= today().year:
        abort(404)
    return year


def _page(here: Unit, year: int, sent: str | None = None, wrong: str = "") -> str:
    """With `counted` in the address the text that is counted stands in the field; nothing is stored until it is saved."""
    found = years.year_of(reading(), here, year)
    counted = year_text(found.facts, language())
    kept = found.edited.text if found.edited else counted
    anew = request.args.get("counted") == "yes"
    return render_template(
        "meetings/year.html", here=here, year=year, found=found, facts=found.facts, counted=counted, anew=anew, wrong=wrong,
        text=sent if sent is not None else counted if anew else kept,
        years=years.years_of(reading(), here, today()),
        reps=holders_of(reading(), here, Role.REP, today(), actor()) if year == today().year else [],
        support=support_of(reading(), here, Region(), today()),
        above=[one for one in ancestors(reading(), here) if permitted(Action.SEE_UNIT, one)],
    )  # fmt: skip
