"""A path to the horizon, and two who walk it."""

from scripts.art.heads import Gaze
from scripts.art.palette import LEAF, LEAF2, MID, SKY, SUN, WALL, mix
from scripts.art.people import CHILD, FAIR, Frame, Reach, person
from scripts.art.shapes import circle, hill, rect, shape
from scripts.art.things import tree

PATH = (
    "M284 134C300 150 210 160 214 176C218 196 330 206 296 270"
    "H132C190 206 168 196 172 176C174 158 274 150 270 134z"
)


def draw() -> str:
    land = (
        rect(0, 0, 480, 270, SKY)
        + circle(278, 112, 42, SUN)
        + hill(440, 150, 210, 56, MID)
        + hill(60, 150, 230, 50, MID)
    )
    near = (
        rect(0, 134, 480, 136, LEAF)
        + hill(420, 190, 230, 36, mix(LEAF, LEAF2, 0.6))
        + rect(190, 189.5, 290, 81, mix(LEAF, LEAF2, 0.6))
    )
    adult = person(Frame(196, 254, 124, False), FAIR, Gaze(away=True), back=(Reach(1, (226, 214), -3),))
    child = person(Frame(245, 254, 82, True), CHILD, Gaze(away=True), back=(Reach(-1, (226, 214), 3),))
    return land + near + shape(PATH, WALL) + tree(66, 210, 1.1) + tree(412, 196, 0.75) + adult + child
