"""When the poster and the stills are taken. The film discussion shows the stills to those who read the film."""

from collections.abc import Iterator

from scripts.film.versions import PLAIN

POSTER = 36.6
STILLS = (9, 18, 26, 36, 41, 50, 60, 66, 70, 78, 84)
"""Seconds of the film. Both stops are among them."""


def named() -> Iterator[tuple[str, int]]:
    """Each file, and its second."""
    return ((f"{PLAIN.name}-{second // 60}-{second % 60:02}.webp", second) for second in STILLS)
