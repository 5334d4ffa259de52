"""A child sleeps in a bed; a brother or sister sits beside."""

from scripts.art.heads import Gaze, Look, head
from scripts.art.palette import (
    BERRY,
    DEEP,
    FLOOR,
    HAIR_BROWN,
    MID,
    NIGHT,
    PAPER,
    SKIN_LIGHT,
    SUN,
    SUN2,
    WALL,
    mix,
)
from scripts.art.seated import Pose, seated_child
from scripts.art.shapes import arch, circle, rect, shape, strokes
from scripts.art.things import rabbit, star

SLEEPER = Look(SUN2, SKIN_LIGHT, HAIR_BROWN, "short")
BESIDE = Look(BERRY, SKIN_LIGHT, HAIR_BROWN, "braids", legs=NIGHT)


def draw() -> str:
    room = rect(0, 0, 480, 270, DEEP) + rect(0, 216, 480, 54, mix(DEEP, MID, 0.5)) + night_window()
    pose = Pose(Gaze(-0.75, -0.25), left=(-50, -26), right=(3, -12), bend=-4)
    stool = strokes([(228, 260), (231, 216)], FLOOR, 5) + strokes([(272, 260), (269, 216)], FLOOR, 5)
    stool += rect(220, 209, 60, 11, FLOOR, 5)
    sitting = seated_child((250, 211), pose, look=BESIDE, scale=1.18)
    return room + bed() + stool + sitting


def night_window() -> str:
    view = arch(352, 156, 96, 122, NIGHT) + circle(410, 82, 18, SUN) + circle(402, 77, 16, NIGHT)
    stars = "".join(
        star(x, y, r) for x, y, r in ((374, 84, 2), (372, 116, 1.6), (426, 120, 2), (396, 134, 1.6))
    )
    return view + stars + rect(344, 154, 112, 7, PAPER, 3)


def bed() -> str:
    ends = rect(34, 108, 14, 140, FLOOR, 7) + rect(330, 152, 13, 96, FLOOR, 6)
    mattress = rect(42, 184, 294, 40, WALL, 10) + rect(42, 210, 294, 14, mix(WALL, FLOOR, 0.5), 6)
    pillow = rect(52, 150, 76, 40, PAPER, 16)
    quilt = shape("M120 178q20 -16 56 -16h148q10 0 10 10v44h-214z", SUN2)
    fold = shape("M120 178q14 -12 34 -15v53h-34z", PAPER)
    sleeper = head((110, 156), 22, SLEEPER, Gaze(0.2, 0.1))
    return ends + mattress + pillow + quilt + fold + sleeper + rabbit((150, 164), 32, 16)
