"""Pairs to put together."""

from collections.abc import Callable, Mapping
from html import escape
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from course_builder.content.keys import KEY_LENGTH, letters
from course_builder.content.models.base import Identified, Text
from course_builder.content.questions.fold import share
from course_builder.content.questions.question import Answer, Data, InteractionType, Paint, Question

NAME_LENGTH = 8


class Pair(Identified):
    left: Text
    right: Text


class Match(Question):
    """Two pairs may have the same right side; it is offered once."""

    kind: Literal["match"]
    pairs: Annotated[tuple[Pair, ...], Field(min_length=2, max_length=36)]

    interaction: ClassVar[InteractionType] = "matching"

    def answers(self, plain: Callable[[str], str]) -> dict[str, Any]:
        return {
            "pairs": [
                {"key": pair.key, "id": pair.id, "left": plain(pair.left), "right": plain(pair.right)}
                for pair in self.pairs
            ]
        }

    def _offers(self, plain: Callable[[str], str]) -> dict[str, str]:
        """What a sealed page calls each right side -> the key of its pair. The name is made from the text alone:
        the pair's own key stands at its left side, and would tell which belong together."""
        return {_name(plain(pair.right)): pair.key for pair in reversed(self.pairs)}

    def told(self, plain: Callable[[str], str]) -> dict[str, Any]:
        data = self.data(plain)
        pairs = [{**pair, "name": _name(pair["right"])} for pair in data["pairs"]]
        return {**data, "pairs": pairs}

    def opened(self, sent: Answer, plain: Callable[[str], str]) -> Answer:
        return _renamed(sent, self._offers(plain))

    def closed(self, answer: Answer, plain: Callable[[str], str]) -> Answer:
        return _renamed(answer, {pair.key: _name(plain(pair.right)) for pair in self.pairs})

    def controls(self, paint: Paint) -> str:
        offered = {pair.right: pair for pair in reversed(self.pairs)}.values()
        named = {_name(paint.plain(pair.right)) if paint.sealed else pair.key: pair for pair in offered}
        options = "".join(
            f'<option value="{name}">{escape(paint.plain(named[name].right))}</option>'
            for name in sorted(named)
        )
        rows = "".join(
            f'<div class="opt pair" data-row="{pair.key}">'
            f'<label for="{self.key}-{pair.key}">{paint.inline(pair.left)}</label>'
            f'<select class="input" id="{self.key}-{pair.key}" name="{pair.key}">'
            f'<option value="">{paint.words["choose"]}</option>{options}</select></div>'
            for pair in self.pairs
        )
        return f'<div class="opts">{rows}</div>'

    def solution(self, paint: Paint) -> str:
        rows = "".join(
            f"<li>{paint.inline(pair.left)} – <strong>{paint.inline(pair.right)}</strong></li>"
            for pair in self.pairs
        )
        return f"<p>{paint.words['right_answer']}:</p><ul>{rows}</ul>"

    def sample(self, right: bool) -> Answer:
        if right:
            return {pair.key: pair.key for pair in self.pairs}
        other = {pair.right: pair.key for pair in self.pairs}
        return {
            pair.key: next((key for text, key in other.items() if text != pair.right), "")
            for pair in self.pairs
        }

    @property
    def longest_state(self) -> int:
        return 2 * KEY_LENGTH * len(self.pairs)


def _name(text: str) -> str:
    return letters(text.encode(), NAME_LENGTH)


def _renamed(answer: Answer, names: Mapping[str, str]) -> Answer:
    """Values that have no name become empty: the page offered no such thing."""
    if not isinstance(answer, dict):
        return answer
    return {left: names.get(right, "") if isinstance(right, str) else "" for left, right in answer.items()}


def mark(data: Data, answer: Answer) -> float | None:
    if not isinstance(answer, dict):
        return 0.0
    rights = {pair["key"]: pair["right"] for pair in data["pairs"]}
    chosen = {key: value for key, value in answer.items() if isinstance(value, str)}
    right = sum(rights.get(chosen.get(pair["key"], "")) == pair["right"] for pair in data["pairs"])
    return share(right, len(rights))
