"""Items to put in order."""

from collections.abc import Callable
from itertools import pairwise
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from course_builder.content.keys import KEY_LENGTH
from course_builder.content.models.base import Identified, Text
from course_builder.content.questions.fold import share
from course_builder.content.questions.question import Answer, Data, InteractionType, Paint, Question
from course_builder.content.questions.scatter import scattered


class Item(Identified):
    text: Text


class Order(Question):
    """Written in the right order; shown in another. Neighbours that follow each other rightly count."""

    kind: Literal["order"]
    items: Annotated[tuple[Item, ...], Field(min_length=2, max_length=36)]

    interaction: ClassVar[InteractionType] = "sequencing"

    def answers(self, plain: Callable[[str], str]) -> dict[str, Any]:
        return {"items": [{"key": item.key, "id": item.id, "text": plain(item.text)} for item in self.items]}

    @property
    def mixed(self) -> tuple[Item, ...]:
        """The order before the learner has touched it: never the right one."""
        made = tuple(sorted(self.items, key=lambda item: item.key))
        return made if made != self.items else made[1:] + made[:1]

    def controls(self, paint: Paint) -> str:
        rows = "".join(
            f'<li class="opt" data-row="{item.key}"><span>{paint.inline(item.text)}</span></li>'
            for item in (scattered(self.items, self) if paint.sealed else self.mixed)
        )
        return f'<ol class="opts order">{rows}</ol>'

    def solution(self, paint: Paint) -> str:
        rows = "".join(f"<li>{paint.inline(item.text)}</li>" for item in self.items)
        return f"<p>{paint.words['right_order']}:</p><ol>{rows}</ol>"

    def sample(self, right: bool) -> Answer:
        return [item.key for item in (self.items if right else reversed(self.items))]

    @property
    def longest_state(self) -> int:
        return KEY_LENGTH * len(self.items)


def mark(data: Data, answer: Answer) -> float | None:
    if not isinstance(answer, list):
        return 0.0
    keys = [item["key"] for item in data["items"]]
    given = list(dict.fromkeys(key for key in answer if isinstance(key, str) and key in keys))
    follows = set(pairwise(keys))
    return share(sum(pair in follows for pair in pairwise(given)), len(keys) - 1)
