"""Whole people: an arch for the body, a head, legs, and arms where they do something."""

from dataclasses import dataclass

from scripts.art.heads import AHEAD, Gaze, Look, head
from scripts.art.palette import (
    BERRY,
    DEEP,
    HAIR_BROWN,
    HAIR_DARK,
    HAIR_FAIR,
    HAIR_GREY,
    HEATHER,
    INK,
    LEAF,
    MID,
    NIGHT,
    SKIN_BROWN,
    SKIN_DARK,
    SKIN_LIGHT,
    SUN,
    SUN2,
    shade,
)
from scripts.art.shapes import Point, arch, circle, line, points, rect, strokes

CHILD = Look(BERRY, SKIN_BROWN, HAIR_DARK, "curls", legs=DEEP)
COMPANION = Look(HEATHER, SKIN_BROWN, HAIR_DARK, "tail", legs=NIGHT)
BLUE = Look(DEEP, SKIN_LIGHT, HAIR_BROWN, "short", legs=INK)
GREEN = Look(LEAF, SKIN_LIGHT, HAIR_GREY, "short", legs=NIGHT)
KNEELER = Look(SUN2, SKIN_DARK, HAIR_DARK, "bun", legs=DEEP)
SCARF = Look(DEEP, SKIN_BROWN, HEATHER, "scarf", legs=NIGHT)
FAIR = Look(MID, SKIN_LIGHT, HAIR_FAIR, "long", legs=NIGHT)
SMALL = Look(SUN, SKIN_LIGHT, HAIR_BROWN, "braids", legs=DEEP)
SMALL_DARK = Look(MID, SKIN_DARK, HAIR_DARK, "short", legs=NIGHT)


@dataclass(frozen=True)
class Reach:
    """An arm: which side of the body, where the hand is, how far the elbow stands out."""

    side: int
    hand: Point
    bend: float = 8


@dataclass(frozen=True)
class Frame:
    """The measures of a standing body of height `h` at `x`, feet on `base`."""

    x: float
    base: float
    h: float
    child: bool

    @property
    def r(self) -> float:
        return self.h * (0.165 if self.child else 0.125)

    @property
    def width(self) -> float:
        return self.h * (0.4 if self.child else 0.36)

    @property
    def neck(self) -> Point:
        return self.x, self.base - self.h + self.r

    @property
    def shoulders(self) -> float:
        return self.base - self.h + 1.86 * self.r

    @property
    def hem(self) -> float:
        return self.base - self.h * (0.24 if self.child else 0.27)

    def shoulder(self, side: int) -> Point:
        return self.x + side * self.width * 0.4, self.shoulders + self.width * 0.42


def person(
    frame: Frame,
    look: Look,
    gaze: Gaze = AHEAD,
    reaches: tuple[Reach, ...] = (),
    back: tuple[Reach, ...] = (),
    held: str = "",
    lifts: Point = (0, 0),
) -> str:
    """`back` are arms behind the body, `reaches` those in front of it and of what is `held`."""
    behind = "".join(arm(frame.shoulder(one.side), one, look, frame.width * 0.2) for one in back)
    front = "".join(arm(frame.shoulder(one.side), one, look, frame.width * 0.2) for one in reaches)
    body = arch(frame.x - frame.width / 2, frame.hem, frame.width, frame.hem - frame.shoulders, look.body)
    return behind + legs(frame, look, lifts) + body + head(frame.neck, frame.r, look, gaze) + held + front


def legs(frame: Frame, look: Look, lifts: Point = (0, 0)) -> str:
    thick = frame.h * (0.095 if frame.child else 0.075)
    apart = frame.width * 0.23
    out = ""
    for side, lift in zip((-1, 1), lifts, strict=True):
        x = frame.x + side * apart
        out += leg([(x, frame.hem - thick), (x, frame.base - lift)], look, thick)
    return out


def leg(joints: list[Point], look: Look, thick: float, toe: int = 0, far: bool = False) -> str:
    """From the hip to the floor, the shoe with it; `toe` -1, 0, 1 is the side it points to."""
    x, floor = joints[-1]
    colour = shade(look.legs) if far else look.legs
    cloth = strokes([*joints[:-1], (x, floor - thick * 0.62)], colour, thick)
    return cloth + shoe(x, floor, thick, look.shoes, toe)


def shoe(x: float, base: float, thick: float, colour: str, toe: int = 0) -> str:
    width = thick * (1.24 + 0.5 * (toe != 0))
    left = x - thick * 0.62 - thick * 0.5 * (toe < 0)
    return rect(left, base - thick * 0.6, width, thick * 0.6, colour, thick * 0.28)


def arm(shoulder: Point, reach: Reach, look: Look, thick: float) -> str:
    bent = elbow(shoulder, reach.hand, reach.bend)
    sleeve = line(f"M{points([shoulder])}Q{points([bent, reach.hand])}", shade(look.body), thick)
    return sleeve + circle(*reach.hand, thick * 0.52, look.skin)


def elbow(start: Point, end: Point, bend: float) -> Point:
    """A point beside the middle of the way, `bend` away at a right angle."""
    (x1, y1), (x2, y2) = start, end
    length = max(((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5, 0.01)
    return (x1 + x2) / 2 - (y2 - y1) / length * bend, (y1 + y2) / 2 + (x2 - x1) / length * bend
