"""1. The waiting room, whole: the child is all there, the grown-ups only up to where the picture ends."""

from math import pi

from scripts.art.heads import Gaze
from scripts.art.palette import PAPER
from scripts.art.people import BLUE, COMPANION, Reach
from scripts.art.rooms import wall
from scripts.art.seated import Pose, seated_child
from scripts.art.shapes import circle, faded, group, polygon
from scripts.art.tall import STANDING, Walk, tall_adult
from scripts.art.things import chair, clock, paper, plant, rabbit, window
from scripts.film.motion import Moment, between, place, soft, value, wave
from scripts.film.scenes.murmur import murmur

DOOR_OPENS, COMES, STOPS = 12.0, 13.0, 16.0
STRIDE, PACE = 15.0, 0.5


def room(m: Moment) -> str:
    t = m.story
    back = wall() + window("w", 30, 150, 96, 116) + clock((436, 58), 18, 550, m.world // 1)
    chairs = "".join(chair(x, 236, 0.97) for x in (204, 272, 340)) + plant(136, 238, 0.85)
    talk = murmur(t, 16.4, 30, left=232, right=318, top=30)
    scene = back + light(t) + chairs + companion(m) + child(m) + talk + visitor(m)
    return group(scene, about=(272, 150), scale=value(t, (7, 1.0), (22, 1.07)))


def light(t: float) -> str:
    """A door opens outside the picture: one sees it on the floor."""
    out = soft(t, DOOR_OPENS, DOOR_OPENS + 0.8) * (1 - soft(t, 16.2, 17.2))
    beam = polygon([(520, 214), (520, 300), (400 - 90 * out, 300), (450 - 50 * out, 216)], PAPER)
    return faded(beam, 0.55 * out)


def child(m: Moment) -> str:
    t = m.story
    aside = value(
        t,
        (9, -0.1),
        (9.6, -0.6),
        (11.4, -0.6),
        (12.0, 0.1),
        (12.6, 0.9),
        (16, 0.8),
        (17.8, 0.8),
        (18.6, -0.7),
        (20, -0.7),
        (20.8, 0.7),
    )
    up = value(t, (11.8, -0.6), (12.6, 0.1), (15, 0.1), (16.2, 0.85), (18, 0.85), (18.4, 0.5), (18.9, 0.85))
    lean = value(t, (9.9, 0), (10.3, -4), (10.9, 3), (11.4, 0))
    calm = 1 - 0.6 * soft(t, 12, 13)
    swing = 13 * calm * wave(m.world, 2.3), 13 * calm * wave(m.world, 2.3, 0.42)
    pose = Pose(Gaze(aside, up), swing, (-7, -13), (7, -13), lean=lean, breath=0.5 * wave(m.world, 3.6))
    return seated_child((272, 191), pose, rabbit((0, -12), 34, wave=4 * wave(m.world, 4.1)))


def companion(m: Moment) -> str:
    sway = 1.5 * wave(m.world, 6)
    hands = (
        Reach(-1, (160, 152), 8),
        Reach(
            1,
            place(m.story, (17.4, (222, 150)), (18.4, (226, 96)), (20.2, (226, 96)), (21.2, (222, 150))),
            -10,
        ),
    )
    return tall_adult(190 + sway, 252, COMPANION, hands, pattern="coat", width=66)


def visitor(m: Moment) -> str:
    t = m.story
    if t < DOOR_OPENS + 0.6:
        return ""
    x = between(530, 358, min(1.0, max(0.0, (t - COMES) / (STOPS - 0.1 - COMES))))
    going = soft(t, COMES, COMES + 0.2) * (1 - soft(t, STOPS - 0.4, STOPS))
    walk = Walk(-pi * (t - COMES) / PACE, STRIDE * going, -1) if going > 0.02 else STANDING
    hand = x - 34, value(t, (STOPS, 146), (17, 140), (19, 140), (20.5, 122))
    held = paper((hand[0] - 9, hand[1] + 15), 31, -8) + circle(*hand, 8.8, BLUE.skin)
    return tall_adult(x, 252, BLUE, (Reach(-1, hand, 20),), walk) + held
