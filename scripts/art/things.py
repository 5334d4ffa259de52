"""Furniture and small things: what stands in the rooms of the drawings and of the film."""

from scripts.art.palette import BERRY, DEEP, GREY, INK, LEAF, LEAF2, MID, PAPER, SKY, SUN, mix, shade
from scripts.art.shapes import (
    Point,
    arch,
    circle,
    clipped,
    group,
    hill,
    line,
    number,
    pebble,
    points,
    polygon,
    rect,
    strokes,
)


def chair(x: float, base: float, scale: float = 1, colour: str = MID) -> str:
    legs = strokes([(x - 20, base), (x - 19, base - 36)], DEEP, 4) + strokes(
        [(x + 20, base), (x + 19, base - 36)], DEEP, 4
    )
    posts = strokes([(x - 17, base - 44), (x - 17, base - 60)], DEEP, 4)
    posts += strokes([(x + 17, base - 44), (x + 17, base - 60)], DEEP, 4)
    seat = rect(x - 27, base - 46, 54, 12, shade(colour), 6)
    back = rect(x - 27, base - 98, 54, 40, colour, 13)
    return group(posts + back + legs + seat, about=(x, base), scale=scale)


def plant(x: float, base: float, scale: float = 1, pot: str = BERRY) -> str:
    stems = line(
        f"M{x} {base - 20}q-4 -34 -20 -48M{x} {base - 20}q2 -40 4 -62M{x} {base - 20}q6 -26 22 -36", LEAF2, 3
    )
    spots = (
        (-22, -72, -38, LEAF),
        (4, -88, 4, LEAF2),
        (25, -60, 48, LEAF),
        (-12, -50, -52, LEAF2),
        (14, -46, 40, LEAF),
    )
    leaves = "".join(pebble(x + dx, base + dy, 7.5, 15, colour, turn) for dx, dy, turn, colour in spots)
    bowl = polygon([(x - 15, base - 24), (x + 15, base - 24), (x + 11, base - 2), (x - 11, base - 2)], pot, 2)
    return group(stems + leaves + bowl, about=(x, base), scale=scale)


def window(name: str, x: float, base: float, w: float, h: float) -> str:
    view = arch(x, base, w, h, SKY)
    view += circle(x + w * 0.68, base - h * 0.58, w * 0.17, SUN)
    view += hill(x + w * 0.22, base, w * 0.55, h * 0.28, LEAF) + hill(
        x + w * 0.9, base, w * 0.55, h * 0.2, MID
    )
    sill = rect(x - 6, base - 2, w + 12, 7, PAPER, 3)
    return clipped(name, arch(x, base, w, h, "#000"), view) + sill


def paper(at: Point, w: float = 30, turn: float = 0, lines: int = 4) -> str:
    """A sheet with lines that nobody can read; `at` is its middle."""
    x, y = at
    h = w * 1.32
    rows = ""
    for row in range(lines):
        top = y - h * 0.28 + row * h * 0.19
        rows += strokes([(x - w * 0.3, top), (x + w * (0.3 if row % 3 != 2 else 0.05), top)], MID, w * 0.06)
    sheet = rect(x - w / 2, y - h / 2, w, h, PAPER, w * 0.08)
    return group(sheet + rows, turn=turn, about=at)


def clock(at: Point, r: float, minutes: float, seconds: float = 0) -> str:
    """`minutes` after twelve."""
    x, y = at
    hands = _hand(at, r * 0.5, minutes / 2, INK, r * 0.12) + _hand(at, r * 0.74, minutes * 6, INK, r * 0.1)
    tick = _hand(at, r * 0.78, seconds * 6, BERRY, r * 0.05)
    return circle(x, y, r, DEEP) + circle(x, y, r * 0.86, PAPER) + hands + tick + circle(x, y, r * 0.09, INK)


def _hand(at: Point, length: float, degrees: float, colour: str, thick: float) -> str:
    x, y = at
    return group(strokes([(x, y), (x, y - length)], colour, thick), turn=degrees, about=at)


def rabbit(at: Point, size: float, turn: float = 0, wave: float = 0, arms: bool = True) -> str:
    """A grey toy rabbit, `at` its middle; `wave` lifts the right ear."""
    x, y = at
    s = size / 40
    inner = mix(GREY, PAPER, 0.45)
    ears = group(pebble(x - 5 * s, y - 24 * s, 3.6 * s, 11 * s, GREY, -8), turn=0)
    ears += group(
        pebble(x + 5 * s, y - 24 * s, 3.6 * s, 11 * s, GREY, 10), turn=wave, about=(x + 4 * s, y - 15 * s)
    )
    body = pebble(x, y + 8 * s, 9.5 * s, 12 * s, GREY) + pebble(x, y + 10 * s, 5.5 * s, 7.5 * s, inner)
    feet = pebble(x - 7 * s, y + 18 * s, 5 * s, 3.6 * s, GREY) + pebble(
        x + 7 * s, y + 18 * s, 5 * s, 3.6 * s, GREY
    )
    paws = ""
    if arms:
        paws = pebble(x - 9 * s, y + 5 * s, 3 * s, 6 * s, GREY, 30) + pebble(
            x + 9 * s, y + 5 * s, 3 * s, 6 * s, GREY, -30
        )
    return group(ears + feet + body + paws + circle(x, y - 9 * s, 9 * s, GREY), turn=turn, about=at)


def tree(x: float, base: float, scale: float = 1) -> str:
    trunk = strokes([(x, base), (x, base - 50)], shade("#885730"), 7)
    crown = circle(x, base - 74, 32, LEAF2) + circle(x - 16, base - 60, 20, LEAF)
    return group(trunk + crown, about=(x, base), scale=scale)


def picture(x: float, y: float, w: float = 62) -> str:
    """A framed landscape: somebody has hung it where grown-ups look."""
    h = w * 0.7
    frame = rect(x, y, w, h, PAPER, 4)
    ground = y + h - w * 0.1
    hills = hill(x + w * 0.36, ground, w * 0.24, w * 0.24, MID) + hill(
        x + w * 0.62, ground, w * 0.26, w * 0.36, LEAF
    )
    return frame + hills + circle(x + w * 0.78, y + w * 0.2, w * 0.08, SUN)


def star(x: float, y: float, r: float = 2) -> str:
    return circle(x, y, r, PAPER)


def sprout(x: float, base: float, colour: str, scale: float = 1) -> str:
    """Two leaves on a stem: to live and grow."""
    leaf = "q-30 2 -32 -30q30 0 32 30z", "q30 0 32 -30q-30 2 -32 30z"
    d = f"M{number(x)} {number(base - 36)}{leaf[0]}M{number(x)} {number(base - 46)}{leaf[1]}"
    return group(
        strokes([(x, base), (x, base - 44)], colour, 7) + f'<path d="{d}" fill="{colour}"/>',
        about=(x, base),
        scale=scale,
    )


def bubble(x: float, y: float, w: float, h: float, fill: str, tail: int = -1) -> str:
    """A rounded speech shape, `x, y` its middle, the tail at the foot."""
    foot = y + h / 2
    start = x + tail * w * 0.18
    tip = points([(start - 9, foot - 3), (start + tail * 8 - 2, foot + 15), (start + 11, foot - 3)])
    return rect(x - w / 2, y - h / 2, w, h, fill, h * 0.3) + f'<path d="M{tip}z" fill="{fill}"/>'
