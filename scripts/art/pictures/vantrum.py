"""A child on a chair that is too high; the grown-up does not fit in the picture."""

from scripts.art.heads import Gaze
from scripts.art.people import BLUE, Reach
from scripts.art.rooms import waiting_room
from scripts.art.seated import Pose, seated_child
from scripts.art.shapes import circle
from scripts.art.tall import tall_adult
from scripts.art.things import paper, rabbit


def draw() -> str:
    child = seated_child(
        (272, 191), Pose(Gaze(0.6, 0.5), left=(-7, -13), right=(7, -13)), rabbit((0, -12), 34)
    )
    adult = tall_adult(402, 252, BLUE, (Reach(-1, (370, 152), 22),))
    held = paper((360, 168), 32, -8) + circle(370, 153, 8.8, BLUE.skin)
    return waiting_room() + child + adult + held
