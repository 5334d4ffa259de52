"""Numbers about few people, shown so that nobody can be guessed. One rule for pages, lists and charts."""

from dataclasses import dataclass
from typing import Literal

LEAST = 5
"""Fewer people than this are never counted out."""


@dataclass(frozen=True)
class Shown:
    """What may be said of `done` people among `of`. `number` is what the words name: exact, a ceiling or a floor."""

    kind: Literal["exact", "fewer", "least", "some", "hidden"]
    number: int
    of: int

    @property
    def certain(self) -> int:
        """How many are done at least, as far as is told."""
        return self.number if self.kind in ("exact", "least") else 0

    @property
    def told(self) -> int:
        """How many are told of at all: done or remaining for certain."""
        if self.kind == "exact":
            return self.of
        if self.kind == "fewer":
            return self.of - (LEAST - 1)
        return self.certain


def shown(done: int, of: int) -> Shown:
    """Neither those who are done nor those who remain may be one to four. `of` under five is never told of."""
    left = of - done
    if of < LEAST:
        return Shown("hidden", 0, of)
    if done == 0 or left == 0 or min(done, left) >= LEAST:
        return Shown("exact", done, of)
    if of < 2 * LEAST - 1:
        return Shown("some", 0, of)  # a ceiling or a floor would leave one or two possible numbers
    if done < LEAST:
        return Shown("fewer", LEAST, of)
    return Shown("least", of - (LEAST - 1), of)
