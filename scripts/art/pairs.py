"""A grown-up and a child, hand in hand; each looks at the other."""

from scripts.art.heads import Gaze, Look
from scripts.art.people import Frame, Reach, person


def pair(
    floor: float,
    grown: tuple[float, float, Look],
    small: tuple[float, float, Look],
    gap: float,
    bends: tuple[float, float],
) -> str:
    """`grown` and `small` are where, how tall and who; their hands meet `gap` from the middle; `bends` are of the arms."""
    (x, height, adult), (small_x, small_height, child) = grown, small
    side = 1 if small_x > x else -1
    hand = ((x + small_x) / 2 + side * gap, floor - small_height * 0.42)
    first, second = bends
    return person(
        Frame(x, floor, height, False), adult, Gaze(side * 0.7, -0.6), back=(Reach(side, hand, -first * side),)
    ) + person(
        Frame(small_x, floor, small_height, True), child, Gaze(-side * 0.7, 0.8), back=(Reach(-side, hand, second * side),)
    )  # fmt: skip
