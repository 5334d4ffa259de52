"""Right and wrong answers mixed, by keyboard, and too few of them right."""

import pytest

from tests.acceptance.conftest import SitDown
from tests.acceptance.reports import expected
from tests.acceptance.shipped import starter
from tests.acceptance.walk import Walk, best

pytestmark = pytest.mark.browser

FAILED = {"status": "incomplete", "success": "failed"}
STATUS = {"scorm12": {"status": "failed"}, "scorm2004-4": FAILED, "cmi5": FAILED}


@pytest.mark.timeout(600)
@pytest.mark.parametrize("format_name", STATUS)
def test_what_is_not_passed_is_told_as_that(classroom: SitDown, format_name: str) -> None:
    made = starter("sjalvstudier")
    half = made.quizzes[0].questions[::2]
    room = classroom(made, format_name)
    walk = Walk(room.open(), made, lambda question, _: question in half, tries=1)
    walk.enter()
    for part in made.parts:
        walk.study(part)
        last = walk.onward()
    assert last.name == "Det här har du kvar:"
    assert walk.keyboard.tab().is_("link", made.quizzes[0].title)
    walk.keyboard.activate("button", "Spara och stäng", back=True)
    room.left()
    (earned, possible), *_ = best(made, walk.given).values()
    assert 0 < earned / possible < made.pass_mark(made.quizzes[0])
    assert room.verdict() == {**STATUS[format_name], "score": f"{100 * earned / possible:.2f}"}
    assert room.answers() == expected(walk.given, room.version)
