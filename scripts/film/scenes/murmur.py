"""Talk that nobody below can read: pale pebbles with a wavy line, between the grown-ups, above the child."""

from scripts.art.palette import MID, PAPER, mix
from scripts.art.shapes import faded, group, line, number, rect
from scripts.film.motion import shown, wave

TURN = 1.7


def murmur(t: float, start: float, end: float, left: float, right: float, top: float, size: float = 1) -> str:
    """A pebble every second or two, from left and right in turns, as long as somebody talks."""
    out = ""
    for turn in range(int((end - start) / TURN)):
        begins = start + turn * TURN
        if begins <= t <= begins + TURN + 0.5:
            out += _pebble(t, begins, turn, left, right, top, size)
    return out


def _pebble(t: float, begins: float, turn: int, left: float, right: float, top: float, size: float) -> str:
    ends = begins + TURN + 0.5
    way = (t - begins) / (ends - begins)
    x = (
        left + (right - left) * (0.2 + 0.35 * way)
        if turn % 2 == 0
        else right - (right - left) * (0.2 + 0.35 * way)
    )
    y = top + (turn * 7 % 3) * 9 * size + 1.5 * wave(t, 2.2)
    width = (34, 46, 40, 28)[turn % 4]
    body = rect(-width / 2, -9, width, 18, PAPER, 9) + _scribble(width - 16)
    moved = f'<g transform="translate({number(x)} {number(y)}) scale({number(size)})">{body}</g>'
    return faded(moved, shown(t, begins, ends, 0.5))


def _scribble(width: float) -> str:
    count = int(width / 5)
    d = f"M{number(-count * 2.5)} 0" + "".join(
        f"q1.25 {-3 if step % 2 else 3} 2.5 0t2.5 0" for step in range(count)
    )
    return group(line(d, mix(MID, PAPER, 0.15), 1.8))
