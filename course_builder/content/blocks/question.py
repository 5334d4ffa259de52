"""A question in a lesson: for practice, never in the score. A reflect block is a question of its own kind."""

from typing import ClassVar

from course_builder.content.models.base import Frozen
from course_builder.content.questions import AnyQuestion
from course_builder.content.questions.reflect import Reflect


class QuestionBlock(Frozen):
    question: AnyQuestion

    kind: ClassVar[str] = "question"


class ReflectBlock(Frozen):
    question: Reflect

    kind: ClassVar[str] = "reflect"
