"""Where do you stand? No answer is right."""

from collections.abc import Callable
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from course_builder.content.models.base import Text
from course_builder.content.questions.question import Answer, Data, InteractionType, Paint, Question


class Scale(Question):
    kind: Literal["scale"]
    low: Text
    high: Text
    steps: Annotated[int, Field(ge=2, le=9)] = 5

    graded: ClassVar[bool] = False
    interaction: ClassVar[InteractionType] = "likert"

    def answers(self, plain: Callable[[str], str]) -> dict[str, Any]:
        return {"steps": self.steps}

    @property
    def open(self) -> dict[str, Any]:
        return {"steps": self.steps}

    def controls(self, paint: Paint) -> str:
        low, high = paint.inline(self.low), paint.inline(self.high)
        ends = {1: f'<span class="vh"> {low}</span>', self.steps: f'<span class="vh"> {high}</span>'}
        steps = "".join(
            f'<label class="opt" data-row="{step}"><input type="radio" name="{self.key}" value="{step}">'
            f"<span>{step}{ends.get(step, '')}</span></label>"
            for step in range(1, self.steps + 1)
        )
        shown = f'<div class="ends" aria-hidden="true"><span>{low}</span><span>{high}</span></div>'
        return f'<div class="scale"><div class="steps">{steps}</div>{shown}</div>'

    def solution(self, paint: Paint) -> str:
        return ""

    def sample(self, right: bool) -> Answer:
        return self.steps if right else 1

    @property
    def longest_state(self) -> int:
        return 1


def mark(data: Data, answer: Answer) -> float | None:
    return None
