"""Stöd och rutin: what a unit points to when there is concern for a child, and who gives support."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from course_builder.content.models.region import Region
from course_builder.meetings import supporting
from course_builder.meetings.support import Contact, support_of
from course_builder.people.may import Action
from course_builder.people.models import Change, Unit
from course_builder.people.refused import Refused
from course_builder.people.tree import ancestors
from course_builder.web.clock import now, today
from course_builder.web.guard import actor, allow, permitted
from course_builder.web.hours import planned_unit
from course_builder.web.language import gettext, language
from course_builder.web.records import reading, writing
from course_builder.web.toasts import redoable, undoable

pages = Blueprint("unit_support", __name__)

BLANK_ROWS = 2
REFUSED = 422


@pages.get("/unit/<int:unit_id>/support")
@allow(Action.PLAN_HOUR)
def page(unit_id: int) -> str:
    here = planned_unit(unit_id)
    routine, contacts = supporting.said(reading(), here) or (Contact(), ())
    return _page(here, routine, contacts)


@pages.post("/unit/<int:unit_id>/support")
@allow(Action.PLAN_HOUR)
def save(unit_id: int) -> Response | tuple[str, int]:
    here = planned_unit(unit_id)
    routine, contacts = _sent()
    try:
        with writing() as session:
            unit = planned_unit(unit_id, session)
            change = supporting.write(session, unit, routine, contacts, actor().person_id, now(), today())
    except Refused as refused:
        return _page(here, routine, contacts, refused.words(language())), REFUSED
    return _told(change, gettext("Sparat, kontrollerat i dag."))


@pages.post("/unit/<int:unit_id>/support/confirm")
@allow(Action.PLAN_HOUR)
def confirm(unit_id: int) -> Response:
    """What stands there still holds."""
    try:
        with writing() as session:
            unit = planned_unit(unit_id, session)
            change = supporting.confirm(session, unit, actor().person_id, now(), today())
    except Refused as refused:
        return _refused(unit_id, refused)
    return _told(change, gettext("Kontrollerat i dag."))


@pages.post("/unit/<int:unit_id>/support/changes/<int:change_id>/undo")
@allow(Action.PLAN_HOUR)
def take_back(unit_id: int, change_id: int) -> Response:
    """By whoever made the change."""
    try:
        with writing() as session:
            found = supporting.change_of(session, change_id, actor().person_id)
            if found is None or found.page_id != planned_unit(unit_id, session).id:
                abort(404)
            again = found.undoes_id is not None
            change = supporting.undo(session, found, actor().person_id, now())
    except Refused as refused:
        return _refused(unit_id, refused)
    words = gettext("Det är gjort igen.") if again else gettext("Ändringen är ångrad.")
    return _told(change, words, redo=not again)


def _sent() -> tuple[Contact, list[Contact]]:
    form = request.form
    routine = Contact(form.get("routine", ""), form.get("routine_where", ""), form.get("routine_url", ""))
    rows = zip(form.getlist("title"), form.getlist("where"), form.getlist("url"), strict=False)
    return routine, [Contact(*row) for row in rows]


def _page(
    here: Unit, routine: Contact, contacts: list[Contact] | tuple[Contact, ...], wrong: str = ""
) -> str:
    return render_template(
        "meetings/support.html", here=here, wrong=wrong, routine=routine, support=support_of(reading(), here, Region(), today()),
        rows=[*contacts, *[Contact()] * min(BLANK_ROWS, supporting.MOST_CONTACTS - len(contacts))],
        own=supporting.said(reading(), here) is not None,
        above=[one for one in ancestors(reading(), here) if permitted(Action.SEE_UNIT, one)],
    )  # fmt: skip


def _told(change: Change, words: str, redo: bool = False) -> Response:
    address = url_for("unit_support.take_back", unit_id=change.page_id, change_id=change.id)
    (redoable if redo else undoable)(words, address)
    return redirect(url_for("unit_support.page", unit_id=change.page_id))


def _refused(unit_id: int, refused: Refused) -> Response:
    flash(refused.words(language()), "bad")
    return redirect(url_for("unit_support.page", unit_id=unit_id))
