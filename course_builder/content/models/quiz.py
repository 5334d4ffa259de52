"""A quiz: questions with a mark to reach."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field

from course_builder.content.models.agenda import Minutes
from course_builder.content.models.base import Flag, Kept, Share, Text
from course_builder.content.questions import AnyQuestion

SECONDS_A_QUESTION = 45


def _attempts(value: Any) -> Any:
    return None if value == "unlimited" else value


class Quiz(Kept):
    """`pass` left out takes the course's own mark; `attempts: unlimited` is None."""

    kind: Literal["quiz"]
    title: Text
    pass_: Share | None = Field(default=None, alias="pass")
    attempts: Annotated[int | None, Field(ge=1, le=100), BeforeValidator(_attempts)] = None
    draw: Annotated[int, Field(ge=1)] | None = None
    shuffle: Flag = False
    own_minutes: Minutes | None = Field(default=None, alias="minutes")
    questions: Annotated[tuple[AnyQuestion, ...], Field(min_length=1)]

    part_kind: ClassVar[str] = "quiz"

    @property
    def asked(self) -> int:
        """How many questions one attempt asks."""
        return min(self.draw or len(self.questions), len(self.questions))

    @property
    def minutes(self) -> int:
        return self.own_minutes or max(1, -(-self.asked * SECONDS_A_QUESTION // 60))
