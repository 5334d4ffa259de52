"""2. Over the head: a paper goes from hand to hand, a hand goes up, and nobody sees it."""

from scripts.art.heads import Gaze
from scripts.art.palette import WALL, mix, shade
from scripts.art.people import BLUE, COMPANION, GREEN, Reach, arm
from scripts.art.rooms import wall
from scripts.art.seated import Pose, seated_child
from scripts.art.shapes import Point, circle, group, rect
from scripts.art.things import chair, paper, rabbit
from scripts.film.motion import Moment, place, soft, value, wave
from scripts.film.scenes.murmur import murmur

SEAT: Point = (240, 282)
GROWN = 2.2
ASKS, GIVES_UP = 35.0, 38.0

BLUE_HAND = (25.0, (342, 108)), (25.9, (264, 46)), (26.5, (264, 46)), (27.5, (350, 132))
HEATHER_HAND = (
    (24.8, (120, 150)),
    (25.8, (226, 50)),
    (26.5, (226, 50)),
    (27.6, (140, 96)),
    (30.4, (140, 96)),
    (31.2, (238, 42)),
    (31.8, (238, 42)),
    (32.8, (124, 140)),
)
GREEN_HAND = (30.4, (296, -12)), (31.2, (274, 36)), (31.8, (274, 36)), (33.0, (284, 26))
SHEET = (
    (25.0, (332, 128)),
    (25.9, (246, 64)),
    (26.5, (244, 64)),
    (27.6, (152, 112)),
    (30.4, (152, 112)),
    (31.2, (256, 54)),
    (31.8, (256, 54)),
    (33.0, (272, 44)),
)


def overhead(m: Moment) -> str:
    t = m.story
    back = group(wall(), about=(272, 131), scale=1.6)
    seat = chair(SEAT[0], 381, 2.13)
    talk = murmur(t, 22, 39.6, left=150, right=330, top=14, size=1.25)
    scene = back + green(m) + seat + child(m) + bodies(m) + talk + hands(m)
    return group(scene, about=(240, 150), scale=value(t, (22, 1.0), (39.5, 1.05)))


def bodies(m: Moment) -> str:
    sway = 1.2 * wave(m.world, 5.2)
    left = rect(-40 + sway, -60, 176, 400, COMPANION.body, 20)
    left += rect(44 + sway, -60, 4, 400, shade(COMPANION.body)) + rect(
        72 + sway, 196, 46, 8, shade(COMPANION.body), 4
    )
    right = rect(346 - sway, -60, 190, 400, BLUE.body, 20)
    return left + right + rect(346 - sway, 232, 190, 10, mix(BLUE.body, WALL, 0.3))


def green(m: Moment) -> str:
    if m.story < 28.6:
        return ""
    x = value(m.story, (28.8, 420), (30.2, 266))
    return rect(x, -60, 92, 330, GREEN.body, 18) + "".join(
        rect(x, y, 92, 6, shade(GREEN.body)) for y in (40, 72, 104, 136)
    )


def hands(m: Moment) -> str:
    t = m.story
    blue, heather, leaf = place(t, *BLUE_HAND), place(t, *HEATHER_HAND), place(t, *GREEN_HAND)
    reaching = arm((116, -14), Reach(1, heather, -22), COMPANION, 34)
    other = arm((366, -14), Reach(-1, blue, 20), BLUE, 34)
    third = arm((312, -30), Reach(-1, leaf, 8), GREEN, 32) if t > 30 else ""
    turn = value(t, (25, -8), (26.4, 4), (30.4, 4), (31.8, -6), (33, 7)) + 1.2 * wave(m.world, 3.3)
    held = paper(place(t, *SHEET), 50, turn, 5)
    thumb = circle(*blue, 17, BLUE.skin) if t < 26.4 else circle(*heather, 17, COMPANION.skin)
    if t > 31.6:
        thumb = circle(*leaf, 16, GREEN.skin)
    return third + reaching + other + held + thumb


def child(m: Moment) -> str:
    t = m.story
    follow = max(-0.9, min(0.9, (place(t, *SHEET)[0] - 240) / 70))
    sad = soft(t, GIVES_UP, GIVES_UP + 1.3)
    gaze = Gaze(
        follow * (1 - 0.75 * sad),
        value(t, (22, 0.3), (24, 0.6), (26, 0.95), (GIVES_UP, 0.95), (GIVES_UP + 1.3, -0.55)),
    )
    up = soft(t, ASKS, ASKS + 0.9) * (1 - soft(t, GIVES_UP, GIVES_UP + 1.2))
    hopeful = 1.5 * wave(m.world, 1.1) * (up > 0.2)
    raised = -8 + (-33 + 8) * up, -15 + (-88 + 15) * up + hopeful
    breath = 0.35 * wave(m.world, 3.4) * (1 - soft(t, 39.3, 39.6))
    hug = -2.5 * soft(t, GIVES_UP + 0.6, GIVES_UP + 1.4)
    pose = Pose(gaze, (0, 0), raised, (8, -15 + hug), bend=7 - 4 * up, breath=breath)
    return seated_child(SEAT, pose, rabbit((0, -14 + hug), 34), scale=GROWN)
