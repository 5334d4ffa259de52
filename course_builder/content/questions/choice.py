"""One right option among several."""

from collections.abc import Callable
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from course_builder.content.keys import KEY_LENGTH
from course_builder.content.questions.option import Option, explained, listed, rows
from course_builder.content.questions.question import Answer, Data, InteractionType, Paint, Question


class Choice(Question):
    kind: Literal["choice"]
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=36)]

    interaction: ClassVar[InteractionType] = "choice"

    def answers(self, plain: Callable[[str], str]) -> dict[str, Any]:
        right = next((option.key for option in self.options if option.is_right), None)
        return {"options": listed(self.options, plain), "right": right}

    def controls(self, paint: Paint) -> str:
        return rows("radio", self.key, self.options, paint)

    def solution(self, paint: Paint) -> str:
        return explained(self.options, paint)

    def sample(self, right: bool) -> Answer:
        return next((option.key for option in self.options if option.is_right == right), None)

    @property
    def longest_state(self) -> int:
        return KEY_LENGTH


def mark(data: Data, answer: Answer) -> float | None:
    return float(isinstance(answer, str) and answer == data["right"])
