"""A staff list: chosen, its columns named, looked through, taken as a whole. It can come again and again."""

from pathlib import Path

from flask import Blueprint, abort, current_app, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from course_builder.importing.sheet import SheetError, read_sheets
from course_builder.people import staff_list, units
from course_builder.people.may import Action
from course_builder.people.refused import Refused
from course_builder.people.staff import codes
from course_builder.people.staff.columns import LABELS, Columns, Field
from course_builder.people.staff.draft import Draft, drop, keep, kept
from course_builder.people.staff.rows import Table
from course_builder.web.clock import now, today
from course_builder.web.guard import actor, allow, signed_in
from course_builder.web.language import gettext, language
from course_builder.web.people_found import keeps_all, unit_of
from course_builder.web.records import reading, writing

pages = Blueprint("people_import", __name__)

Answer = str | tuple[str, int] | Response
MOST_SHOWN = 100
"""Steps of each kind, and problems, that the page names."""


@pages.get("/people/import")
@allow(Action.PEOPLE)
def page() -> str:
    return _page()


@pages.post("/people/import")
@allow(Action.PEOPLE)
def bring() -> Answer:
    """Nothing is kept of a file with personnummer in it."""
    files = [file for file in request.files.getlist("file") if file.filename]
    if not files:
        return _page(gettext("Välj en fil först.")), 422
    part_id = _part()
    try:
        sheets = [one for file in files for one in read_sheets(file.read(), Path(str(file.filename)).name)]
    except SheetError as error:
        return _page(error.words(language())), 422
    tables = tuple(Table(sheet, staff_list.guess(sheet.header)) for sheet in sheets)
    plan = staff_list.preview(reading(), staff_list.read(tables), today(), part_id)
    personal = [one for one in plan.problems if one.code == codes.PERSONNUMMER]
    if personal:
        return _page(" ".join(f"{one.message(language())} {one.hint(language())}" for one in personal)), 422
    keep(_data(), signed_in().account_id, tables, part_id, now())
    return redirect(url_for("people_import.look"))


@pages.get("/people/import/list")
@allow(Action.PEOPLE)
def look() -> Answer:
    draft = _draft()
    return redirect(url_for("people_import.page")) if draft is None else _look(draft)


@pages.post("/people/import/columns")
@allow(Action.PEOPLE)
def columns() -> Answer:
    draft = _draft()
    if draft is not None:
        tables = [Table(table.sheet, _columns(number, table)) for number, table in enumerate(draft.tables)]
        keep(_data(), signed_in().account_id, tables, draft.part_id, now())
    return redirect(url_for("people_import.look"))


@pages.post("/people/import/take")
@allow(Action.PEOPLE)
def take() -> Answer:
    """All of what was shown, or nothing."""
    draft = _draft()
    if draft is None:
        return _page(gettext("Listan är inte kvar. Välj filen igen.")), 422
    rows = staff_list.read(draft.tables)
    try:
        with writing() as session:
            plan = staff_list.apply(session, rows, today(), request.form.get("seen", ""), draft.part_id)
    except Refused as refused:
        return _look(draft, refused.words(language())), 422
    drop(_data(), signed_in().account_id)
    counts = {"added": len(plan.added), "changed": len(plan.changed), "ended": len(plan.ended)}
    flash(gettext("Listan är inläst: %(added)s tillagda, %(changed)s ändrade, %(ended)s avslutade.") % counts)
    return redirect(url_for("people_import.page"))


@pages.post("/people/import/drop")
@allow(Action.PEOPLE)
def throw_away() -> Response:
    drop(_data(), signed_in().account_id)
    return redirect(url_for("people_import.page"))


# -- what came, and what the pages show


def _data() -> Path:
    folder: Path = current_app.extensions["settings"].folder
    return folder


def _draft() -> Draft | None:
    """Hers, as long as she may still keep the part of the tree that it is about."""
    found = kept(_data(), signed_in().account_id, now())
    if found is not None and found.part_id is not None:
        unit_of(reading(), found.part_id)
    elif found is not None and not keeps_all():
        abort(404)
    return found


def _part() -> int | None:
    """The unit whose part the list is about. Only who keeps the whole tree may bring a list about some units of it."""
    asked = request.form.get("part", type=int)
    if asked is None and not keeps_all():
        abort(404)
    return None if asked is None else unit_of(reading(), asked).id


def _columns(number: int, table: Table) -> Columns:
    chosen = {field: request.form.get(f"{number}-{field.value}", -1, type=int) for field in Field}
    return {field: place for field, place in chosen.items() if 0 <= place < len(table.sheet.header)}


def _page(wrong: str = "") -> str:
    return render_template(
        "people/import.html",
        wrong=wrong,
        draft=kept(_data(), signed_in().account_id, now()),
        parts=units.tops(reading(), actor(), today()),
    )


def _look(draft: Draft, wrong: str = "") -> str:
    plan = staff_list.preview(reading(), staff_list.read(draft.tables), today(), draft.part_id)
    spoken = language()
    return render_template(
        "people/import_list.html", plan=plan, wrong=wrong, tables=draft.tables, most=MOST_SHOWN, fields=list(Field),
        labels={field: LABELS[field][spoken == "en"] for field in Field},
    )  # fmt: skip
