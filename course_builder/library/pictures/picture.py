"""A photograph or the like, written anew in a child of its own."""

import sys
from pathlib import Path

from course_builder.library.limited.run import GIGABYTE, Limits, run

MEMORY = 2 * GIGABYTE
LIMITS = Limits(cpu=60, wall=90, memory=MEMORY, written=100_000_000)


class NotAPicture(Exception):
    """It cannot be read as what it says it is."""


class PictureTooLarge(Exception):
    """It has more pixels than are taken in."""


def written_anew(source: Path, target: Path, suffix: str) -> tuple[int, int]:
    """Width and height of `target`; NotAPicture and PictureTooLarge leave no file there."""
    words = [sys.executable, "-I", "-m", "course_builder.library.pictures.rewrite"]
    ended = run([*words, str(source), str(target), suffix], LIMITS)
    sizes = ended.said.split()
    if ended.well and len(sizes) == 2:
        return int(sizes[0]), int(sizes[1])
    target.unlink(missing_ok=True)
    raise PictureTooLarge if ended.said.strip() == "pixels" else NotAPicture
