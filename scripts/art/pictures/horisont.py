"""The band at the top of the certificate: grown-ups and children before one wide horizon."""

from scripts.art.pairs import pair
from scripts.art.palette import LEAF, LEAF2, MID, SKY, SUN, WALL
from scripts.art.people import BLUE, CHILD, FAIR, SCARF, SMALL, SMALL_DARK
from scripts.art.shapes import circle, hill, rect
from scripts.art.things import tree

SIZE = (745, 220)
FLOOR = 208
ARMS = (4, (4, 3))


def draw() -> str:
    land = rect(0, 0, *SIZE, SKY) + circle(628, 92, 40, SUN)
    land += hill(110, 180, 270, 86, LEAF) + hill(690, 184, 250, 80, MID) + hill(420, 182, 310, 58, LEAF2)
    ground = rect(0, 172, 745, 48, WALL)
    first = pair(FLOOR, (122, 148, FAIR), (184, 88, SMALL), *ARMS)
    second = pair(FLOOR, (398, 142, BLUE), (336, 80, CHILD), *ARMS)
    third = pair(FLOOR, (560, 146, SCARF), (622, 84, SMALL_DARK), *ARMS)
    return land + ground + tree(248, 178, 0.6) + tree(706, 182, 0.7) + first + second + third
