"""Efter timmen: where it all comes together, and where an hour that was run without network is told of in two minutes."""

from dataclasses import dataclass
from secrets import token_hex

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import Form, IntegerField, TextAreaField
from wtforms.validators import Optional

from course_builder.learning.days import day_of
from course_builder.library.releases import course_of
from course_builder.meetings import actions, evaluation, noting
from course_builder.meetings.agreed import Wanted, names_somebody
from course_builder.meetings.ballots import LEAST
from course_builder.meetings.following import next_date
from course_builder.meetings.models import Meeting, Outcome
from course_builder.meetings.sheet import sheet
from course_builder.meetings.telling import Told, tell
from course_builder.people.may import Action
from course_builder.people.refused import Refused
from course_builder.web.clock import now, today
from course_builder.web.guard import actor, allow, permitted
from course_builder.web.hours import planned_hour
from course_builder.web.language import gettext, language
from course_builder.web.meetings.action_form import named_words, several
from course_builder.web.records import reading, writing

pages = Blueprint("after", __name__)

REFUSED = 422
ROWS = 3
"""Rows for actions: two, and one that the page talks you out of."""


class HappenedForm(Form):
    present = IntegerField(validators=[Optional()])
    themes = TextAreaField()
    note = TextAreaField()


@dataclass(frozen=True)
class Row:
    """Of the form: an action that stands there, or an empty one with a key of its own."""

    key: str
    wanted: Wanted


@pages.get("/apt/<int:meeting_id>/after")
@allow(Action.PLAN_HOUR)
def page(meeting_id: int) -> str:
    hour = planned_hour(meeting_id)
    form = HappenedForm(data={"present": hour.number, "themes": "\n".join(hour.themes), "note": hour.note})
    return _page(hour, form, _rows(hour))


@pages.post("/apt/<int:meeting_id>/after")
@allow(Action.PLAN_HOUR)
def save(meeting_id: int) -> Response | tuple[str, int]:
    hour, form, rows, by_id = planned_hour(meeting_id), HappenedForm(request.form), dict(several()), actor().person_id  # fmt: skip
    if not form.validate():
        return _again(
            meeting_id, form, rows, gettext("Antalet närvarande skrivs med siffror, till exempel 12.")
        )
    told = Told(form.present.data, rows, _themes(form), form.note.data or "", _paper())
    was_ended = hour.ended is not None
    try:
        with writing() as session:
            held = tell(session, meeting_id, told, language(), by_id, now())
            named = any(
                names_somebody(session, held.unit, one.responsible, today()) for one in rows.values() if one
            )
    except Refused as refused:
        return _again(meeting_id, form, rows, refused.words(language()))
    flash(gettext("Ändringarna är sparade.") if was_ended else gettext("Sparat. Timmen är hållen."))
    if named:
        flash(named_words())
    return redirect(url_for("after.page", meeting_id=meeting_id))


def _again(meeting_id: int, form: HappenedForm, rows: dict[str, Wanted | None], wrong: str) -> tuple[str, int]:  # fmt: skip
    kept = [Row(key, one or Wanted("", "")) for key, one in rows.items()]
    return _page(planned_hour(meeting_id), form, kept, wrong), REFUSED


def _page(hour: Meeting, form: HappenedForm, rows: list[Row], wrong: str = "") -> str:
    agreed = actions.of_meeting(reading(), hour.id)
    return render_template(
        "meetings/after.html", hour=hour, form=form, rows=rows, wrong=wrong, sheet=sheet(reading(), hour, actor()),
        early=today() < day_of(hour.starts), marked=[one for one in agreed if one.outcome != Outcome.OPEN],
        open=[one for one in agreed if one.outcome == Outcome.OPEN],
        paper=evaluation.on_paper(reading(), hour, language()), results=evaluation.results(reading(), hour),
        least=LEAST, next=next_date(reading(), hour.unit_id, today()),
        proposed=noting.proposed(course_of(reading(), hour.release_id)),
        lists=permitted(Action.RUN_HOUR, hour) or permitted(Action.SEE_UNIT_PEOPLE, hour),
    )  # fmt: skip


def _rows(hour: Meeting) -> list[Row]:
    """What can be changed, then empty rows up to three."""
    agreed = actions.of_meeting(reading(), hour.id)
    later = next_date(reading(), hour.unit_id, today())
    empty = [Row(token_hex(8), Wanted("", "", later)) for _ in range(ROWS - len(agreed))]
    return [
        Row(one.key, Wanted(one.what, one.responsible, one.follow_up, one.sign))
        for one in agreed
        if one.outcome == Outcome.OPEN and one.key
    ] + empty


def _themes(form: HappenedForm) -> tuple[str, ...]:
    """One a line, and those that were ticked among the proposed."""
    written = (form.themes.data or "").splitlines()
    return tuple(line.strip() for line in (*written, *request.form.getlist("proposed")) if line.strip())


def _paper() -> dict[str, dict[str, int]]:
    """Counts by question and option; an empty field is none, and what is no number is not counted."""
    found: dict[str, dict[str, int]] = {}
    for name, value in request.form.items():
        kind, _, rest = name.partition("-")
        question, _, option = rest.partition("-")
        if kind == "paper" and option:
            counts = found.setdefault(question, {})
            if value.isascii() and value.isdigit() and len(value) < 5:
                counts[option] = int(value)
    return found
