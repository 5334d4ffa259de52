"""Six shapes and what holds them together; every function gives a piece of SVG."""

from collections.abc import Iterable

WIDTH, HEIGHT = 480, 270

Point = tuple[float, float]


def number(value: float) -> str:
    return f"{round(value, 2) + 0.0:g}"


def points(pairs: Iterable[Point]) -> str:
    return " ".join(f"{number(x)} {number(y)}" for x, y in pairs)


def circle(x: float, y: float, r: float, fill: str) -> str:
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(r)}" fill="{fill}"/>'


def pebble(x: float, y: float, rx: float, ry: float, fill: str, turn: float = 0) -> str:
    turned = f' transform="rotate({number(turn)} {number(x)} {number(y)})"' if turn else ""
    size = f'rx="{number(rx)}" ry="{number(ry)}"'
    return f'<ellipse cx="{number(x)}" cy="{number(y)}" {size}{turned} fill="{fill}"/>'


def rect(x: float, y: float, w: float, h: float, fill: str, r: float = 0) -> str:
    corner = f' rx="{number(r)}"' if r else ""
    size = f'width="{number(w)}" height="{number(h)}"'
    return f'<rect x="{number(x)}" y="{number(y)}" {size}{corner} fill="{fill}"/>'


def arch(x: float, base: float, w: float, h: float, fill: str) -> str:
    """Round at the top, straight to the floor; `x` is the left side."""
    r = number(w / 2)
    side = number(h - w / 2)
    return (
        f'<path d="M{number(x)} {number(base)}v-{side}a{r} {r} 0 0 1 {number(w)} 0v{side}z" fill="{fill}"/>'
    )


def hill(x: float, base: float, rx: float, ry: float, fill: str) -> str:
    start = points([(x - rx, base)])
    return f'<path d="M{start}a{number(rx)} {number(ry)} 0 0 1 {number(2 * rx)} 0z" fill="{fill}"/>'


def shape(d: str, fill: str) -> str:
    return f'<path d="{d}" fill="{fill}"/>'


def polygon(corners: Iterable[Point], fill: str, r: float = 0) -> str:
    """Straight sides; `r` rounds the corners with a line of the same colour."""
    edge = f' stroke="{fill}" stroke-width="{number(2 * r)}" stroke-linejoin="round"' if r else ""
    return f'<path d="M{points(corners)}z" fill="{fill}"{edge}/>'


def line(d: str, colour: str, width: float, dash: str = "") -> str:
    pattern = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="{number(width)}"'
        f' stroke-linecap="round" stroke-linejoin="round"{pattern}/>'
    )


def strokes(pairs: Iterable[Point], colour: str, width: float) -> str:
    return line(f"M{points(pairs)}", colour, width)


def group(body: str, move: Point = (0, 0), turn: float = 0, about: Point = (0, 0), scale: float = 1) -> str:
    parts = []
    if move != (0, 0):
        parts.append(f"translate({points([move])})")
    if turn:
        parts.append(f"rotate({number(turn)} {points([about])})")
    if scale != 1:
        x, y = about
        parts.append(f"translate({points([(x, y)])}) scale({scale:.4g}) translate({points([(-x, -y)])})")
    return f'<g transform="{" ".join(parts)}">{body}</g>' if parts else body


def faded(body: str, opacity: float) -> str:
    if opacity >= 1:
        return body
    return f'<g opacity="{number(opacity)}">{body}</g>' if opacity > 0 else ""


def clipped(name: str, mask: str, body: str) -> str:
    """`body` seen through `mask`; `name` must be unique in the picture."""
    return f'<clipPath id="{name}">{mask}</clipPath><g clip-path="url(#{name})">{body}</g>'


def svg(body: str, size: tuple[int, int] = (WIDTH, HEIGHT)) -> str:
    width, height = size
    box = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box}>{body}</svg>\n'
