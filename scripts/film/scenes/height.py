"""3. From the child's height: a counter, a handle far up, legs; the ears tell whose eyes these are."""

from math import cos, pi

from scripts.art.heads import Look
from scripts.art.palette import (
    BERRY,
    DEEP,
    FLOOR,
    INK,
    LEAF,
    MID,
    NIGHT,
    PAPER,
    SKIN_LIGHT,
    SUN,
    WALL,
    mix,
    shade,
)
from scripts.art.people import KNEELER, leg
from scripts.art.rooms import wall
from scripts.art.shapes import arch, circle, group, polygon, rect, strokes
from scripts.art.tall import Walk, walking_legs
from scripts.art.things import rabbit
from scripts.film.motion import Moment, soft, value, wave

OPENS, STANDS = 52.0, 54.5
FIRST = Look(LEAF, SKIN_LIGHT, INK, "short", legs=NIGHT, shoes=INK)
SECOND = Look(MID, SKIN_LIGHT, INK, "short", legs=shade(MID), shoes=mix(BERRY, INK, 0.3))


def height(m: Moment) -> str:
    t = m.story
    look = value(t, (44.5, 34), (47, 34), (49.2, -26), (51, -26), (52.6, -12)) + 1.6 * wave(m.world, 4.6)
    far = group(wall(224, 150) + counter() + door(t), move=(look, 0.8 * wave(m.world, 3.1)))
    passing = walker(t, 45.2, 48.4, -80, 570, FIRST) + walker(t, 48.0, 51.4, 570, -90, SECOND)
    ears = group(
        rabbit((240, 296), 112, 3 * wave(m.world, 5) - look * 0.14, 5 * wave(m.world, 2.9)),
        move=(look * 0.25, 0),
    )
    return far + arrival(t, look) + passing + ears


def counter() -> str:
    front = rect(-60, 44, 246, 186, shade(FLOOR)) + rect(-60, 58, 238, 166, FLOOR)
    panels = "".join(rect(x, 84, 46, 110, mix(FLOOR, WALL, 0.35), 8) for x in (-40, 22, 84))
    return front + panels + _corner() + rect(-70, 30, 266, 16, PAPER, 5)


def _corner() -> str:
    """The paper lies on the counter; from here one sees the corner that sticks out."""
    lines = strokes([(126, 56), (150, 52)], MID, 2.4) + strokes([(128, 64), (141, 62)], MID, 2.4)
    return polygon([(110, 40), (164, 40), (160, 66), (122, 76)], mix(PAPER, MID, 0.12), 1) + lines


def door(t: float) -> str:
    opened = soft(t, OPENS, OPENS + 0.9)
    frame = arch(262, 224, 156, 330, PAPER) + arch(270, 224, 140, 320, mix(SUN, PAPER, 0.72))
    left, width = 270 + 126 * opened, 1 - 0.9 * opened
    squeeze = f'<g transform="translate({left:.2f} 0) scale({width:.4f} 1) translate(-270 0)">'
    leaf = rect(270, -60, 140, 284, SUN) + rect(288, -60, 104, 268, shade(SUN), 10)
    handle = rect(278, 52, 26, 7, DEEP, 3.5) + circle(281, 55, 6, DEEP)
    return frame + squeeze + leaf + handle + "</g>"


def walker(t: float, start: float, end: float, x1: float, x2: float, look: Look) -> str:
    if not start < t < end:
        return ""
    x = x1 + (x2 - x1) * (t - start) / (end - start)
    way = 1 if x2 > x1 else -1
    walk = Walk(way * pi * (t - start) / 0.55, 54, way)
    return walking_legs(x, 262, -30, look, walk, thick=38)


def arrival(t: float, look: float) -> str:
    """Legs that come through the door, walk up to the child, and stop."""
    if t < OPENS + 0.5:
        return ""
    near = soft(t, OPENS + 0.3, STANDS)
    size = 0.62 + 0.75 * near
    step = cos(pi * (t - OPENS) / 0.5) * 9 * (1 - soft(t, STANDS - 0.5, STANDS))
    pair = "".join(
        leg([(dx, -120), (dx, -max(0.0, lift))], KNEELER, 21) for dx, lift in ((-15, step), (15, -step))
    )
    hem = rect(-38, -330, 76, 236, KNEELER.body, 12) + rect(-38, -112, 76, 8, shade(KNEELER.body))
    x, y = 340 + look - 46 * near, 226 + 30 * near
    return f'<g transform="translate({x:.2f} {y:.2f}) scale({size:.4f})">{pair}{hem}</g>'
