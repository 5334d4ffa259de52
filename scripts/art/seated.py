"""Somebody on a chair; the child's feet hang in the air, a grown-up's stand on the floor."""

from dataclasses import dataclass

from scripts.art.heads import AHEAD, Gaze, Look, head
from scripts.art.palette import PAPER, mix
from scripts.art.people import CHILD, Reach, arm
from scripts.art.shapes import Point, arch, group, points, polygon, rect, strokes


@dataclass(frozen=True)
class Pose:
    gaze: Gaze = AHEAD
    swing: Point = (0, 0)
    left: Point = (-15, -20)
    right: Point = (15, -20)
    bend: float = 7
    lean: float = 0
    breath: float = 0


@dataclass(frozen=True)
class Build:
    """What tells a child from a grown-up: measured on a seat at height 0."""

    radius: float
    torso: float
    width: float
    leg: float


CHILD_BUILD = Build(radius=15.5, torso=49, width=38, leg=24)
GROWN_BUILD = Build(radius=14, torso=56, width=40, leg=38)
STILL = Pose()


def seated(
    seat: Point, look: Look, build: Build, pose: Pose = STILL, held: str = "", scale: float = 1
) -> str:
    """`seat` is where the body rests; hands and `held` are measured from there, `scale` grows all of it."""
    legs = "".join(_leg(x, turn, look, build.leg) for x, turn in zip((-9, 9), pose.swing, strict=True))
    half = build.width / 2
    chest = build.torso - 15
    body = arch(-half, 3, build.width, build.torso + pose.breath, look.body) + _stripe(half, look)
    arms = arm((4 - half, -chest), Reach(-1, pose.left, pose.bend), look, 8.5)
    arms += arm((half - 4, -chest), Reach(1, pose.right, -pose.bend), look, 8.5)
    top = head((0, -build.torso - build.radius * 0.78 - pose.breath), build.radius, look, pose.gaze)
    upper = group(body + top + held + arms, turn=pose.lean)
    return f'<g transform="translate({points([seat])}) scale({scale:.4g})">{legs}{upper}</g>'


def seated_child(
    seat: Point, pose: Pose = STILL, held: str = "", look: Look = CHILD, scale: float = 1
) -> str:
    return seated(seat, look, CHILD_BUILD, pose, held, scale)


def seated_adult(seat: Point, look: Look, pose: Pose = STILL, scale: float = 1) -> str:
    return seated(seat, look, GROWN_BUILD, pose, scale=scale)


def _leg(x: float, swing: float, look: Look, length: float) -> str:
    lower = strokes([(x, 2), (x, length)], look.legs, 9)
    foot = rect(x - 5.6, length, 11.2, 8, look.shoes, 4)
    sock = rect(x - 4.5, length - 5, 9, 5, mix(look.legs, PAPER, 0.55))
    return group(lower + sock + foot, turn=swing, about=(x, 0))


def _stripe(half: float, look: Look) -> str:
    return polygon([(-half, -15), (half, -15), (half, -11), (-half, -11)], mix(look.body, PAPER, 0.35))
