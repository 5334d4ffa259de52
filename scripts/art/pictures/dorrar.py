"""Four doors in different colours, a child in front: the four principles."""

from scripts.art.heads import Gaze
from scripts.art.palette import BERRY, DEEP, LEAF, PAPER, SUN, shade
from scripts.art.people import SMALL_DARK, Frame, person
from scripts.art.rooms import wall
from scripts.art.shapes import arch, circle
from scripts.art.things import bubble, sprout


def draw() -> str:
    room = wall(226, 300)
    for place, colour in enumerate((BERRY, SUN, LEAF, DEEP)):
        x = 33 + place * 107
        room += (
            arch(x, 226, 92, 172, PAPER)
            + arch(x + 6, 226, 80, 164, colour)
            + arch(x + 14, 218, 64, 144, shade(colour))
        )
        room += circle(x + 76, 152, 4, PAPER)
    child = person(Frame(240, 258, 118, True), SMALL_DARK, Gaze(away=True))
    return room + signs() + child


def signs() -> str:
    same = circle(67, 130, 13, PAPER) + circle(91, 130, 13, PAPER)
    best = circle(186, 130, 24, PAPER) + circle(186, 130, 11, BERRY)
    voice = bubble(400, 124, 50, 34, PAPER) + "".join(circle(x, 124, 4, DEEP) for x in (387, 400, 413))
    return same + best + sprout(293, 156, PAPER, 0.85) + voice
