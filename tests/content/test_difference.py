"""Two texts beside each other, and two changes of one text brought together."""

import random

import pytest

from course_builder.content.difference import Bit, Row, changes, compared
from course_builder.content.merging import merged


def said(rows: tuple[Row, ...]) -> list[tuple[str, str, str]]:
    """`[]` around what stands only on that side."""

    def of(bits: tuple[Bit, ...]) -> str:
        return "".join(f"[{bit.words}]" if bit.own else bit.words for bit in bits)

    return [(row.kind, of(row.before), of(row.after)) for row in rows]


def test_words_within_a_line() -> None:
    rows = compared("Barnet har rätt att tala.\nSlut.", "Barnet har alltid rätt att tala.\nSlut.")
    assert said(rows) == [
        ("changed", "Barnet har rätt att tala.", "Barnet har[ alltid] rätt att tala."),
        ("same", "Slut.", "Slut."),
    ]


def test_lines_that_have_nothing_in_common() -> None:
    assert said(compared("Ett", "Helt annan mening")) == [
        ("gone", "[Ett]", ""),
        ("new", "", "[Helt annan mening]"),
    ]


def test_what_is_the_same_is_folded_away() -> None:
    before = "\n".join(f"rad {number}" for number in range(20))
    rows = changes(before, before.replace("rad 10", "rad tio"))
    assert [row.kind for row in rows] == ["skipped", "same", "same", "changed", "same", "same", "skipped"]
    assert [row.count for row in rows if row.kind == "skipped"] == [8, 7]
    assert changes(before, before) == ()


def test_nothing_is_lost_between_the_sides() -> None:
    dice = random.Random(4)
    for _ in range(200):
        old = "\n".join(dice.choices(["a b", "b c", "c", "", "d e f"], k=dice.randrange(8)))
        new = "\n".join(dice.choices(["a b", "b c", "c", "", "d e f"], k=dice.randrange(8)))
        rows = compared(old, new)
        assert ["".join(b.words for b in row.before) for row in rows if row.kind != "new"] == old.splitlines()
        assert ["".join(b.words for b in row.after) for row in rows if row.kind != "gone"] == new.splitlines()


BASE = "ett\ntvå\ntre\nfyra\n"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("ETT\ntvå\ntre\nfyra\n", "ett\ntvå\ntre\nFYRA\n", "ETT\ntvå\ntre\nFYRA\n"),
        ("två\ntre\nfyra\n", "ett\ntvå\ntre\nfyra\nfem\n", "två\ntre\nfyra\nfem\n"),
        ("ETT\ntvå\ntre\nfyra\n", "Ett\ntvå\ntre\nfyra\n", None),
        ("ett\nx\ntvå\ntre\nfyra\n", "ett\ny\ntvå\ntre\nfyra\n", None),
        ("ett\nx\ntvå\ntre\nfyra\n", "ett\nx\ntvå\ntre\nfyra\n", "ett\nx\ntvå\ntre\nfyra\n"),
        (BASE, "annat", "annat"),
    ],
)
def test_two_changes_together(one: str, other: str, expected: str | None) -> None:
    assert merged(BASE, one, other) == expected
    assert merged(BASE, other, one) == expected
