"""Can the captions be read while the film plays? Pure questions about cues; `checks/` tells the author."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from course_builder.content.captions import Cue

COMFORTABLE_SPEED = 17.0
FASTEST_SPEED = 20.0
MOST_LINES = 2
WIDEST_LINE = 42


def overlapping(cues: Sequence[Cue]) -> Iterator[tuple[Cue, Cue]]:
    """Neighbours in time that are shown together."""
    return ((former, later) for former, later in pairwise(cues) if later.start < former.end)


def speed(cue: Cue) -> float:
    """Characters a second."""
    return len(cue.plain.replace("\n", " ")) * 1000 / (cue.end - cue.start)


def too_fast(cues: Iterable[Cue], limit: float = FASTEST_SPEED) -> Iterator[Cue]:
    return (cue for cue in cues if speed(cue) > limit)


def too_long(cues: Iterable[Cue]) -> Iterator[Cue]:
    """More lines, or wider ones, than fit under a picture."""
    return (cue for cue in cues if not _fits(cue))


def outside(cues: Iterable[Cue], length: float) -> Iterator[Cue]:
    """Cues that start after the film is over, or last half a second longer than it. Length in seconds."""
    return (cue for cue in cues if cue.start >= length * 1000 or cue.end > length * 1000 + 500)


def _fits(cue: Cue) -> bool:
    lines = cue.plain.split("\n")
    return len(lines) <= MOST_LINES and all(len(line) <= WIDEST_LINE for line in lines)
