"""Ångra: what somebody changed by hand about units and people, taken back by who did it."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Blueprint, abort, flash, redirect, url_for
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from course_builder.people import appointments, undo
from course_builder.people.changes import Page, changing
from course_builder.people.may import Action
from course_builder.people.models import Account, Appointment, Change, Membership, Person, Unit
from course_builder.people.refused import Refused
from course_builder.web.clock import now, today
from course_builder.web.guard import actor, allow
from course_builder.web.language import gettext, language
from course_builder.web.people_found import appointment_of, keeps_all, person_of, unit_of
from course_builder.web.records import reading, writing
from course_builder.web.toasts import redoable, undoable

pages = Blueprint("people_undo", __name__)


@contextmanager
def noted(session: Session, page: Page, page_id: int) -> Iterator[Change]:
    """A change by whoever is signed in."""
    with changing(session, page, page_id, actor().person_id, now()) as change:
        yield change


def tell(words: str, change: Change) -> None:
    """With the way back, when there is anything to go back to."""
    if change.rows:
        undoable(words, url_for("people_undo.take_back", change_id=change.id))
    else:
        flash(words)


@pages.post("/people/changes/<int:change_id>/undo")
@allow(Action.PEOPLE)
def take_back(change_id: int) -> Response:
    change = _hers(reading(), change_id)
    shown = _address(Page(change.page), change.page_id)
    again = change.undoes_id is not None
    try:
        with writing() as session:
            undoing = undo.undo(session, _hers(session, change_id), actor().person_id, now(), today())
    except Refused as refused:
        flash(refused.words(language()), "bad")
        return redirect(shown)
    address = url_for("people_undo.take_back", change_id=undoing.id)
    if again:
        undoable(gettext("Det är gjort igen."), address)
    else:
        redoable(gettext("Ändringen är ångrad."), address)
    return redirect(shown)


def _address(page: Page, page_id: int) -> str:
    return {
        Page.PERSON: lambda: url_for("people_persons.person", person_id=page_id),
        Page.UNIT: lambda: url_for("people_units.page", unit_id=page_id),
        Page.GROUP: lambda: url_for("people_groups.group", group_id=page_id),
    }[page]()


def _hers(session: Session, change_id: int) -> Change:
    """One that she made, about what is still hers to keep."""
    found = undo.change_of(session, change_id, actor().person_id)
    if found is None:
        abort(404)
    if any(row["kind"] == Membership.__tablename__ for row in found.rows) and not keeps_all():
        abort(404)
    for thing in undo.things(session, found):
        _check_hers(session, Page(found.page), thing)
    return found


def _check_hers(session: Session, page: Page, thing: Unit | Appointment | Account | Person) -> None:
    if isinstance(thing, Unit):
        unit_of(session, thing.id)
    elif isinstance(thing, Appointment) and page is Page.UNIT:
        unit_of(session, thing.unit_id)  # what happens to a unit happens to all its appointments
    elif isinstance(thing, Appointment):
        appointment_of(session, thing.id)
    else:
        person = person_of(session, thing.person_id if isinstance(thing, Account) else thing.id)
        if not appointments.may_keep(session, actor(), person.id, today()):
            abort(404)
