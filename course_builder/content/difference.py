"""Two texts beside each other, line by line and word by word, for people to read."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Kind = Literal["same", "changed", "gone", "new", "skipped"]
WORDS = re.compile(r"\s+|\w+|[^\w\s]")
LIKE = 0.4
"""So much of two lines must be the same for one to be shown as a change of the other."""
AROUND = 2
"""Lines shown before and after a change."""
MOST_LINES = 4000


@dataclass(frozen=True)
class Bit:
    """Some words, and whether they stand only on this side."""

    words: str
    own: bool


@dataclass(frozen=True)
class Row:
    """A line before and after. `skipped` stands for `count` lines that are the same."""

    kind: Kind
    before: tuple[Bit, ...] = ()
    after: tuple[Bit, ...] = ()
    count: int = 0

    def as_data(self) -> Mapping[str, object]:
        return {
            "kind": self.kind, "count": self.count,
            "before": [[bit.words, bit.own] for bit in self.before], "after": [[bit.words, bit.own] for bit in self.after],
        }  # fmt: skip


def compared(before: str, after: str) -> tuple[Row, ...]:
    """Every line of both, in order."""
    old, new = before.splitlines(), after.splitlines()
    rows: list[Row] = []
    for tag, start, end, low, high in _opcodes(old, new):
        if tag == "equal":
            rows += (Row("same", (Bit(line, False),), (Bit(line, False),)) for line in old[start:end])
        else:
            rows += _block(old[start:end], new[low:high])
    return tuple(rows)


def changes(before: str, after: str, around: int = AROUND) -> tuple[Row, ...]:
    """As `compared`, but of the same lines only those near a change."""
    rows = compared(before, after)
    near = {
        place + step
        for place, row in enumerate(rows)
        if row.kind != "same"
        for step in range(-around, around + 1)
    }
    return tuple(_folded(rows, near))


def _folded(rows: Sequence[Row], near: set[int]) -> Iterator[Row]:
    skipped = 0
    for place, row in enumerate(rows):
        if place not in near:
            skipped += 1
            continue
        if skipped:
            yield Row("skipped", count=skipped)
        skipped = 0
        yield row
    if skipped and near:
        yield Row("skipped", count=skipped)


def _opcodes(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """Very long texts are compared as two wholes: the time grows with the square of the lines."""
    if max(len(old), len(new)) > MOST_LINES:
        yield ("equal" if old == new else "replace"), 0, len(old), 0, len(new)
        return
    yield from SequenceMatcher(None, old, new, autojunk=False).get_opcodes()


def _block(old: Sequence[str], new: Sequence[str]) -> Iterator[Row]:
    """Lines that resemble each other stand on one row; the others on rows of their own."""
    for place in range(max(len(old), len(new))):
        was = old[place] if place < len(old) else None
        now = new[place] if place < len(new) else None
        if was is not None and now is not None and _alike(was, now):
            yield Row("changed", *_bits(was, now))
            continue
        if was is not None:
            yield Row("gone", (Bit(was, True),))
        if now is not None:
            yield Row("new", (), (Bit(now, True),))


def _alike(was: str, now: str) -> bool:
    matcher = SequenceMatcher(None, WORDS.findall(was), WORDS.findall(now), autojunk=False)
    return matcher.quick_ratio() >= LIKE and matcher.ratio() >= LIKE


def _bits(was: str, now: str) -> tuple[tuple[Bit, ...], tuple[Bit, ...]]:
    old, new = WORDS.findall(was), WORDS.findall(now)
    before, after = [], []
    for tag, start, end, low, high in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        before.append(Bit("".join(old[start:end]), tag != "equal"))
        after.append(Bit("".join(new[low:high]), tag != "equal"))
    return _said(before), _said(after)


def _said(bits: Sequence[Bit]) -> tuple[Bit, ...]:
    return tuple(bit for bit in bits if bit.words)
