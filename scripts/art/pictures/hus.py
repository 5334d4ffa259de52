"""A house with arches, and a grown-up with a child on the way there."""

from scripts.art.heads import Gaze, Look
from scripts.art.palette import (
    BERRY,
    DEEP,
    FLOOR,
    HAIR_DARK,
    HEATHER,
    LEAF,
    MID,
    PAPER,
    SKIN_DARK,
    SKY,
    SUN,
    SUN2,
    WALL,
    mix,
)
from scripts.art.people import Frame, Reach, person
from scripts.art.shapes import arch, circle, hill, polygon, rect
from scripts.art.things import tree


def draw() -> str:
    land = (
        rect(0, 0, 480, 270, SKY)
        + circle(70, 66, 28, SUN)
        + hill(60, 224, 180, 74, LEAF)
        + hill(430, 224, 160, 96, MID)
    )
    ground = rect(0, 222, 480, 48, FLOOR)
    grown = Look(HEATHER, SKIN_DARK, HAIR_DARK, "bun", legs="#0e2c3f")
    small = Look(SUN2, SKIN_DARK, HAIR_DARK, "curls")
    adult = person(Frame(392, 262, 142, False), grown, Gaze(0.3, -0.5), (Reach(1, (425, 214), -4),))
    child = person(Frame(442, 262, 88, True), small, Gaze(-0.3, 0.5), (Reach(-1, (425, 214), 4),))
    return land + tree(46, 228, 1) + ground + house() + adult + child


def house() -> str:
    walls = rect(128, 112, 212, 112, PAPER) + polygon([(116, 112), (352, 112), (234, 52)], BERRY, 3)
    doors = "".join(arch(x, 224, 36, 82, DEEP) for x in (144, 192, 288))
    open_door = arch(240, 224, 36, 82, SUN)
    return (
        walls
        + circle(234, 92, 11, PAPER)
        + doors
        + open_door
        + rect(116, 220, 236, 8, mix(WALL, FLOOR, 0.5), 2)
    )
