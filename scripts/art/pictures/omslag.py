"""The cover of the basic course: a grown-up goes down, and both heads stand at one height before the sun."""

from scripts.art.crouching import crouching
from scripts.art.heads import Gaze
from scripts.art.palette import LEAF, LEAF2, MID, SKY, SUN, WALL
from scripts.art.people import CHILD, KNEELER, Frame, Reach, person
from scripts.art.shapes import circle, hill, rect
from scripts.art.things import tree


def draw() -> str:
    land = rect(0, 0, 480, 270, SKY) + circle(236, 126, 74, SUN)
    land += hill(50, 210, 210, 88, LEAF) + hill(430, 212, 220, 78, MID) + hill(240, 216, 260, 40, LEAF2)
    ground = rect(0, 206, 480, 64, WALL)
    trees = tree(54, 214, 1.05) + tree(424, 212, 0.8)
    adult = crouching(292, 254, KNEELER, 1.32, hands=(Reach(1, (224, 194), 8),))
    child = person(Frame(176, 254, 146, True), CHILD, Gaze(0.8, 0.1), (Reach(1, (226, 194), -8),))
    return land + ground + trees + child + adult
