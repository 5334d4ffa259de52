"""Heads without faces: the bare patch moves, and that is how one sees where somebody looks."""

from dataclasses import dataclass

from scripts.art.shapes import Point, arch, circle, line, pebble, points


@dataclass(frozen=True)
class Look:
    body: str
    skin: str
    hair: str
    style: str
    legs: str = "#0d5c6e"
    shoes: str = "#172933"


@dataclass(frozen=True)
class Gaze:
    """aside -1 left, 1 right; up -1 down, 1 up; away = seen from behind."""

    aside: float = 0
    up: float = 0
    away: bool = False


AHEAD = Gaze()


def head(at: Point, r: float, look: Look, gaze: Gaze = AHEAD) -> str:
    x, y = at
    return _behind(x, y, r, look) + _crown(x, y, r, look, gaze) + _face(x, y, r, look, gaze)


def _face(x: float, y: float, r: float, look: Look, gaze: Gaze) -> str:
    if gaze.away:
        return ""
    scarf = look.style == "scarf"
    size = r * (0.74 if scarf else 0.87)
    down = r * ((0.06 if scarf else 0.2) - 0.2 * gaze.up)
    return circle(x + 0.26 * r * gaze.aside, y + down, size, look.skin)


def _crown(x: float, y: float, r: float, look: Look, gaze: Gaze) -> str:
    if look.style == "curls":
        return circle(x, y, r, look.hair) + _curls(x - 0.12 * r * gaze.aside, y, r, look.hair)
    ears = "" if look.style in ("scarf", "long") or gaze.away else _ears(x, y, r, look, gaze)
    return circle(x, y, r * 1.03, look.hair) + ears


def _curls(x: float, y: float, r: float, hair: str) -> str:
    spots = (
        (-0.98, 0.02),
        (-0.86, -0.5),
        (-0.46, -0.86),
        (0.04, -1.0),
        (0.52, -0.84),
        (0.88, -0.46),
        (0.98, 0.06),
    )
    return "".join(circle(x + dx * r, y + dy * r, r * 0.36, hair) for dx, dy in spots)


def _ears(x: float, y: float, r: float, look: Look, gaze: Gaze) -> str:
    ear = x - gaze.aside * r * 0.6
    if abs(gaze.aside) < 0.4:
        return circle(x - 0.93 * r, y + 0.25 * r, r * 0.17, look.skin) + circle(
            x + 0.93 * r, y + 0.25 * r, r * 0.17, look.skin
        )
    return circle(ear, y + 0.3 * r, r * 0.17, look.skin)


def _behind(x: float, y: float, r: float, look: Look) -> str:
    if look.style == "scarf":
        return arch(x - r * 1.2, y + r * 1.75, r * 2.4, r * 2.9, look.hair)
    if look.style == "long":
        return arch(x - r * 1.16, y + r * 1.4, r * 2.32, r * 2.5, look.hair)
    if look.style == "bun":
        return circle(x, y - r * 1.22, r * 0.48, look.hair)
    if look.style == "braids":
        return "".join(_braid(x, y, r, side, look.hair) for side in (-1, 1))
    if look.style == "tail":
        return pebble(x - r * 1.15, y + r * 0.5, r * 0.34, r * 0.85, look.hair, 20)
    return ""


def _braid(x: float, y: float, r: float, side: int, hair: str) -> str:
    start = points([(x + side * r * 0.85, y + r * 0.2)])
    bend = points([(side * r * 0.6, r * 0.6), (side * r * 0.4, r * 1.45)])
    return line(f"M{start}q{bend}", hair, r * 0.4)
