"""How things move: between keys, always softly, and never by chance."""

import itertools
from dataclasses import dataclass
from math import pi, sin

from scripts.art.shapes import Point


@dataclass(frozen=True)
class Moment:
    """`story` stops while the narrator speaks; `world`, which feet and clocks go by, does not."""

    story: float
    world: float


def soft(t: float, start: float, end: float) -> float:
    """0 before `start`, 1 after `end`, smooth at both."""
    k = min(1.0, max(0.0, (t - start) / (end - start)))
    return k * k * k * (k * (6 * k - 15) + 10)


def between(a: float, b: float, k: float) -> float:
    return a + (b - a) * k


def value(t: float, *keys: tuple[float, float]) -> float:
    """The number at `t`; keys are (time, number) in order."""
    for (t1, a), (t2, b) in itertools.pairwise(keys):
        if t < t2:
            return between(a, b, soft(t, t1, t2))
    return keys[-1][1]


def place(t: float, *keys: tuple[float, Point]) -> Point:
    """The point at `t`; keys are (time, point) in order."""
    across = value(t, *((at, point[0]) for at, point in keys))
    return across, value(t, *((at, point[1]) for at, point in keys))


def shown(t: float, start: float, end: float, fade: float = 0.4) -> float:
    """An opacity that comes and goes."""
    return soft(t, start, start + fade) * (1 - soft(t, end - fade, end))


def wave(t: float, seconds: float, shift: float = 0) -> float:
    """-1..1, once every `seconds`."""
    return sin(2 * pi * (t / seconds + shift))
