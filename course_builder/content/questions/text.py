"""A short answer in the learner's own words, compared with the accepted ones."""

from collections.abc import Callable
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from course_builder.content.models.base import Texts
from course_builder.content.questions.fold import same
from course_builder.content.questions.question import Answer, Data, InteractionType, Paint, Question

MOST_TYPED = 80
MOST_PACKED = 120


class TextQuestion(Question):
    """The first accepted answer is the one that is shown."""

    kind: Literal["text"]
    accept: Annotated[Texts, Field(min_length=1)]

    interaction: ClassVar[InteractionType] = "fill-in"

    def answers(self, plain: Callable[[str], str]) -> dict[str, Any]:
        return {"accept": [plain(text) for text in self.accept], "most": MOST_PACKED}

    def controls(self, paint: Paint) -> str:
        return (
            f'<label class="field"><span>{paint.words["your_answer"]}</span>'
            f'<input class="input" name="{self.key}" maxlength="{MOST_TYPED}" autocomplete="off"></label>'
        )

    def solution(self, paint: Paint) -> str:
        return f"<p>{paint.words['right_answer']}: <strong>{paint.inline(self.accept[0])}</strong></p>"

    def sample(self, right: bool) -> Answer:
        return self.accept[0] if right else "".join(self.accept) + "?"

    @property
    def longest_state(self) -> int:
        return MOST_PACKED


def mark(data: Data, answer: Answer) -> float | None:
    return float(same(answer, data["accept"]))
