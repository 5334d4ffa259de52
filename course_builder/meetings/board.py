"""A plan as its page draws it: to scale, with the clock beside it, and what to shorten when it does not fit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from course_builder.content.problems import Language
from course_builder.content.steps import Cut, Step, shorten
from course_builder.meetings.invitation import clock, how

Look = Literal["talk", "quiet", "film", "keep"]
"""Somebody tells, you talk, film, what you do about it."""
MARK = 15
"""Minutes between the marks of the scale."""
TINY, NARROW = 2, 5
"""Minutes up to which a name stands on end, or has hardly room."""


@dataclass(frozen=True)
class Item:
    """`to` is how long the proposal makes it; None when it is left alone."""

    step: Step
    number: int
    at: str
    how: str
    look: Look
    to: int | None

    @property
    def narrow(self) -> bool:
        return self.step.minutes <= NARROW

    @property
    def tiny(self) -> bool:
        return self.step.minutes <= TINY


@dataclass(frozen=True)
class Mark:
    """Of the scale, in hundredths of the drawn length."""

    at: float
    clock: str
    end: bool


@dataclass(frozen=True)
class Board:
    """`over` is how many minutes are too many, below 0 how many are left."""

    items: Sequence[Item]
    minutes: int
    total: int
    cuts: Sequence[Cut]
    still_over: int
    marks: Sequence[Mark]

    @property
    def over(self) -> int:
        return self.total - self.minutes

    @property
    def end(self) -> float | None:
        """Where the hour ends on the scale, when the plan is longer."""
        return 100 * self.minutes / self.total if self.over > 0 else None

    @property
    def shorter(self) -> Sequence[Item]:
        """The items that the proposal shortens, in the order they give up time."""
        by_id = {item.step.id: item for item in self.items}
        return [by_id[cut.id] for cut in self.cuts]

    @property
    def can_skip(self) -> Item | None:
        """The first of them that may be left out altogether, where the proposal keeps some of it."""
        return next((item for item in self.shorter if item.step.least == 0 and item.to), None)


def board(steps: Sequence[Step], starts: datetime, minutes: int, ombud: str, language: Language) -> Board:
    found = shorten(steps, minutes)
    to = {cut.id: cut.to for cut in found.cuts}
    items, at = [], starts
    for number, step in enumerate(steps, start=1):
        items.append(
            Item(step, number, clock(at, language), how(step, ombud, language), _look(step), to.get(step.id))
        )
        at += timedelta(minutes=step.minutes)
    total = sum(step.minutes for step in steps)
    return Board(
        items, minutes, total, found.cuts, found.still_over, _marks(starts, minutes, total, language)
    )


def _look(step: Step) -> Look:
    if step.kind == "film":
        return "film"
    if step.kind in ("agree", "actions"):
        return "keep"
    listens = step.kind in ("text", "own") and (step.form or "helgrupp").startswith("helgrupp")
    return "talk" if listens else "quiet"


def _marks(starts: datetime, minutes: int, total: int, language: Language) -> list[Mark]:
    """Every quarter, and the end of the hour; a quarter close to the end gives way to it."""
    drawn = max(total, minutes, 1)
    quarters = [at for at in range(0, drawn + 1, MARK) if abs(at - minutes) > MARK / 3]
    return [
        Mark(100 * at / drawn, clock(starts + timedelta(minutes=at), language), at == minutes)
        for at in sorted({*quarters, minutes})
    ]
