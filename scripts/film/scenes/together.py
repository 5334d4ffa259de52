"""6. Together: seen from behind, whole grown-ups for the first time, and the paper is in the child's hand."""

from math import pi, sin

from scripts.art.heads import Gaze
from scripts.art.palette import PAPER, SUN, mix
from scripts.art.people import CHILD, COMPANION, KNEELER, Frame, Reach, person
from scripts.art.rooms import wall
from scripts.art.shapes import WIDTH, Point, arch, faded, group, polygon, rect
from scripts.art.things import chair, clock, rabbit
from scripts.film.motion import Moment, soft
from scripts.film.scenes.sheet import PANELS, RABBIT, sheet

AWAY = Gaze(away=True)


def together(m: Moment) -> str:
    t = m.story
    room = wall(196, 118) + clock((96, 50), 17, 569, m.world // 1) + doorway() + chairs()
    near = soft(t, 79.6, 89.4)
    size = 1.18 - 0.54 * near
    x, y = 240 + 2 * near, 262 - 62 * near
    walkers = f'<g transform="translate({x:.2f} {y:.2f}) scale({size:.4f})">{trio(t)}</g>'
    return room + walkers + faded(rect(-5, -5, WIDTH + 10, 290, PAPER), soft(t, 88.2, 89))


def doorway() -> str:
    warm = mix(SUN, PAPER, 0.6)
    beam = faded(polygon([(196, 196), (288, 196), (392, 300), (92, 300)], warm), 0.75)
    leaf = arch(296, 200, 20, 150, SUN)
    return arch(182, 196, 118, 176, PAPER) + arch(190, 196, 102, 168, warm) + leaf + beam


def chairs() -> str:
    return chair(60, 226, 0.95) + chair(420, 226, 0.95)


def trio(t: float) -> str:
    """Feet on the floor at 0; the small one takes three steps for two."""
    held_hands: Point = (-34, -62)
    left = person(
        Frame(-70, lift(t, 0.62, 0), 190, False),
        COMPANION,
        AWAY,
        back=(Reach(1, held_hands, -5),),
        lifts=feet(t, 0.62, 0),
    )
    child = person(
        Frame(0, 0, 116, True),
        CHILD,
        AWAY,
        lifts=feet(t, 0.42, 1.0),
        back=(Reach(-1, held_hands, 4), Reach(1, (36, -44), -6)),
    )
    toy = rabbit((-23, -48), 34, 78)
    page = group(sheet(PANELS, RABBIT), move=(-196, -172), turn=82, about=(240, 140), scale=0.15)
    right = person(Frame(78, lift(t, 0.6, 2), 184, False), KNEELER, AWAY, lifts=feet(t, 0.6, 2))
    return left + right + page + toy + child


def feet(t: float, pace: float, shift: float) -> Point:
    phase = sin(pi * t / pace + shift)
    return 9 * max(0.0, phase), 9 * max(0.0, -phase)


def lift(t: float, pace: float, shift: float) -> float:
    return -1.2 * abs(sin(pi * t / pace + shift))
