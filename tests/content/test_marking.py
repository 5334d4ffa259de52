"""Marks from the table that the browser is held to as well (tests/player/marking.test.mjs)."""

import json
from pathlib import Path
from typing import Any

import pytest

from course_builder.content.marking import MARKS, mark
from course_builder.content.questions import KINDS

TABLE: list[dict[str, Any]] = json.loads((Path(__file__).parents[1] / "marking.json").read_text("utf-8"))


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["case"])
def test_a_mark(row: dict[str, Any]) -> None:
    assert mark(row["data"], row["answer"]) == row["mark"]


def test_every_kind_has_at_least_eight_rows() -> None:
    rows = [row["data"]["kind"] for row in TABLE]
    kinds = [kind.model_fields["kind"].annotation.__args__[0] for kind in KINDS]  # type: ignore[union-attr]
    assert sorted(MARKS) == sorted(kinds)
    assert {kind: rows.count(kind) >= 8 for kind in kinds} == dict.fromkeys(kinds, True)
