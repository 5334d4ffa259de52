"""Grown-ups as a child sees them: no head in the picture, only coat, hands and shoes."""

from dataclasses import dataclass
from math import cos, sin

from scripts.art.heads import Look
from scripts.art.palette import PAPER, mix, shade
from scripts.art.people import Reach, arm, leg
from scripts.art.shapes import group, rect


@dataclass(frozen=True)
class Walk:
    """`phase` in radians; `stride` 0 stands still."""

    phase: float = 0
    stride: float = 0
    toe: int = 0


STANDING = Walk()


def tall_adult(
    x: float,
    base: float,
    look: Look,
    hands: tuple[Reach, ...] = (),
    walk: Walk = STANDING,
    hem: float = 188,
    width: float = 70,
    pattern: str = "buttons",
) -> str:
    sway = 1.2 * sin(walk.phase * 2) * (walk.stride > 0)
    arms = "".join(arm((x + one.side * width * 0.36, 12), one, look, 17) for one in hands)
    coat = rect(x - width / 2, -30, width, hem + 30, look.body, 12) + _pattern(x, hem, width, look, pattern)
    return walking_legs(x, base, hem, look, walk) + group(coat + arms, move=(0, sway))


def walking_legs(x: float, base: float, hem: float, look: Look, walk: Walk, thick: float = 15) -> str:
    out = ""
    for side in (-1, 1):
        phase = walk.phase + (0 if side < 0 else 3.14159)
        foot = x + side * 13 * (1 - 0.6 * (walk.stride > 0)) + walk.stride * sin(phase)
        lift = walk.stride * 0.32 * max(0.0, cos(phase)) * (walk.stride > 0)
        hip = x + side * 13 * (1 - 0.5 * (walk.stride > 0))
        out += leg([(hip, hem - 8), (foot, base - lift)], look, thick, walk.toe)
    return out


def _pattern(x: float, hem: float, width: float, look: Look, pattern: str) -> str:
    seam = shade(look.body)
    if pattern == "coat":
        pocket = rect(x - width * 0.36, hem - 62, width * 0.26, 5, seam, 2.5)
        return (
            pocket
            + rect(x + width * 0.1, hem - 62, width * 0.26, 5, seam, 2.5)
            + rect(x - 1.5, -20, 3, hem + 14, seam)
        )
    if pattern == "stripes":
        return "".join(rect(x - width / 2, y, width, 5, seam) for y in range(20, int(hem) - 20, 22))
    return rect(x - width / 2, hem - 14, width, 6, mix(look.body, PAPER, 0.25))
