"""Each problem is told where it was made, and only there; a near neighbour is not told of."""

from collections import Counter

import pytest

from tests.content.planted.all import CASES
from tests.content.planted.case import Planted
from tests.content.trees import BASE, Files, check


def numbered(cases: list[Planted]) -> list[str]:
    seen: Counter[str] = Counter()
    names = []
    for case in cases:
        seen[case.code] += 1
        names.append(f"{case.code}-{seen[case.code]}")
    return names


@pytest.mark.parametrize("case", CASES, ids=numbered(CASES))
def test_a_planted_problem_is_told_at_its_place(case: Planted) -> None:
    assert places(case, case.course()) == case.places()


@pytest.mark.parametrize("case", CASES, ids=numbered(CASES))
def test_the_mended_neighbour_is_not_told_of(case: Planted) -> None:
    assert places(case, case.mended()) == []


def test_the_base_is_clean() -> None:
    assert check(BASE) == ()


def places(case: Planted, files: Files) -> list[str]:
    return sorted(str(problem.place) for problem in case.problems(files) if problem.code.name == case.code)
