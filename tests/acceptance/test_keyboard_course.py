"""grundutbildning from start to finish by keyboard alone, closed and opened again on the way."""

import pytest

from course_builder.content.course import Course, Part
from course_builder.content.models.film import FilmDiscussion
from course_builder.content.questions.question import Question
from tests.acceptance import film
from tests.acceptance.classroom import Classroom
from tests.acceptance.conftest import SitDown
from tests.acceptance.reports import expected
from tests.acceptance.shipped import course
from tests.acceptance.walk import Walk, best

pytestmark = pytest.mark.browser

PASSED = {"status": "completed", "success": "passed"}
STATUS = {"scorm12": {"status": "passed"}, "scorm2004-4": PASSED, "cmi5": PASSED}


class Attendance:
    """Somebody who takes the course in several sittings."""

    def __init__(self, room: Classroom, made: Course) -> None:
        self.room = room
        self.course = made
        self.quizzes = made.quizzes
        self.walk = Walk(room.open(), made, self.knows)
        self.walk.enter()

    def knows(self, question: Question, attempt: int) -> bool:
        """Nothing at the first quiz's first try; after that all but the first question of each quiz."""
        first = self.quizzes[0]
        if question in first.questions:
            return attempt > 1
        return all(question != quiz.questions[0] for quiz in self.quizzes)

    def come_back(self) -> None:
        self.room.close()
        self.walk.keyboard = self.room.open()
        self.walk.enter()

    def take(self) -> None:
        for place, part in enumerate(self.course.parts):
            if isinstance(part, FilmDiscussion):
                self.discuss(part)
            else:
                self.stop_halfway(place, part)
                self.walk.study(part)
            self.walk.onward()

    def stop_halfway(self, place: int, part: Part) -> None:
        """In the second lesson after its question, in the second quiz after three."""
        if place == 1:
            self.walk.study(part, answers=1)
            self.come_back()
        if part == self.quizzes[1]:
            self.walk.study(part, answers=3)
            self.come_back()

    def discuss(self, talk: FilmDiscussion) -> None:
        keyboard = self.walk.keyboard
        film.think(keyboard, "Till filmen")
        film.to_stop(keyboard, talk.pauses[0])
        film.answer(keyboard, talk.pauses[0])
        self.come_back()
        keyboard = self.walk.keyboard
        for pause in talk.pauses[1:]:
            film.to_stop(keyboard, pause)
            film.answer(keyboard, pause)
        film.read(keyboard)
        film.think(keyboard, "Till frågorna efter filmen")
        self.walk.study(talk)


@pytest.mark.timeout(900)
@pytest.mark.parametrize("format_name", STATUS)
def test_the_whole_course_by_keyboard_in_four_sittings(classroom: SitDown, format_name: str) -> None:
    made = course("grundutbildning")
    attendance = Attendance(classroom(made, format_name), made)
    attendance.take()
    room, walk = attendance.room, attendance.walk
    walk.keyboard.activate("button", "Spara och stäng", back=True)
    room.left()
    earned, possible = (sum(points) for points in zip(*best(made, walk.given).values(), strict=True))
    assert room.verdict() == {**STATUS[format_name], "score": f"{100 * earned / possible:.2f}"}
    assert room.answers() == expected(walk.given, room.version)
    assert len(walk.stories) == 4
