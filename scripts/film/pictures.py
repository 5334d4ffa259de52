"""Frames from the drawing kit to PNG, several at a time and always in order."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from os import cpu_count

from resvg_py import svg_to_bytes

from scripts.film.motion import Moment
from scripts.film.story import frame
from scripts.film.versions import Version

WIDTH, HEIGHT, RATE = 1280, 720, 25


def picture(moment: Moment, width: int = WIDTH, height: int = HEIGHT) -> bytes:
    return bytes(svg_to_bytes(svg_string=frame(moment), width=width, height=height, skip_system_fonts=True))


def pictures(version: Version) -> Iterator[bytes]:
    moments = [version.moment(number / RATE) for number in range(round(version.length * RATE))]
    with ProcessPoolExecutor(cpu_count()) as pool:
        yield from pool.map(picture, moments, chunksize=25)
