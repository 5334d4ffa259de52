"""The foot of the room's screen: a wide horizon, with two pairs of a grown-up and a child to the right."""

from scripts.art.pairs import pair
from scripts.art.palette import LEAF, LEAF2, MID, SKY, SUN
from scripts.art.people import BLUE, CHILD, SCARF, SMALL
from scripts.art.shapes import circle, hill
from scripts.art.things import tree

SIZE = (1600, 300)
THEMED = True
FLOOR = 288
ARMS = (6, (6, 4))


def draw() -> str:
    far = hill(260, 300, 760, 190, SKY) + hill(1180, 300, 760, 236, SKY) + circle(1490, 104, 54, SUN)
    near = hill(300, 300, 560, 128, LEAF) + hill(1300, 300, 640, 164, MID) + hill(800, 300, 440, 84, LEAF2)
    trees = tree(930, 236, 1.1) + tree(1560, 180, 0.9)
    return (
        far
        + near
        + trees
        + pair(FLOOR, (1096, 190, BLUE), (1196, 116, SMALL), *ARMS)
        + pair(FLOOR, (1420, 196, SCARF), (1322, 122, CHILD), *ARMS)
    )
