"""A text with gaps, each to be written or chosen."""

import re
from collections.abc import Callable
from html import escape
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from course_builder.content.keys import KEY_LENGTH, key
from course_builder.content.models.base import Identified, Text, Texts
from course_builder.content.questions.fold import same, share
from course_builder.content.questions.packed import packed_length
from course_builder.content.questions.question import Answer, Data, InteractionType, Paint, Question

BLANK = re.compile(r"_{3,}")
MOST_TYPED = 40
MOST_PACKED = 60
SEALED_SIZE = 16
"""A field as long as its answer would tell something of it."""


class Gap(Identified):
    """`wrong` makes the gap a list to choose from."""

    accept: Annotated[Texts, Field(min_length=1)]
    wrong: Texts = ()

    @property
    def options(self) -> list[str]:
        """What the list offers, in an order that tells nothing."""
        offered = {self.accept[0], *self.wrong} if self.wrong else set()
        return sorted(offered, key=lambda text: key(f"{self.id} {text}"))


class Gaps(Question):
    kind: Literal["gaps"]
    ask: Text | None = None  # type: ignore[assignment] # the text with its gaps is question enough
    text: Text
    gaps: Annotated[tuple[Gap, ...], Field(min_length=1, max_length=20)]

    interaction: ClassVar[InteractionType] = "fill-in"

    @property
    def asked(self) -> str:
        return self.ask or BLANK.sub("…", self.text)

    @property
    def blanks(self) -> int:
        """How many `___` the text has; there should be as many gaps."""
        return len(BLANK.findall(self.text))

    def answers(self, plain: Callable[[str], str]) -> dict[str, Any]:
        return {"gaps": [self._gap(gap, plain) for gap in self.gaps], "most": MOST_PACKED}

    @staticmethod
    def _gap(gap: Gap, plain: Callable[[str], str]) -> dict[str, Any]:
        made: dict[str, Any] = {"key": gap.key, "id": gap.id, "accept": [plain(text) for text in gap.accept]}
        return {**made, "options": [plain(text) for text in gap.options]} if gap.wrong else made

    def controls(self, paint: Paint) -> str:
        fields = [self._field(gap, number, paint) for number, gap in enumerate(self.gaps, 1)]
        return f'<p class="gaps" id="{self.key}-text">{self._filled(fields, paint)}</p>'

    def solution(self, paint: Paint) -> str:
        words = [f"<strong>{paint.inline(gap.accept[0])}</strong>" for gap in self.gaps]
        return f"<p>{paint.words['right_answer']}: {self._filled(words, paint)}</p>"

    def _filled(self, fillings: list[str], paint: Paint) -> str:
        """The text with each blank filled; blanks and fillings that do not match stay visible."""
        pieces = [_painted(piece, paint) for piece in BLANK.split(self.text)]
        made = [pieces[0]]
        for number, piece in enumerate(pieces[1:]):
            made += [fillings[number] if number < len(fillings) else "___", piece]
        return "".join([*made, *fillings[len(pieces) - 1 :]])

    def _field(self, gap: Gap, number: int, paint: Paint) -> str:
        """Who jumps from field to field hears the sentence too."""
        said = f'aria-label="{escape(paint.words["gap"].format(number=number))}" aria-describedby="{self.key}-text"'
        if not gap.wrong:
            size = SEALED_SIZE if paint.sealed else max(4, *(len(text) for text in gap.accept)) + 2
            field = (
                f'<input class="input" name="{gap.key}" size="{min(size, 30)}" maxlength="{MOST_TYPED}" '
                f'autocomplete="off" {said}>'
            )
        else:
            texts = [escape(paint.plain(text)) for text in gap.options]
            field = (
                f'<select class="input" name="{gap.key}" {said}><option value="">…</option>'
                + "".join(f"<option>{text}</option>" for text in texts)
                + "</select>"
            )
        return f'<span class="gap" data-row="{gap.key}">{field}</span>'

    def sample(self, right: bool) -> Answer:
        return {gap.key: gap.accept[0] if right else "".join(gap.accept) + "?" for gap in self.gaps}

    @property
    def longest_state(self) -> int:
        return sum(KEY_LENGTH + _longest(gap) for gap in self.gaps) + len(self.gaps) - 1


def _longest(gap: Gap) -> int:
    """A list gives one of its own texts; what is typed may be anything."""
    return min(MOST_PACKED, max(map(packed_length, gap.options))) if gap.wrong else MOST_PACKED


def _painted(piece: str, paint: Paint) -> str:
    """A piece between two gaps, with the space it has at its ends."""
    if not piece.strip():
        return piece
    return f"{' ' * piece[0].isspace()}{paint.inline(piece.strip())}{' ' * piece[-1].isspace()}"


def mark(data: Data, answer: Answer) -> float | None:
    if not isinstance(answer, dict):
        return 0.0
    right = sum(same(answer.get(gap["key"]), gap["accept"]) for gap in data["gaps"])
    return share(right, len(data["gaps"]))
