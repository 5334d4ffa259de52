"""Several right options."""

from collections.abc import Callable
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from course_builder.content.keys import KEY_LENGTH
from course_builder.content.questions.fold import share
from course_builder.content.questions.option import Option, explained, listed, rows
from course_builder.content.questions.question import Answer, Data, InteractionType, Paint, Question


class Choices(Question):
    """Every wrong option that is chosen takes away what a right one gives."""

    kind: Literal["choices"]
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=36)]

    interaction: ClassVar[InteractionType] = "choice"

    def answers(self, plain: Callable[[str], str]) -> dict[str, Any]:
        return {"options": listed(self.options, plain), "right": [o.key for o in self.options if o.is_right]}

    def controls(self, paint: Paint) -> str:
        return rows("checkbox", self.key, self.options, paint)

    def solution(self, paint: Paint) -> str:
        return explained(self.options, paint)

    def sample(self, right: bool) -> Answer:
        return [option.key for option in self.options if option.is_right == right]

    @property
    def longest_state(self) -> int:
        return KEY_LENGTH * len(self.options)


def mark(data: Data, answer: Answer) -> float | None:
    if not isinstance(answer, list):
        return 0.0
    known = {option["key"] for option in data["options"]}
    chosen = {key for key in answer if isinstance(key, str) and key in known}
    right = set(data["right"])
    return share(max(0, len(chosen & right) - len(chosen - right)), len(right))
