"""A grown-up on the haunches with a child: two heads at one height."""

from scripts.art.crouching import crouching
from scripts.art.heads import Gaze
from scripts.art.people import CHILD, KNEELER, Frame, Reach, person
from scripts.art.rooms import wall
from scripts.art.shapes import circle
from scripts.art.things import paper, plant, rabbit, window


def draw() -> str:
    room = wall() + window("w", 190, 140, 100, 118) + plant(60, 240, 1)
    frame = Frame(172, 250, 138, True)
    arms = (Reach(1, (214, 200), -8), Reach(-1, (158, 214), -10))
    child = person(frame, CHILD, Gaze(0.8, 0.1), arms, held=rabbit((166, 206), 38, -6))
    adult = crouching(300, 252, KNEELER, 1.24, hands=(Reach(1, (240, 196), 10),))
    return room + child + adult + paper((227, 198), 34, 8) + circle(239, 203, 8, KNEELER.skin)
