"""The units whose hours somebody may plan: where she is manager or representative, and what a coordinator is over."""

from collections.abc import Sequence

from course_builder.meetings.hours import units_planned
from course_builder.people.models import Role, Unit
from course_builder.web.clock import today
from course_builder.web.guard import actor
from course_builder.web.records import reading

PLANNERS = (Role.MANAGER, Role.REP, Role.COORDINATOR)


def units() -> Sequence[Unit]:
    """Hers first, then those under them, by name."""
    held = [one for one in actor().held if one.role in PLANNERS]
    return units_planned(reading(), [one.path for one in held], today())


def unit_ids() -> list[int]:
    return [one.id for one in units()]
