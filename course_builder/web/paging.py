"""A long list a page at a time; the size of a page is ours to decide, never the browser's."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from flask import request

SIZE = 50
FURTHEST = 100_000
"""Pages; nobody has more, and a number beyond it is somebody's game."""

Item = TypeVar("Item")


@dataclass(frozen=True)
class Page(Generic[Item]):
    items: Sequence[Item]
    number: int
    total: int
    size: int = SIZE

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // self.size))

    @property
    def first(self) -> int:
        """The place in the whole list of the first one shown, from 1."""
        return (self.number - 1) * self.size + 1

    @property
    def last(self) -> int:
        return min(self.number * self.size, self.total)


def wanted() -> int:
    """The page asked for in the address, from 1; what is no number is the first."""
    asked = request.args.get("page", "1")
    return min(max(int(asked), 1), FURTHEST) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 1


def offset() -> int:
    return (wanted() - 1) * SIZE


def cut(everything: Sequence[Item]) -> Page[Item]:
    """The page asked for, of a list that is at hand; the last one when it asks for more."""
    pages = max(1, -(-len(everything) // SIZE))
    number = min(wanted(), pages)
    return Page(everything[(number - 1) * SIZE : number * SIZE], number, len(everything))
