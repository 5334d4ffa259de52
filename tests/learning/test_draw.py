"""The server draws as the browser does: `tests/player/draw.test.mjs` reads the same table."""

import json
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_builder.learning.draw import SEED_LENGTH, drawn, mixed, new_seed

TABLE: list[dict[str, Any]] = json.loads((Path(__file__).parents[1] / "draw.json").read_text("utf-8"))


class Thing(NamedTuple):
    key: str


@pytest.mark.parametrize("row", TABLE)
def test_the_table(row: dict[str, Any]) -> None:
    things = [Thing(key) for key in row["keys"]]
    made = drawn(things, row["draw"], row["shuffle"], row["seed"], lambda one: one.key in row["answered"])
    assert [one.key for one in made] == row["drawn"]


@given(
    st.lists(st.text("abcXYZ019-_", min_size=4, max_size=4), unique=True, max_size=12),
    st.text("0a9z", max_size=8),
)
def test_a_question_that_is_gone_moves_no_other(keys: list[str], seed: str) -> None:
    things = [Thing(key) for key in keys]
    assert mixed(things[1:], seed) == [one for one in mixed(things, seed) if one not in things[:1]]


def test_seeds_are_short_and_seldom_the_same() -> None:
    seeds = Counter(new_seed() for _ in range(1000))
    assert {len(seed) for seed in seeds} == {SEED_LENGTH}
    assert seeds.most_common(1)[0][1] == 1


def test_every_question_is_drawn_about_as_often() -> None:
    things = [Thing(f"key{number}") for number in range(8)]
    counts = Counter(one.key for number in range(4000) for one in drawn(things, 2, True, f"{number:04}"))
    assert all(850 < count < 1150 for count in counts.values()), counts
