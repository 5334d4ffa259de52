"""A shared quiz in the middle of a lesson."""

from typing import ClassVar

from course_builder.content.models.base import Frozen, Id


class QuizBlock(Frozen):
    use: Id

    kind: ClassVar[str] = "quiz"
