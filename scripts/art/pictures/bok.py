"""A grown-up reads with two children; the open book is the landscape."""

from scripts.art.heads import Gaze, Look
from scripts.art.palette import (
    DEEP,
    FLOOR,
    HAIR_BROWN,
    HAIR_DARK,
    LEAF,
    MID,
    PAPER,
    SKIN_DARK,
    SKIN_LIGHT,
    SKY,
    SUN,
    SUN2,
    WALL,
)
from scripts.art.people import CHILD, Frame, person
from scripts.art.shapes import circle, hill, line, rect, shape


def draw() -> str:
    land = rect(0, 0, 480, 270, SKY) + circle(372, 84, 40, SUN)
    land += hill(80, 230, 200, 108, LEAF) + hill(420, 230, 220, 86, MID)
    reader = Look(DEEP, SKIN_LIGHT, HAIR_BROWN, "bun")
    listener = Look(SUN2, SKIN_DARK, HAIR_DARK, "braids")
    adult = person(Frame(240, 316, 232, False), reader, Gaze(-0.35, -0.75))
    left = person(Frame(160, 272, 158, True), CHILD, Gaze(0.5, -0.75))
    right = person(Frame(316, 268, 142, True), listener, Gaze(-0.45, -0.75))
    return land + adult + left + right + book()


def book() -> str:
    under = shape("M14 230q112 -54 226 2q114 -56 226 -2v40h-452z", FLOOR)
    pages = shape("M22 222q108 -52 218 4q110 -56 218 -4v48h-436z", PAPER)
    lower = shape("M22 250q108 -46 218 2q110 -48 218 -2v20h-436z", WALL)
    spots = ((62, 226, 132), (62, 240, 100), (284, 223, 132), (284, 237, 104))
    rows = "".join(line(f"M{x} {y}q{w / 2:g} -19 {w} -3", FLOOR, 3) for x, y, w in spots)
    return under + pages + lower + rows + line("M240 229v41", FLOOR, 3.5)
