"""What gives up time, by the same cases as the room's script (`tests/shortening.json`)."""

import json
from pathlib import Path
from typing import Any

import pytest

from course_builder.content.step import Step
from course_builder.content.steps import shorten

CASES = json.loads((Path(__file__).parents[1] / "shortening.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_it_is_shortened(case: dict[str, Any]) -> None:
    steps = [Step(item=step["id"].partition(".")[0], title="", **step) for step in case["steps"]]
    found = shorten(steps, case["minutes"])
    assert [{"id": cut.id, "to": cut.to} for cut in found.cuts] == case["cuts"]
    assert found.still_over == case["still_over"]
