"""Det vi kom överens om: what a unit has agreed on, marked at an ordinary APT by its manager or representative."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from course_builder.meetings import actions, following
from course_builder.meetings.agreed import names_somebody
from course_builder.meetings.models import AgreedAction, Outcome
from course_builder.paper.follow_up import agenda_item
from course_builder.people.may import Action
from course_builder.people.models import Unit
from course_builder.people.refused import Refused
from course_builder.people.tree import ancestors
from course_builder.web.clock import today
from course_builder.web.guard import actor, allow, permitted
from course_builder.web.hours import planned_unit
from course_builder.web.language import gettext, language
from course_builder.web.meetings.action_form import asked_day, named_words, wanted
from course_builder.web.records import reading, writing
from course_builder.web.toasts import undoable

pages = Blueprint("actions", __name__)

REFUSED = 422


@pages.get("/unit/<int:unit_id>/actions")
@allow(Action.PLAN_HOUR)
def page(unit_id: int) -> str:
    return _page(planned_unit(unit_id))


@pages.post("/unit/<int:unit_id>/actions/<int:action_id>/mark")
@allow(Action.PLAN_HOUR)
def mark(unit_id: int, action_id: int) -> Response | tuple[str, int]:
    """Klar, fortsätter or avslutas utan åtgärd, with one line on what came of it."""
    here, by_id = planned_unit(unit_id), actor().person_id
    outcome = request.form.get("outcome", "")
    if outcome not in (Outcome.DONE, Outcome.CARRIED_ON, Outcome.CLOSED):
        return _page(here, action_id, gettext("Välj vad det blev: klar, fortsätter eller avslutas utan åtgärd.")), REFUSED  # fmt: skip
    made = actions.Mark(Outcome(outcome), request.form.get("came_of_it", ""), asked_day(request.form.get("follow_up", "")))  # fmt: skip
    try:
        with writing() as session:
            marked = _action(session, here, action_id)
            actions.mark(session, marked, made, today(), by_id)
            words = _marked_words()[outcome] % {"what": marked.what}
    except Refused as refused:
        return _page(planned_unit(unit_id), action_id, refused.words(language())), REFUSED
    undoable(words, url_for("actions.unmark", unit_id=unit_id, action_id=action_id))
    return redirect(url_for("actions.page", unit_id=unit_id))


@pages.post("/unit/<int:unit_id>/actions/<int:action_id>/unmark")
@allow(Action.PLAN_HOUR)
def unmark(unit_id: int, action_id: int) -> Response:
    here = planned_unit(unit_id)
    try:
        with writing() as session:
            marked = _action(session, here, action_id)
            actions.unmark(session, marked)
            what = marked.what
        flash(gettext("Markeringen är ångrad. %(what)s är öppen igen.") % {"what": what})
    except Refused as refused:
        flash(refused.words(language()), "bad")
    return redirect(url_for("actions.page", unit_id=unit_id))


@pages.post("/unit/<int:unit_id>/actions/<int:action_id>/change")
@allow(Action.PLAN_HOUR)
def change(unit_id: int, action_id: int) -> Response | tuple[str, int]:
    """Other words, another function or another date."""
    here, new = planned_unit(unit_id), wanted()
    try:
        with writing() as session:
            actions.change(_action(session, here, action_id), new)
            named = names_somebody(session, session.get_one(Unit, unit_id), new.responsible, today())
    except Refused as refused:
        return _page(planned_unit(unit_id), action_id, refused.words(language())), REFUSED
    flash(gettext("Åtgärden är ändrad."))
    if named:
        flash(named_words())
    return redirect(url_for("actions.page", unit_id=unit_id))


def _action(session: Session, here: Unit, action_id: int) -> AgreedAction:
    found = session.get(AgreedAction, action_id)
    if found is None or found.unit_id != here.id:
        abort(404)
    return found


def _page(here: Unit, at: int | None = None, wrong: str = "") -> str:
    """`at` is the action whose form was not right; what was written in it stands there still."""
    followed = following.of_unit(reading(), here.id)
    return render_template(
        "meetings/actions.html", here=here, followed=followed, at=at, wrong=wrong, sent=request.form, today=today(),
        item=agenda_item([following.told(one) for one in followed.open], language()),
        later=following.next_date(reading(), here.id, today()),
        above=[one for one in ancestors(reading(), here) if permitted(Action.SEE_UNIT, one)],
    )  # fmt: skip


def _marked_words() -> dict[str, str]:
    return {
        Outcome.DONE: gettext("Klar: %(what)s"),
        Outcome.CARRIED_ON: gettext("Fortsätter: %(what)s"),
        Outcome.CLOSED: gettext("Avslutas utan åtgärd: %(what)s"),
    }
