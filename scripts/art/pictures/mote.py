"""Staff around a table, a film on the wall; the child in the film stands highest."""

from scripts.art.heads import Gaze, Look
from scripts.art.palette import (
    BERRY,
    DEEP,
    FLOOR,
    HAIR_BROWN,
    HAIR_DARK,
    HAIR_FAIR,
    HAIR_GREY,
    HEATHER,
    LEAF,
    MID,
    PAPER,
    SKIN_BROWN,
    SKIN_DARK,
    SKIN_LIGHT,
    SKY,
    SUN,
    SUN2,
    WALL,
    mix,
)
from scripts.art.people import CHILD, Frame, person
from scripts.art.rooms import wall
from scripts.art.shapes import circle, clipped, hill, rect
from scripts.art.things import paper

GROUP = (
    (62, Look(MID, SKIN_LIGHT, HAIR_FAIR, "long"), Gaze(0.6, 0.3)),
    (132, Look(SUN2, SKIN_DARK, HAIR_DARK, "short"), Gaze(0.5, 0.4)),
    (348, Look(LEAF, SKIN_LIGHT, HAIR_GREY, "short"), Gaze(-0.5, 0.4)),
    (418, Look(BERRY, SKIN_DARK, HAIR_DARK, "bun"), Gaze(-0.6, 0.3)),
)
FRONT = (
    (192, Look(DEEP, SKIN_BROWN, HEATHER, "scarf")),
    (288, Look(HEATHER, SKIN_LIGHT, HAIR_BROWN, "short")),
)


def draw() -> str:
    around = "".join(person(Frame(x, 318, 196, False), look, gaze) for x, look, gaze in GROUP)
    front = "".join(person(Frame(x, 352, 194, False), look, Gaze(away=True)) for x, look in FRONT)
    return wall(206, 300) + screen() + around + table() + front


def screen() -> str:
    film = (
        rect(150, 26, 180, 106, SKY)
        + circle(292, 58, 17, SUN)
        + hill(190, 132, 90, 42, LEAF)
        + hill(320, 132, 80, 28, MID)
    )
    film += person(Frame(240, 138, 84, True), CHILD)
    return rect(140, 16, 200, 126, DEEP, 8) + clipped("film", rect(150, 26, 180, 106, "#000", 3), film)


def table() -> str:
    top = hill(240, 312, 270, 108, mix(WALL, FLOOR, 0.6)) + hill(240, 318, 270, 108, PAPER)
    return (
        top
        + paper((112, 246), 20, 62, 3)
        + paper((372, 246), 20, -62, 3)
        + circle(150, 234, 6, MID)
        + circle(240, 226, 6, BERRY)
    )
