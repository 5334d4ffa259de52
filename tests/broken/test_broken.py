"""What an author sees of a course with faults: every problem, exactly, in both languages. `make golden` rewrites."""

import os
from datetime import date
from pathlib import Path

import pytest

from course_builder.content import checks
from course_builder.content.problems import Language, Problem
from course_builder.content.reading import read
from course_builder.paths.folder import FolderTree

FOLDER = Path(__file__).parent
CASES = sorted(path.name for path in FOLDER.iterdir() if path.is_dir() and not path.name.startswith("_"))
TODAY = date(2026, 11, 21)
TOLD: tuple[tuple[Language, str], ...] = (("sv", "problems.txt"), ("en", "problems.en.txt"))


def problems(case: str) -> tuple[Problem, ...]:
    return checks.run(read(FolderTree(FOLDER / case), today=TODAY), today=TODAY)


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize(("language", "file"), TOLD, ids=["sv", "en"])
def test_golden_problems(case: str, language: Language, file: str) -> None:
    made = "".join(problem.line(language) + "\n" for problem in problems(case))
    path = FOLDER / case / file
    if os.environ.get("GOLDEN") == "write":
        path.write_text(made, encoding="utf-8")
    assert made == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES)
def test_every_case_has_something_wrong(case: str) -> None:
    assert problems(case)
