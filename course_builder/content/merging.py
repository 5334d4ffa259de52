"""Two changes of one text brought together where they are not of the same lines."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

Change = tuple[int, int, Sequence[str]]
"""Lines of the base, from and to, and what stands there instead."""


def merged(base: str, one: str, other: str) -> str | None:
    """Both changes of `base`; None when they touch the same lines."""
    lines = base.splitlines(keepends=True)
    mine, theirs = list(_changes(lines, one)), list(_changes(lines, other))
    if any(_meet(first, second) for first in mine for second in theirs if first != second):
        return None
    made, at = [], 0
    for start, end, new in sorted({(s, e, tuple(n)) for s, e, n in (*mine, *theirs)}):
        made += [*lines[at:start], *new]
        at = end
    return "".join([*made, *lines[at:]])


def _changes(lines: Sequence[str], text: str) -> Iterator[Change]:
    new = text.splitlines(keepends=True)
    matcher = SequenceMatcher(None, lines, new, autojunk=False)
    for tag, start, end, low, high in matcher.get_opcodes():
        if tag != "equal":
            yield start, end, new[low:high]


def _meet(first: Change, second: Change) -> bool:
    """Two insertions at the same place meet too: nobody can say which comes first."""
    if first[0] == second[0]:
        return True
    low, high = sorted((first, second), key=lambda change: change[:2])
    return high[0] < low[1]
