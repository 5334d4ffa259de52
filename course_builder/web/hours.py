"""An hour, or a unit that has hours, by its address: whoever may not plan or steer it finds nothing there."""

from flask import abort
from sqlalchemy.orm import Session

from course_builder.meetings.models import Meeting
from course_builder.people import units
from course_builder.people.may import Action
from course_builder.people.models import Unit
from course_builder.web.guard import check, permitted
from course_builder.web.records import reading


def planned_hour(meeting_id: int) -> Meeting:
    """For its leaders, and for managers, reps and coordinators of the unit."""
    return _hour(meeting_id, Action.PLAN_HOUR)


def led_hour(meeting_id: int) -> Meeting:
    """For those who lead it."""
    return _hour(meeting_id, Action.RUN_HOUR)


def listed_hour(meeting_id: int) -> Meeting:
    """For those who may see names on its list: its leaders, and the unit's manager and coordinator."""
    found = planned_hour(meeting_id)
    if not permitted(Action.RUN_HOUR, found):
        check(Action.SEE_UNIT_PEOPLE, found)
    return found


def planned_unit(unit_id: int, session: Session | None = None) -> Unit:
    """One whose hours she may plan. `session` when it is about to be written in."""
    found = units.get(session or reading(), unit_id)
    if found is None:
        abort(404)
    check(Action.PLAN_HOUR, found)
    return found


def _hour(meeting_id: int, action: Action) -> Meeting:
    found = reading().get(Meeting, meeting_id)
    if found is None:
        abort(404)
    check(action, found)
    return found
