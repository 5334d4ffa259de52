"""Det som sparas om mig: everything stored about whoever is signed in, to read and as a file; notes can be deleted."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from babel.numbers import format_decimal
from flask import Blueprint, Response, json, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as BaseResponse
from wtforms import Form, StringField

from course_builder.learning import notes
from course_builder.library.titles import titles
from course_builder.people.may import Action
from course_builder.reports.my_data import as_json, given_out, stored, units
from course_builder.web.data_words import column_words, table_words
from course_builder.web.guard import allow, signed_in
from course_builder.web.language import day, gettext, language, moment
from course_builder.web.learning_words import source_words
from course_builder.web.records import reading, writing
from course_builder.web.role_names import role_name

pages = Blueprint("my_data", __name__)

MOST = 100
"""Rows of a table on the page; the file has all."""


class NoteForm(Form):
    course_id = StringField()
    question_id = StringField()


@pages.get("/my-data")
@allow(Action.LEARN)
def page() -> str:
    person_id = signed_in().person_id
    sections = [section for section in stored(reading(), person_id, MOST) if section.total]
    written = notes.all_notes(reading(), person_id)
    return render_template(
        "my_data/page.html", sections=sections, notes=written, courses=titles(reading(), {one.course_id for one in written}),
        given=given_out(reading(), person_id), units=units(reading(), person_id), table_words=table_words(), column_words=column_words(),
        shown=_shown, deleted="deleted" in request.args,
    )  # fmt: skip


@pages.get("/my-data.json")
@allow(Action.LEARN)
def file() -> Response:
    person_id = signed_in().person_id
    everything = as_json(stored(reading(), person_id), given_out(reading(), person_id))
    answer = Response(json.dumps(everything, ensure_ascii=False, indent=1), mimetype="application/json")
    answer.headers["Content-Disposition"] = f'attachment; filename="{gettext("det-som-sparas-om-mig")}.json"'
    return answer


@pages.post("/my-data/notes/delete")
@allow(Action.LEARN)
def delete_note() -> BaseResponse:
    """Only her own can be named: whose they are is not in the form."""
    form = NoteForm(request.form)
    with writing() as session:
        notes.forget(session, signed_in().person_id, form.course_id.data or "", form.question_id.data or "")
    return redirect(url_for("my_data.page", deleted="") + "#notes")


LANGUAGES: Mapping[str, str] = {"sv": "Svenska", "en": "English"}
CODES: Mapping[tuple[str, str], Callable[[str], str]] = {
    ("appointment", "role"): role_name, ("completion", "source"): source_words, ("person", "language"): lambda code: LANGUAGES.get(code, code),
}  # fmt: skip
"""Words of the tables that people have other words for."""


def _shown(table: str, column: str, value: Any) -> str:
    if (table, column) in CODES:
        return CODES[table, column](value)
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, date):
        return day(value)
    if isinstance(value, bool):
        return gettext("ja") if value else gettext("nej")
    if isinstance(value, float):
        return format_decimal(value, locale=language())
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else str(value)
