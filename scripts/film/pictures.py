"""Frames from the drawing kit to pixels, one after the other."""

from collections.abc import Iterator
from pathlib import Path

import skia

from scripts.art.shapes import WIDTH as UNITS
from scripts.film.motion import Moment
from scripts.film.story import frame
from scripts.film.versions import Version

WIDTH, HEIGHT, RATE = 1280, 720, 25
QUALITY = 82


def painted(moment: Moment, width: int = WIDTH, height: int = HEIGHT) -> skia.Image:
    surface = skia.Surface(width, height)
    drawing = skia.SVGDOM.MakeFromStream(skia.MemoryStream(frame(moment).encode(), True))
    with surface as canvas:
        canvas.scale(width / UNITS, width / UNITS)
        drawing.render(canvas)
    return surface.makeImageSnapshot()


def keep(second: float, target: Path, width: int, height: int) -> None:
    """One picture of the film, as WebP."""
    painted(Moment(story=second, world=second), width, height).save(str(target), skia.kWEBP, QUALITY)


def frames(version: Version) -> Iterator[bytes]:
    """Rows of blue, green, red and nothing, as ffmpeg's bgr0."""
    for number in range(round(version.length * RATE)):
        yield painted(version.moment(number / RATE)).toarray(colorType=skia.kBGRA_8888_ColorType).tobytes()
