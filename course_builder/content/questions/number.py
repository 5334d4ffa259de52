"""A number, exact or within a margin."""

from collections.abc import Callable
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field

from course_builder.content.models.base import Text
from course_builder.content.questions.numbers import number, read_number, shown
from course_builder.content.questions.question import Answer, Data, InteractionType, Paint, Question

MOST_TYPED = 20
MOST_PACKED = 30
ROUNDING = 1e-9
"""So that 0,1 + 0,2 counts as 0,3."""


class Number(Question):
    kind: Literal["number"]
    right: Annotated[float, BeforeValidator(number)]
    within: Annotated[float, BeforeValidator(number), Field(ge=0)] = 0
    unit: Text | None = None

    interaction: ClassVar[InteractionType] = "numeric"

    def answers(self, plain: Callable[[str], str]) -> dict[str, Any]:
        return {"right": self.right, "within": self.within, "most": MOST_PACKED}

    def controls(self, paint: Paint) -> str:
        unit = f" <span>{paint.inline(self.unit)}</span>" if self.unit else ""
        return (
            f'<label class="field"><span>{paint.words["your_answer"]}</span><span class="row">'
            f'<input class="input short" name="{self.key}" inputmode="decimal" maxlength="{MOST_TYPED}" '
            f'autocomplete="off">{unit}</span></label>'
        )

    def solution(self, paint: Paint) -> str:
        decimal = paint.words["decimal"]
        text = shown(self.right).replace(".", decimal)
        if self.within:
            text += f" ± {shown(self.within).replace('.', decimal)}"
        unit = f" {paint.inline(self.unit)}" if self.unit else ""
        return f"<p>{paint.words['right_answer']}: <strong>{text}{unit}</strong></p>"

    def sample(self, right: bool) -> Answer:
        return shown(self.right if right else self.right + 2 * self.within + 1)

    @property
    def longest_state(self) -> int:
        return MOST_PACKED


def mark(data: Data, answer: Answer) -> float | None:
    given = read_number(answer)
    return float(given is not None and abs(given - data["right"]) <= data["within"] + ROUNDING)
