"""What was imported, written as our own files and read as every course is."""

import random
from collections.abc import Sequence
from datetime import date
from typing import Any

from course_builder.content import checks
from course_builder.content.course import Course
from course_builder.content.editing.house import block_lines
from course_builder.content.problems import errors
from course_builder.content.questions import AnyQuestion
from course_builder.content.reading import read
from course_builder.content.tree import MemoryTree
from course_builder.importing.fitting import identified
from course_builder.importing.imported import Imported

TODAY = date(2026, 11, 22)
COURSE = "id: prov\ntitle: Prov\naudience:\n  - ombud\nmodules:\n  - id: ett\n    title: Ett\n    lessons:\n      - {}\n"


def as_quiz(imported: Imported) -> str:
    used: set[str] = set()
    chance = random.Random(7)
    questions = [
        identified(one.value, used, lambda letters: chance.choice(letters)) for one in imported.questions
    ]
    return (
        "\n".join(block_lines({"kind": "quiz", "id": "fragor", "title": "Frågor", "questions": questions}, 0))
        + "\n"
    )


def course_of(files: dict[str, str | bytes], part: str) -> Course:
    """Through the models and the checks; nothing may stop it."""
    reading = read(MemoryTree({"course.yaml": COURSE.format(part), **files}), today=TODAY)
    found = [problem.line("sv") for problem in errors(checks.run(reading, today=TODAY))]
    assert found == []
    assert reading.course is not None
    return reading.course


def questions_of(imported: Imported) -> Sequence[AnyQuestion]:
    if not imported.questions:
        return []
    return course_of({"fragor.yaml": as_quiz(imported)}, "quiz: fragor").questions


def values(imported: Imported) -> list[dict[str, Any]]:
    return [one.value for one in imported.questions]


def told(imported: Imported) -> list[str]:
    """`line code` of what was left out and of what was changed."""
    found = [*imported.problems, *(problem for one in imported.questions for problem in one.problems)]
    found += [problem for one in imported.lessons for problem in one.problems]
    return [f"{problem.place.line} {problem.code.name}" for problem in found]
