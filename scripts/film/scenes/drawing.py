"""4 and 5, close: she draws what is going to happen; the child answers in red."""

import itertools

from scripts.art.palette import BERRY, DEEP, FLOOR
from scripts.art.people import CHILD, KNEELER, Reach, arm
from scripts.art.shapes import Point, circle, group, rect, strokes
from scripts.art.things import rabbit
from scripts.film.motion import Moment, place, value, wave
from scripts.film.scenes.sheet import BENCH, DOOR, LAP, PANELS, RABBIT, drawn, pencil, sheet

PARTS = ((62.4, 64.4, DOOR), (64.8, 66.3, BENCH), (66.7, 68.5, LAP))
RED = 75.0, 78.0
REST: Point = (384, 226)
BELOW: Point = (276, 350)


def table() -> str:
    """Her knee is the table."""
    return rect(-10, -10, 500, 290, FLOOR) + strokes([(60, 300), (250, 176), (520, 196)], DEEP, 190)


def drawing(m: Moment) -> str:
    """Line by line, while a low voice tells."""
    t = m.story
    done, tip = [], REST
    for start, end, part in PARTS:
        if t >= start:
            made, tip = drawn(part, min(1.0, (t - start) / (end - start)))
            done += made
    for (_, end, part), (start, _, after) in itertools.pairwise(PARTS):
        if end <= t < start:
            tip = place(t, (end, part[-1][-1]), (start, after[0][0]))
    if t < PARTS[0][0]:
        tip = place(t, (61.8, REST), (PARTS[0][0], DOOR[0][0]))
    if t > PARTS[-1][1]:
        tip = place(t, (PARTS[-1][1], LAP[-1][-1]), (69, REST))
    scene = table() + sheet(done) + small_hand((104, 206)) + writing_hand(tip, DEEP)
    return group(scene, about=(240, 140), scale=value(t, (62, 1.0), (69, 1.05)))


def writing_hand(tip: Point, colour: str) -> str:
    hand = tip[0] + 26, tip[1] - 30
    reach = arm((540, 190), Reach(1, (hand[0] + 10, hand[1] + 4), 26), KNEELER, 40)
    return (
        reach
        + pencil(tip, colour, 42)
        + circle(*hand, 19, KNEELER.skin)
        + circle(hand[0] - 13, hand[1] + 9, 7.5, KNEELER.skin)
    )


def small_hand(hand: Point, finger: Point | None = None, shoulder: Point = (-40, 250)) -> str:
    reach = arm(shoulder, Reach(-1, hand, -10), CHILD, 30)
    point = strokes([hand, finger], CHILD.skin, 9) if finger else ""
    return reach + circle(*hand, 15, CHILD.skin) + point


def choosing(m: Moment) -> str:
    """The hand points at the lap, takes the pencil, and adds what was missing."""
    t = m.story
    share = min(1.0, max(0.0, (t - RED[0]) / (RED[1] - RED[0])))
    red, tip = drawn(RABBIT, share)
    scene = table() + sheet(PANELS, red if share else ()) + giving_hand(t) + answering_hand(t, tip)
    ears = rabbit((58, 262), 96, -10, 6 * wave(m.world, 2.4))
    return group(scene + ears, about=(240, 140), scale=value(t, (71, 1.05), (80, 1.12)))


def giving_hand(t: float) -> str:
    hand = place(t, (71, (420, 236)), (74.6, (420, 236)), (75.6, (470, 262)))
    reach = arm((560, 250), Reach(1, hand, 10), KNEELER, 40)
    tip = hand[0] - 34, hand[1] - 14
    held = pencil(tip, BERRY, 110) if t < 74.4 else ""
    return reach + held + circle(*hand, 19, KNEELER.skin)


def answering_hand(t: float, tip: Point) -> str:
    pointing = place(
        t, (71, (190, 244)), (71.8, (190, 244)), (72.9, (306, 176)), (73.6, (306, 176)), (74.3, (372, 226))
    )
    if t < 74.4:
        return small_hand(pointing, (pointing[0] + 20, pointing[1] - 15), BELOW)
    grip = 12.0, 16.0
    writing = tip[0] - grip[0], tip[1] + grip[1]
    hand = place(t, (74.4, (372, 226)), (RED[0], writing)) if t < RED[0] else writing
    if t > RED[1]:
        hand = place(t, (RED[1], writing), (79.4, (250, 236)))
    point = hand[0] + grip[0], hand[1] - grip[1]
    return pencil(point, BERRY, -160) + small_hand(hand, shoulder=BELOW)
