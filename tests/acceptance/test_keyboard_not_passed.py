"""Right and wrong answers mixed, by keyboard, and too few of them right: the portal keeps the course open."""

import pytest

from tests.acceptance.conftest import SitDown
from tests.acceptance.reports import expected
from tests.acceptance.shipped import starter
from tests.acceptance.walk import Walk, best

pytestmark = pytest.mark.browser

STARTED = {"status": "incomplete", "success": "unknown"}
STATUS = {"scorm12": {"status": "incomplete"}, "scorm2004-4": STARTED, "cmi5": STARTED}


@pytest.mark.timeout(600)
@pytest.mark.parametrize("format_name", STATUS)
def test_what_is_not_passed_can_be_tried_again(classroom: SitDown, format_name: str) -> None:
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
    told = 100 * earned / possible if format_name != "cmi5" else 0  # there a score belongs to a judgement
    assert room.verdict() == {**STATUS[format_name], "score": f"{told:.2f}"}
    assert room.answers() == expected(walk.given, room.version)
