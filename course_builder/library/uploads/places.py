"""The name a file gets in a draft: `media/` and its own, and never that of another file."""

from collections.abc import Collection
from itertools import count
from pathlib import PurePosixPath

from course_builder.content.media import RESERVED, file_name

FOLDER = "media/"


def free_path(name: str, suffix: str, there: Collection[str], folder: str = FOLDER) -> str:
    """`Bild på väntrum.PNG` -> `media/bild-pa-vantrum.png`, with a number behind it when that one is taken."""
    stem = PurePosixPath(file_name(name)).stem
    stem = f"{stem}-fil" if stem in RESERVED else stem
    taken = {path.lower() for path in there}
    wanted = f"{folder}{stem}{suffix}"
    numbers = count(2)
    while wanted in taken:
        wanted = f"{folder}{stem}-{next(numbers)}{suffix}"
    return wanted
