"""Cards between the scenes: few words, and the clock."""

from scripts.art.palette import DEEP, FLOOR, INK, MID, PAPER, WALL, mix, shade
from scripts.art.shapes import faded, group, rect, strokes
from scripts.art.things import clock
from scripts.film.letters import words
from scripts.film.motion import Moment, shown, wave
from scripts.film.scenes.sheet import PANELS, RABBIT, sheet


def title(m: Moment) -> str:
    """Feet that do not reach the floor, and the name of the film between the legs of the chair."""
    back = rect(-5, -5, 490, 280, WALL) + rect(-5, 236, 490, 40, FLOOR)
    chair = strokes([(84, 240), (92, -10)], DEEP, 12) + strokes([(396, 240), (388, -10)], DEEP, 12)
    seat = rect(60, -30, 360, 46, shade(MID), 18)
    feet = _foot(202, 11 * wave(m.world, 2.3)) + _foot(278, 11 * wave(m.world, 2.3, 0.42))
    name = words("Väntrummet", 240, 200, 46, INK)
    return back + chair + feet + seat + faded(name, shown(m.story, 0.6, 9))


def _foot(x: float, swing: float) -> str:
    leg = strokes([(x, 0), (x, 84)], DEEP, 30) + rect(x - 15, 72, 30, 16, mix(DEEP, PAPER, 0.55))
    return group(leg + rect(x - 19, 88, 38, 26, INK, 13), turn=swing, about=(x, 0))


def card(text: str, minutes: float, m: Moment, start: float, end: float) -> str:
    back = rect(-5, -5, 490, 280, PAPER)
    face = clock((240, 92), 38, minutes, m.world // 1)
    return back + faded(face + words(text, 240, 186, 36, INK), shown(m.story, start, end + 1, 0.5))


def monday(m: Moment) -> str:
    return card("Måndag, 09.10", 550, m, 4.5, 7)


def later(m: Moment) -> str:
    return card("En kvart senare", 565, m, 42, 44.5)


def ending(m: Moment) -> str:
    back = rect(-5, -5, 490, 280, WALL)
    page = group(sheet(PANELS, RABBIT), move=(-92, -6), turn=-4, about=(240, 140), scale=0.68)
    return back + page + faded(words("Vad såg du?", 368, 148, 33, INK), shown(m.story, 89.8, 99, 0.8))
