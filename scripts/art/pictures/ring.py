"""The cover of the APT hour: a ring of grown-ups, and a low empty chair in the middle."""

from scripts.art.heads import Gaze, Look
from scripts.art.palette import (
    BERRY,
    DEEP,
    FLOOR,
    HAIR_BROWN,
    HAIR_DARK,
    HAIR_GREY,
    HEATHER,
    LEAF,
    MID,
    NIGHT,
    PAPER,
    SKIN_BROWN,
    SKIN_DARK,
    SKIN_LIGHT,
    SUN,
    SUN2,
    WALL,
    mix,
)
from scripts.art.rooms import wall
from scripts.art.seated import Pose, seated_adult
from scripts.art.shapes import circle, pebble
from scripts.art.things import bubble, chair, window

RING = (
    (66, 250, Look(HEATHER, SKIN_LIGHT, HAIR_GREY, "short", legs=NIGHT), 0.7),
    (156, 230, Look(BERRY, SKIN_DARK, HAIR_DARK, "bun", legs=NIGHT), 0.4),
    (324, 230, Look(LEAF, SKIN_LIGHT, HAIR_BROWN, "short", legs=NIGHT), -0.4),
    (414, 250, Look(DEEP, SKIN_BROWN, SUN2, "scarf", legs=NIGHT), -0.7),
)


def draw() -> str:
    rug = pebble(240, 246, 206, 34, mix(FLOOR, WALL, 0.55))
    people = "".join(
        chair(x, base, 1.2) + seated_adult((x, base - 53), look, pose(aside), 1.16)
        for x, base, look, aside in RING
    )
    talk = bubble(96, 46, 66, 40, PAPER, 1) + "".join(circle(x, 46, 4.5, MID) for x in (81, 96, 111))
    return wall(196, 300) + window("w", 190, 126, 100, 108) + rug + chair(240, 252, 0.68, SUN) + people + talk


def pose(aside: float) -> Pose:
    return Pose(Gaze(aside, -0.25), left=(-10, -8), right=(10, -8))
