"""The drawing in the film: a door for everybody, a bench alone, a lap; then the child's rabbit."""

import itertools
from collections.abc import Sequence
from math import cos, dist, pi, sin

from scripts.art.palette import BERRY, DEEP, PAPER, WALL, mix, shade
from scripts.art.shapes import Point, group, polygon, rect, strokes

Stroke = tuple[Point, ...]


def ring(x: float, y: float, rx: float, ry: float, start: float = 0, sweep: float = 1) -> Stroke:
    """Part of an oval; `start` and `sweep` in turns."""
    count = 22
    turns = [2 * pi * (start + sweep * step / count) for step in range(count + 1)]
    return tuple((x + rx * cos(a), y + ry * sin(a)) for a in turns)


def arch_line(x: float, base: float, w: float, h: float) -> Stroke:
    return ((x, base), *ring(x + w / 2, base - h + w / 2, w / 2, w / 2, 0.5, 0.5), (x + w, base))


def figure(x: float, base: float, h: float) -> tuple[Stroke, ...]:
    r = h * 0.19
    return ring(x, base - h + r, r, r, 0.25), (
        *arch_line(x - h * 0.2, base, h * 0.4, h * 0.6),
        (x - h * 0.2, base),
    )


def seated_figure(x: float, seat: float, h: float, toward: int) -> tuple[Stroke, ...]:
    r = h * 0.2
    body = arch_line(x - h * 0.2, seat, h * 0.4, h * 0.58)
    legs = ((x, seat), (x + toward * h * 0.42, seat), (x + toward * h * 0.46, seat + h * 0.36))
    return ring(x, seat - h * 0.58 - r * 0.9, r, r, 0.25), body, legs


DOOR = (arch_line(112, 196, 62, 108), *figure(132, 196, 66), *figure(158, 196, 42))
BENCH = (
    ((206, 176), (274, 176)),
    ((214, 176), (212, 198)),
    ((266, 176), (268, 198)),
    *seated_figure(240, 175, 44, 1),
)
LAP = (
    ((302, 172), (358, 172)),
    ((310, 172), (308, 198)),
    ((350, 172), (352, 198)),
    *seated_figure(322, 171, 74, 1),
    *seated_figure(341, 168, 38, 1),
)
PANELS = DOOR + BENCH + LAP
EARS = (ring(359, 128, 3.2, 9, 0.25), ring(368, 129, 3.2, 9, 0.25))
RABBIT = (*EARS, ring(363.5, 144, 8, 7, 0.75), ring(363.5, 160, 7, 9, 0.75))


def length(stroke: Stroke) -> float:
    return sum(_step(a, b) for a, b in itertools.pairwise(stroke))


def _step(a: Point, b: Point) -> float:
    return dist(a, b)


def drawn(drawing: Sequence[Stroke], share: float) -> tuple[list[Stroke], Point]:
    """The part of a drawing that stands after `share` of the way, and where the point of the pencil is."""
    left = share * sum(length(stroke) for stroke in drawing)
    done: list[Stroke] = []
    for stroke in drawing:
        whole = length(stroke)
        if left >= whole:
            done.append(stroke)
            left -= whole
            continue
        part = _cut(stroke, left)
        return [*done, part], part[-1]
    return done, drawing[-1][-1]


def _cut(stroke: Stroke, left: float) -> Stroke:
    kept = [stroke[0]]
    for a, b in itertools.pairwise(stroke):
        step = _step(a, b)
        if left < step:
            k = left / step if step else 0
            return (*kept, (a[0] + (b[0] - a[0]) * k, a[1] + (b[1] - a[1]) * k))
        kept.append(b)
        left -= step
    return tuple(kept)


def sheet(lines: Sequence[Stroke], red: Sequence[Stroke] = ()) -> str:
    shadow = rect(88, 66, 312, 162, mix(WALL, shade(WALL), 0.7), 5)
    page = rect(84, 60, 312, 162, PAPER, 5)
    ink = "".join(_outline(stroke, DEEP) for stroke in lines)
    return shadow + page + ink + "".join(_outline(stroke, BERRY) for stroke in red)


def _outline(stroke: Stroke, colour: str) -> str:
    """Bodies hide what is behind them; straight lines do not."""
    inside = polygon(stroke, PAPER) if len(stroke) > 4 else ""
    return inside + strokes(stroke, colour, 2.7)


def pencil(tip: Point, colour: str, turn: float = 35) -> str:
    x, y = tip
    body = strokes([(x, y - 12), (x, y - 62)], colour, 8)
    wood = f'<path d="M{x - 4:.2f} {y - 12:.2f}h8l-4 12z" fill="#e8c19c"/>'
    return group(body + wood + strokes([(x, y - 3), (x, y - 1)], colour, 2), turn=turn, about=tip)
