"""What a step of the hour is about: its part of the course, its question, and what its leader needs."""

from collections.abc import Iterable
from dataclasses import dataclass

from course_builder.content.course import Course, Part
from course_builder.content.models.agenda import FacilitatorNotes
from course_builder.content.models.film import AfterQuestion, BeforeQuestion, FilmDiscussion
from course_builder.content.step import Step
from course_builder.content.step_matter import item_of, part_of, question_of, talk_of

TALKED = ("before", "film", "after")
"""Kinds of steps that a film discussion is made of."""


@dataclass(frozen=True)
class Matter:
    """`question` is that of a film discussion, whose own notes hold for all its steps and stand in no step."""

    part: Part | None = None
    question: BeforeQuestion | AfterQuestion | None = None
    notes: FacilitatorNotes | None = None


def matter(course: Course, step: Step) -> Matter:
    """Empty for what was written in the planner, and for what was agreed last time."""
    if step.kind in TALKED and talk_of(course, step) is not None:
        return Matter(part_of(course, step), question_of(course, step))
    item = item_of(course, step)
    return Matter(part_of(course, step), None, item.facilitator if item else None)


def talks(course: Course, steps: Iterable[Step]) -> list[FilmDiscussion]:
    """The film discussions that the steps have anything of, in their order."""
    found = (talk_of(course, step) for step in steps if step.kind in TALKED)
    return list({one.id: one for one in found if one is not None}.values())
