"""APT: the hours of her units, with the next one first and what is open from earlier ones beside it."""

from flask import Blueprint, render_template, request

from course_builder.meetings.actions import open_actions
from course_builder.meetings.hours import hours
from course_builder.meetings.invitation import when
from course_builder.people.may import Action
from course_builder.web.clock import now
from course_builder.web.guard import actor, allow
from course_builder.web.language import language
from course_builder.web.meetings.hers import unit_ids
from course_builder.web.meetings.shown import number, sendings
from course_builder.web.records import reading

pages = Blueprint("apt_hours", __name__)


@pages.get("/apt")
@allow(Action.PLAN_HOUR)
def page() -> str:
    """Of the unit that the address names, or of them all with those that she leads elsewhere."""
    ids = unit_ids()
    asked = number("unit", request.args)
    if asked in ids:
        found = hours(reading(), [asked], None, now())
    else:
        found = hours(reading(), ids, actor().person_id, now())
    units = sorted({one.unit for one in (*found.coming, *found.held)}, key=lambda unit: unit.name)
    return render_template(
        "meetings/plan_hours.html", hours=found, plans=bool(ids), unit=asked if asked in ids else None, sendings=sendings,
        open=[(unit, open_actions(reading(), unit.id)) for unit in units],
        when=lambda hour: when(hour.starts, hour.minutes, language()),
    )  # fmt: skip
