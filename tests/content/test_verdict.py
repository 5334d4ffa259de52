"""The table of verdicts, also run in JavaScript (tests/player/verdict.test.mjs), and what holds for every score."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_builder.content.verdict import WHOLE, GradedQuiz, Rule, Verdict, judge, raised

TABLE = json.loads((Path(__file__).parent.parent / "verdict.json").read_text())


def quizzes(rows: list[dict[str, Any]]) -> list[GradedQuiz]:
    return [GradedQuiz(row["pass"], row["possible"], row["earned"], row["tries_left"]) for row in rows]


@pytest.mark.parametrize("case", TABLE["judge"], ids=lambda case: case["name"])
def test_judge(case: dict[str, Any]) -> None:
    judged = judge(Rule(**case["rule"]), quizzes(case["quizzes"]), case["read"], case["portal_mastery"])
    assert judged == Verdict(**case["verdict"])


@pytest.mark.parametrize("case", TABLE["raised"], ids=lambda case: case["name"])
def test_raised(case: dict[str, Any]) -> None:
    assert raised(Verdict(**case["before"]), Verdict(**case["now"])) == Verdict(**case["raised"])


graded = st.integers(1, 400).flatmap(
    lambda possible: st.builds(
        GradedQuiz,
        st.floats(0, 1),
        st.just(possible),
        st.integers(0, possible * 10).map(lambda tenths: tenths / 10),
    )
)


@given(st.lists(graded, min_size=1, max_size=6), st.floats(0, 1))
def test_never_failed_at_the_mark_and_never_passed_below_it(rows: list[GradedQuiz], mastery: float) -> None:
    judged = judge(Rule(), rows, True, mastery)
    exact = sum(row.earned or 0 for row in rows) / sum(row.possible for row in rows)
    assert judged.success == ("passed" if exact + 1e-9 >= mastery else "failed")
    assert judged.score is not None
    assert (judged.score / WHOLE + 2e-9 >= mastery) == (judged.success == "passed")
    assert 0 <= judged.score <= WHOLE


verdicts = st.builds(
    Verdict,
    st.sampled_from(["incomplete", "completed"]),
    st.sampled_from(["unknown", "failed", "passed"]),
    st.none() | st.integers(0, WHOLE),
)


@given(verdicts, verdicts)
def test_raising_twice_changes_nothing_more(before: Verdict, now: Verdict) -> None:
    once = raised(before, now)
    assert raised(once, now) == once
    assert raised(before, once) == once
