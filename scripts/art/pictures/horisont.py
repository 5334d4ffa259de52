"""The band at the top of the certificate: grown-ups and children before one wide horizon."""

from scripts.art.heads import Gaze, Look
from scripts.art.palette import LEAF, LEAF2, MID, SKY, SUN, WALL
from scripts.art.people import BLUE, CHILD, FAIR, SCARF, SMALL, SMALL_DARK, Frame, Reach, person
from scripts.art.shapes import circle, hill, rect
from scripts.art.things import tree

SIZE = (745, 220)
FLOOR = 208


def draw() -> str:
    land = rect(0, 0, *SIZE, SKY) + circle(628, 92, 40, SUN)
    land += hill(110, 180, 270, 86, LEAF) + hill(690, 184, 250, 80, MID) + hill(420, 182, 310, 58, LEAF2)
    ground = rect(0, 172, 745, 48, WALL)
    first = _pair(122, 148, 184, 88, FAIR, SMALL)
    second = _pair(398, 142, 336, 80, BLUE, CHILD)
    third = _pair(560, 146, 622, 84, SCARF, SMALL_DARK)
    return land + ground + tree(248, 178, 0.6) + tree(706, 182, 0.7) + first + second + third


def _pair(x: float, height: float, small_x: float, small: float, adult: Look, child: Look) -> str:
    """Hand in hand; each looks at the other."""
    side = 1 if small_x > x else -1
    hand = ((x + small_x) / 2 + side * 4, FLOOR - small * 0.42)
    grown = person(
        Frame(x, FLOOR, height, False), adult, Gaze(side * 0.7, -0.6), back=(Reach(side, hand, -4 * side),)
    )
    little = person(
        Frame(small_x, FLOOR, small, True),
        child,
        Gaze(-side * 0.7, 0.8),
        back=(Reach(-side, hand, 3 * side),),
    )
    return grown + little
