"""What gives up time when an hour is too long or runs late: one rule, in Python and in JavaScript (`tests/shortening.json`)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol


class Giving(Protocol):
    """A step, or an item of an agenda that is being written."""

    @property
    def id(self) -> str: ...
    @property
    def minutes(self) -> int: ...
    @property
    def shrink(self) -> int | None: ...
    @property
    def least(self) -> int | None: ...
    @property
    def keep(self) -> bool: ...
    @property
    def whole(self) -> bool:
        """True of what cannot be shortened whatever its numbers say: a film runs as long as it is."""


@dataclass(frozen=True)
class Cut:
    """A step that is shortened `to` so many minutes; 0 means that it is skipped."""

    id: str
    to: int


@dataclass(frozen=True)
class Shortened:
    """`still_over` is how many minutes are too many when all that can be given is given."""

    cuts: tuple[Cut, ...]
    still_over: int


def shorten(steps: Sequence[Giving], minutes: int) -> Shortened:
    """Until the steps fit in `minutes`: the lowest `shrink` gives first, of equals the one that stands first.

    Nobody goes under `least`; one that has no `shrink` or no `least`, one to `keep`, and a film give nothing.
    """
    over = max(0, sum(step.minutes for step in steps) - minutes)
    cuts = tuple(_cuts(steps, over))
    given = {cut.id: cut.to for cut in cuts}
    return Shortened(cuts, over - sum(step.minutes - given[step.id] for step in steps if step.id in given))


def can_give(step: Giving) -> int:
    """Minutes."""
    if step.keep or step.whole or step.shrink is None or step.least is None:
        return 0
    return max(0, step.minutes - step.least)


def _cuts(steps: Sequence[Giving], over: int) -> Iterator[Cut]:
    for step in sorted(steps, key=lambda step: step.shrink or 0):
        given = min(over, can_give(step))
        if given:
            over -= given
            yield Cut(step.id, step.minutes - given)
