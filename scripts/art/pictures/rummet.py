"""The foot of the room's screen: a wide horizon, with two pairs of a grown-up and a child to the right."""

from scripts.art.heads import Gaze, Look
from scripts.art.palette import LEAF, LEAF2, MID, SKY, SUN
from scripts.art.people import BLUE, CHILD, SCARF, SMALL, Frame, Reach, person
from scripts.art.shapes import circle, hill
from scripts.art.things import tree

SIZE = (1600, 300)
THEMED = True
FLOOR = 288


def draw() -> str:
    far = hill(260, 300, 760, 190, SKY) + hill(1180, 300, 760, 236, SKY) + circle(1490, 104, 54, SUN)
    near = hill(300, 300, 560, 128, LEAF) + hill(1300, 300, 640, 164, MID) + hill(800, 300, 440, 84, LEAF2)
    trees = tree(930, 236, 1.1) + tree(1560, 180, 0.9)
    return (
        far
        + near
        + trees
        + _pair(1096, 190, 1196, 116, BLUE, SMALL)
        + _pair(1420, 196, 1322, 122, SCARF, CHILD)
    )


def _pair(x: float, height: float, small_x: float, small: float, adult: Look, child: Look) -> str:
    """Hand in hand; each looks at the other."""
    side = 1 if small_x > x else -1
    hand = ((x + small_x) / 2 + side * 6, FLOOR - small * 0.42)
    grown = person(
        Frame(x, FLOOR, height, False), adult, Gaze(side * 0.7, -0.6), back=(Reach(side, hand, -6 * side),)
    )
    little = person(
        Frame(small_x, FLOOR, small, True),
        child,
        Gaze(-side * 0.7, 0.8),
        back=(Reach(-side, hand, 4 * side),),
    )
    return grown + little
