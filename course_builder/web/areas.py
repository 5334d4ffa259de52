"""The part of the region that a coordinator's page is about."""

from collections.abc import Sequence

from flask import abort, request

from course_builder.people import units
from course_builder.people.may import Action, Actor
from course_builder.people.models import Role, Unit
from course_builder.people.tree import ancestors
from course_builder.web.guard import actor, check
from course_builder.web.records import reading


def area() -> Unit:
    """The unit asked for, else the highest one that she coordinates. One that is not hers is not there."""
    asked = request.args.get("unit", "")
    is_id = asked.isascii() and asked.isdigit() and len(asked) < 10
    found = units.get(reading(), int(asked) if is_id else _top(actor()))
    if found is None:
        abort(404)
    check(Action.COVERAGE, found)
    return found


def above_it(here: Unit) -> Sequence[Unit]:
    """The units above, as far as they are hers."""
    return [one for one in ancestors(reading(), here) if actor().over(Role.COORDINATOR, one.path)]


def _top(reader: Actor) -> int:
    held = [one for one in reader.held if one.role == Role.COORDINATOR]
    return min(held, key=lambda one: (one.path.count("/"), one.path)).unit_id
