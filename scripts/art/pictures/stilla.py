"""What the room sees in a break: still water, a low sun, and two who look at it."""

from scripts.art.heads import Gaze
from scripts.art.palette import DEEP, LEAF, LEAF2, MID, SKY, SUN, WALL
from scripts.art.people import FAIR, SMALL_DARK, Frame, person
from scripts.art.shapes import circle, hill, pebble, rect
from scripts.art.things import tree

SIZE = (1600, 900)
THEMED = True
WATER = 470


def draw() -> str:
    sky = rect(0, 0, 1600, WATER, SKY) + circle(1060, WATER - 24, 118, SUN)
    shore = (
        hill(240, WATER, 620, 150, MID)
        + hill(1500, WATER, 560, 116, LEAF)
        + hill(1180, WATER, 300, 40, LEAF2)
    )
    lake = rect(0, WATER, 1600, 430, DEEP)
    glints = "".join(
        pebble(1060 + dx, WATER + y, rx, 7, SUN)
        for dx, y, rx in ((0, 26, 96), (14, 62, 70), (-10, 98, 48), (6, 132, 26))
    )
    ground = (
        hill(360, 900, 900, 210, LEAF2) + hill(1400, 900, 640, 96, LEAF) + pebble(520, 846, 190, 12, WALL)
    )
    adult = person(Frame(470, 842, 214, False), FAIR, Gaze(away=True))
    child = person(Frame(570, 846, 138, True), SMALL_DARK, Gaze(away=True))
    return sky + shore + lake + glints + ground + tree(170, 770, 2.2) + tree(1390, 812, 1.4) + adult + child
