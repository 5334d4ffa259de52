"""Something to think and write about; only for the one who writes."""

from collections.abc import Callable
from typing import Any, ClassVar, Literal

from course_builder.content.models.base import Flag
from course_builder.content.questions.question import Answer, Data, InteractionType, Paint, Question

MOST_TYPED = 4000
MOST_STORED = 500
MOST_PACKED = 1000


class Reflect(Question):
    """`stored`: the author has chosen that the portal keeps the text, and the learner is told."""

    kind: Literal["reflect"]
    stored: Flag = False

    graded: ClassVar[bool] = False
    interaction: ClassVar[InteractionType] = "long-fill-in"

    def answers(self, plain: Callable[[str], str]) -> dict[str, Any]:
        return {"stored": self.stored, "most": MOST_PACKED}

    @property
    def open(self) -> dict[str, Any]:
        return {"stored": self.stored}

    def controls(self, paint: Paint) -> str:
        words, key = paint.words, self.key
        most = MOST_STORED if self.stored else MOST_TYPED
        told = words["stored_note"].format(most=MOST_STORED) if self.stored else words["private_note"]
        return (
            f'<textarea class="input" id="{key}-text" name="{key}" rows="4" maxlength="{most}" '
            f'aria-labelledby="{key}-ask" aria-describedby="{key}-told"></textarea>'
            f'<p class="saved" id="{key}-told">{paint.icon("lock")}<span>{told}</span></p>'
        )

    def solution(self, paint: Paint) -> str:
        return ""

    def sample(self, right: bool) -> Answer:
        return "Väntrummet, sett från barnets höjd." if right else ""

    @property
    def longest_state(self) -> int:
        return MOST_PACKED if self.stored else 0


def mark(data: Data, answer: Answer) -> float | None:
    return None
