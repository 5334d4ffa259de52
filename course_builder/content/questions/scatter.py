"""An order that tells nothing: neither an author's habit nor the names of the options decide it."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from course_builder.content.keys import key
from course_builder.content.models.base import Identified

Thing = TypeVar("Thing", bound=Identified)
LENGTH = 8


def scattered(things: Iterable[Thing], question: Identified) -> Sequence[Thing]:
    """The same every time for a question, and another for the next one, though its options have the same ids."""
    return tuple(sorted(things, key=lambda one: key(f"{question.id} {one.id}", LENGTH)))
