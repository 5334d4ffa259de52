"""4. Eye level: somebody goes down on one knee, and two heads stand at the same height."""

from scripts.art.crouching import crouching
from scripts.art.heads import Gaze
from scripts.art.palette import BERRY
from scripts.art.people import COMPANION, KNEELER, Reach, arm
from scripts.art.rooms import wall
from scripts.art.seated import Pose, seated_child
from scripts.art.shapes import Point, circle, group
from scripts.art.tall import tall_adult
from scripts.art.things import chair, clock, plant, rabbit, window
from scripts.film.motion import Moment, place, soft, value, wave
from scripts.film.scenes.sheet import PANELS, pencil, sheet

BASE = 254
SEAT: Point = (158, 200)
KNEELS, DOWN = 57.0, 59.5
CLOSE = 1.26
ADULT = 286.0


def backdrop(m: Moment, minutes: float = 565) -> str:
    room = wall(218, 124) + window("e", 352, 146, 96, 118) + clock((232, 42), 17, minutes, m.world // 1)
    return room + plant(446, 244, 0.95) + chair(76, BASE, 1.2) + chair(SEAT[0], BASE, 1.2)


def eyelevel(m: Moment) -> str:
    t = m.story
    down = soft(t, KNEELS, DOWN)
    hand = place(t, (59.6, (250, 196)), (60.2, (198, 178)), (61.2, (198, 178)), (61.9, (250, 196)))
    greet = 4 * wave(m.world, 0.62) * soft(t, 60.1, 60.3) * (1 - soft(t, 61.1, 61.4))
    hands = (Reach(1, (hand[0], hand[1] + greet - 150 * (1 - down) * 0.8), 10),)
    adult = crouching(ADULT, BASE, KNEELER, CLOSE, gaze=Gaze(-0.85, -0.1 * down), hands=hands, down=down)
    ear = 16 * wave(m.world, 0.55) * soft(t, 60.5, 60.8) * (1 - soft(t, 61.5, 61.8))
    up = value(
        t, (56.4, 0.9), (KNEELS, 0.9), (DOWN, 0.05), (60.2, 0.05), (60.6, -0.3), (61.6, -0.3), (62, 0.1)
    )
    scene = backdrop(m) + companion(m) + child(m, Gaze(0.85, up), ear) + adult
    return group(scene, about=(226, 128), scale=value(t, (DOWN, 1.0), (62, 1.05)))


def asking(m: Moment) -> str:
    """The drawing is there, the red pencil is held out; then nobody does anything, and that is the point."""
    t = m.story
    hand = place(t, (69, (254, 176)), (69.8, (217, 170)))
    page = group(sheet(PANELS), move=(-2, 66), turn=-4, about=(240, 140), scale=0.23)
    hands = (Reach(1, (252, 210), 12),)
    adult = crouching(ADULT, BASE, KNEELER, CLOSE, gaze=Gaze(-0.85, 0), hands=hands)
    given = giving_hand(hand)
    scene = (
        backdrop(m)
        + companion(m)
        + child(m, Gaze(0.85, value(t, (69, -0.2), (70, 0.05))), 0)
        + adult
        + page
        + given
    )
    return group(scene, about=(226, 128), scale=1.05)


def giving_hand(hand: Point) -> str:
    reach = arm((278, 158), Reach(1, hand, 6), KNEELER, 16)
    tip = hand[0] - 2, hand[1] + 16
    held = group(pencil(tip, BERRY, -24), about=tip, scale=0.8)
    return reach + held + circle(*hand, 8.6, KNEELER.skin)


def child(m: Moment, gaze: Gaze, ear: float) -> str:
    swing = 5 * wave(m.world, 3.1), 5 * wave(m.world, 3.1, 0.4)
    pose = Pose(gaze, swing, (-4, -14), (12, -14), breath=0.4 * wave(m.world, 3.6))
    return seated_child(SEAT, pose, rabbit((4, -13), 34, 4, ear), scale=CLOSE)


def companion(m: Moment) -> str:
    sway = 1.2 * wave(m.world, 6)
    return tall_adult(34 + sway, 262, COMPANION, (Reach(1, (74, 160), -8),), pattern="coat", width=84)
