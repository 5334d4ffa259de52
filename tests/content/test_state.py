"""What is counted in Python is what the script writes, with everything done at its longest."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from course_builder.content.blocks import Case, Checklist, FilmBlock
from course_builder.content.course import Course
from course_builder.content.models.lesson import Lesson
from course_builder.content.render.film_data import CHOICE, LONGEST_CHOICE, LONGEST_STATE
from course_builder.content.render.paint import Paint
from course_builder.content.state import ATTEMPT, by_part, worst
from course_builder.player.data import page_data
from course_builder.player.options import PlayerOptions
from course_builder.player.words import words
from tests.browser.ten_kinds import ten_kinds
from tests.packaging.tiny import tiny
from tests.portal import courses

HERE = Path(__file__).parents[1]
COURSES = {"ten kinds": ten_kinds, "tiny": tiny, "the portal's": courses.course}
ROUNDING = 12
"""Room that numbers of points, attempts and decimals may leave unused, a quiz."""


def longest(course: Course) -> dict[str, Any]:
    blocks = [block for part in course.parts if isinstance(part, Lesson) for block in part.blocks]
    cases = {block.key: 3 * (len(block.scenes) - 1) for block in blocks if isinstance(block, Case)}
    lists = {block.key: 3 * len(block.items) for block in blocks if isinstance(block, Checklist)}
    films = [talk.key for talk in course.films] + [
        block.key for block in blocks if isinstance(block, FilmBlock)
    ]
    answers = {
        question.key: question.longest_state for question in course.questions if question.longest_state
    }
    practice = [question.key for question in course.practice if question.longest_state]
    return {
        "kept": {
            **answers,
            **cases,
            **lists,
            **{quiz.key: ATTEMPT for quiz in course.quizzes},
            **dict.fromkeys(films, LONGEST_STATE),
            **({CHOICE: LONGEST_CHOICE} if films else {}),
        },
        "tried": [*practice, *cases],
    }


@pytest.mark.parametrize("name", COURSES)
def test_the_fullest_state_is_as_long_as_was_counted(name: str) -> None:
    course = COURSES[name]()
    page = page_data(course, Paint(course, words(course.language)), PlayerOptions())
    told = json.dumps({"page": page, "longest": longest(course)})
    command = [HERE.parent / "scripts" / "node.sh", "node", HERE / "player" / "fullest.mjs"]
    ran = subprocess.run(command, input=told, capture_output=True, text=True, check=True)
    assert 0 <= worst(course) - int(ran.stdout) <= ROUNDING * len(course.quizzes)


def test_each_part_has_its_share() -> None:
    course = courses.course(("barnet.md", "vardagen.md"))
    sizes = by_part(course)
    assert list(sizes) == [part.title for part in course.parts]
    assert sizes["I vardagen"] == len("KEY1d1") + len("KEY2kkkfff,")


def test_a_text_that_is_not_stored_takes_nothing() -> None:
    stored = courses.FIRST.replace("id: tanke\n", "id: tanke\nstored: true\n")
    more = worst(courses.course(barnet=stored)) - worst(courses.course())
    assert more > 500
