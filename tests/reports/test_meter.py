"""The arches say what the words beside them say, and no more."""

import pytest

from course_builder.reports.meter import MOST, arches, arches_of
from course_builder.reports.small import shown


def test_one_arch_for_each_person() -> None:
    assert "".join(arches(3, 2, 1, 1, 1)) == "yyywwdnu"


def test_a_large_unit_is_drawn_to_scale_and_somebody_is_never_nobody() -> None:
    drawn = arches(400, 1, 0, 99)
    assert len(drawn) < MOST
    assert (drawn.count("y"), drawn.count("w"), drawn.count("n")) == (16, 1, 4)


@pytest.mark.parametrize(
    ("done", "of", "drawn"),
    [
        (9, 14, "yyyyyyyyynnnnn"),
        (13, 14, "yyyyyyyyyyuuuu"),
        (3, 14, "uuuunnnnnnnnnn"),
        (3, 7, "uuuuuuu"),
        (2, 3, ""),
    ],
)
def test_what_is_not_told_is_not_drawn(done: int, of: int, drawn: str) -> None:
    assert "".join(arches_of(shown(done, of))) == drawn


def test_two_that_are_told_alike_are_drawn_alike() -> None:
    for of in range(60):
        told: dict[object, set[str]] = {}
        for done in range(of + 1):
            told.setdefault(shown(done, of), set()).add("".join(arches_of(shown(done, of))))
        assert all(len(same) == 1 for same in told.values())
