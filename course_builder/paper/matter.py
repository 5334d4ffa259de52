"""What a step of the hour is about: its part of the course, its question, and what its leader needs."""

from collections.abc import Iterable
from dataclasses import dataclass

from course_builder.content.course import Course, Part
from course_builder.content.models.agenda import FacilitatorNotes
from course_builder.content.models.film import AfterQuestion, BeforeQuestion, FilmDiscussion
from course_builder.content.models.quiz import Quiz
from course_builder.content.step import Step
from course_builder.player.hour.agenda import item_of, lesson_of, talk_of

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
    talk = talk_of(course, step)
    if step.kind in TALKED and talk is not None:
        asked = {f"{step.item}.{one.id}": one for one in talk.steps}
        return Matter(talk, asked.get(step.id))
    item = item_of(course, step)
    quiz = course.shared.get((item.quiz if item else None) or "")
    part = quiz if isinstance(quiz, Quiz) else lesson_of(course, item)
    return Matter(part, None, _notes_of_variant(course, step) or (item.facilitator if item else None))


def talks(course: Course, steps: Iterable[Step]) -> list[FilmDiscussion]:
    """The film discussions that the steps have anything of, in their order."""
    found = (talk_of(course, step) for step in steps if step.kind in TALKED)
    return list({one.id: one for one in found if one is not None}.values())


def _notes_of_variant(course: Course, step: Step) -> FacilitatorNotes | None:
    """Of an item in a ready plan of another length."""
    varied = (item for one in course.variants if one.minutes == step.plan for item in one.agenda)
    return next((item.facilitator for item in varied if step.item in (item.id, item.same)), None)
