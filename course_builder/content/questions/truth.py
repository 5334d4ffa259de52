"""True or false."""

from collections.abc import Callable
from typing import Any, ClassVar, Literal

from course_builder.content.models.base import Flag
from course_builder.content.questions.option import row, said
from course_builder.content.questions.question import Answer, Data, InteractionType, Paint, Question


class Truth(Question):
    """A statement that holds or does not."""

    kind: Literal["truth"]
    right: Flag

    interaction: ClassVar[InteractionType] = "true-false"

    def answers(self, plain: Callable[[str], str]) -> dict[str, Any]:
        return {"right": self.right}

    def controls(self, paint: Paint) -> str:
        made = "".join(row("radio", self.key, word, paint.words[word]) for word in ("true", "false"))
        return f'<div class="opts half">{made}</div>'

    def solution(self, paint: Paint) -> str:
        word = "true" if self.right else "false"
        return f'<ul class="says">{said(word, paint.words[word], paint.words["right_answer"], "")}</ul>'

    def sample(self, right: bool) -> Answer:
        return self.right == right

    @property
    def longest_state(self) -> int:
        return 1


def mark(data: Data, answer: Answer) -> float | None:
    return float(isinstance(answer, bool) and answer == data["right"])
