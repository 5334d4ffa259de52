"""Somebody who kneels: `down` 0 stands, 1 has the head at the child's height."""

from scripts.art.heads import Gaze, Look, head
from scripts.art.palette import shade
from scripts.art.people import Reach, arm, leg
from scripts.art.shapes import Point, line, points, strokes


def crouching(
    x: float,
    base: float,
    look: Look,
    size: float = 1,
    side: int = -1,
    gaze: Gaze | None = None,
    hands: tuple[Reach, ...] = (),
    down: float = 1,
) -> str:
    """`x` is the hip; `side` -1 faces left. Measures are for a child whose eyes stand 88 above the floor."""

    def at(dx: float, dy: float) -> Point:
        return x + side * dx * size, base - dy * size

    tall = 1 - down
    hip = at(-4 * down, 34 + 104 * tall)
    knee = at(30 * down + 2 * tall, 40 * down + 70 * tall)
    back_knee = at(16 * down, 10 * down + 68 * tall)
    chest = at(4 + 2 * down, 66 + 126 * tall)
    top = at(10 * down, 104 + 130 * tall)
    near = leg([hip, knee, at(27 * down + 2 * tall, 0)], look, 16 * size, side)
    far = leg([hip, back_knee, at(-24 * down - 4 * tall, 0)], look, 15 * size, side, far=True)
    body = strokes([hip, chest], look.body, 42 * size)
    seam = line(
        f"M{points([at(-19, 34 + 104 * tall)])}L{points([at(15, 26 + 104 * tall)])}",
        shade(look.body),
        2.5 * size,
    )
    reach = "".join(arm(at(8 if one.side > 0 else 0, 76 + 126 * tall), one, look, 13 * size) for one in hands)
    return far + near + body + seam + head(top, 16.5 * size, look, gaze or Gaze(side * 0.8)) + reach
