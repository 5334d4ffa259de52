"""Whose completions somebody may take in: people at her units and under them."""

from collections.abc import Sequence

from course_builder.people.may import Actor
from course_builder.people.models import Role


def reach(who: Actor) -> Sequence[str]:
    """Paths of the units she coordinates."""
    return sorted({held.path for held in who.held if held.role is Role.COORDINATOR})


def highest(who: Actor) -> int:
    """The unit a list of hers belongs to."""
    coordinates = [held for held in who.held if held.role is Role.COORDINATOR]
    return min(coordinates, key=lambda held: len(held.path)).unit_id
