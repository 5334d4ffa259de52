"""The waiting room; the painted band on the wall runs at the height of a child's eyes."""

from scripts.art.palette import DEEP, FLOOR, MID, PAPER, SUN, WALL, mix, shade
from scripts.art.shapes import WIDTH, Point, arch, circle, rect
from scripts.art.things import chair, clock, picture, plant, window

EYES = 131.0
GROUND = 216.0


def wall(ground: float = GROUND, eyes: float = EYES) -> str:
    """The band is left out where the eyes are below the floor."""
    return (
        rect(-40, -40, WIDTH + 80, ground + 40, WALL)
        + (_band(ground, eyes) if eyes < ground else "")
        + rect(-40, ground - 5, WIDTH + 80, 5, PAPER)
        + rect(-40, ground, WIDTH + 80, 130, FLOOR)
    )


def _band(ground: float, eyes: float) -> str:
    low = rect(-40, eyes, WIDTH + 80, ground - eyes, mix(WALL, FLOOR, 0.28))
    return low + rect(-40, eyes - 2, WIDTH + 80, 4, mix(MID, WALL, 0.35))


def waiting_room(name: str = "w", minutes: float = 550, seconds: float = 0) -> str:
    room = (
        wall() + window(name, 36, 150, 104, 122) + picture(228, 34) + clock((330, 52), 17, minutes, seconds)
    )
    chairs = "".join(chair(x, 236, 0.97) for x in (204, 272, 340))
    return room + chairs + plant(160, 238, 0.85)


def door(
    x: float, base: float, w: float, h: float, opened: float, colour: str = SUN, light: str = PAPER
) -> str:
    """Hinged on the right; `opened` 0..1 shows the light behind."""
    frame = arch(x - 6, base, w + 12, h + 6, PAPER)
    hole = arch(x, base, w, h, light)
    leaf = _leaf(x, base, w, h, opened, colour)
    return frame + hole + leaf


def _leaf(x: float, base: float, w: float, h: float, opened: float, colour: str) -> str:
    width = w * (1 - 0.86 * opened)
    squeeze = (
        f'<g transform="translate({x + w - width:.2f} 0) scale({width / w:.4f} 1) translate({-x:.2f} 0)">'
    )
    panel = arch(x, base, w, h, colour) + arch(
        x + w * 0.12, base - h * 0.08, w * 0.76, h * 0.78, shade(colour)
    )
    return squeeze + panel + circle(x + w * 0.14, base - h * 0.46, 5, DEEP) + "</g>"


def corner(at: Point) -> str:
    """A child's corner with blocks: low things stand on the floor."""
    x, y = at
    return (
        rect(x, y - 14, 14, 14, MID, 2)
        + rect(x + 15, y - 14, 14, 14, SUN, 2)
        + rect(x + 8, y - 28, 14, 14, DEEP, 2)
    )
