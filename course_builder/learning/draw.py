"""Which questions an attempt asks, and in which order: the same rules as player/browser/answer/draw.js.

Each thing's place comes from the seed and its own key, so a question that is added or removed moves no other.
`tests/draw.json` holds both to it.
"""

import secrets
from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

SIGNS = "0123456789abcdefghijklmnopqrstuvwxyz"
SEED_LENGTH = 8
BITS = 0xFFFFFFFF


class Keyed(Protocol):
    @property
    def key(self) -> str: ...


Thing = TypeVar("Thing", bound=Keyed)


def new_seed() -> str:
    return "".join(secrets.choice(SIGNS) for _ in range(SEED_LENGTH))


def place(seed: str, key: str) -> int:
    """Where in the order of this seed; keys are ASCII."""
    number = 0x811C9DC5
    for sign in (seed + key).encode("ascii"):
        number = (number ^ sign) * 0x01000193 & BITS
    number = (number ^ number >> 15) * 0x2C1B3C6D & BITS
    number = (number ^ number >> 12) * 0x297A2D39 & BITS
    return number ^ number >> 15


def mixed(things: Sequence[Thing], seed: str) -> list[Thing]:
    """The same things in the order of this seed."""
    return sorted(things, key=lambda thing: place(seed, thing.key))


def drawn(
    questions: Sequence[Thing],
    draw: int | None,
    shuffle: bool,
    seed: str,
    is_answered: Callable[[Thing], bool] = lambda thing: False,
) -> list[Thing]:
    """`draw` of the questions; those that are answered in this attempt stay in it."""
    order = mixed(questions, seed)
    wanted = sorted(order, key=lambda thing: not is_answered(thing))[: draw or len(order)]
    kept = {thing.key for thing in wanted}
    return [thing for thing in (order if shuffle else questions) if thing.key in kept]
