"""A course for a page of the application, where the server marks: nothing here tells what is right before there is an
answer. Made once a release and day; what a learner has done is put beside it.
"""

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from threading import Lock
from typing import Any

from course_builder.content.course import Course
from course_builder.content.questions import AnyQuestion
from course_builder.content.questions.question import Answer
from course_builder.content.render import sealed
from course_builder.content.render.blocks.local import Place, with_own
from course_builder.content.render.paint import Paint
from course_builder.content.tree import Tree
from course_builder.player.data import as_json
from course_builder.player.icons import sprite
from course_builder.player.options import PlayerOptions
from course_builder.player.outline import outline
from course_builder.player.page import parts, version
from course_builder.player.words import sealed_words

KEPT = 24
LATER = ("arrow-left", "lightbulb", "lock", "log-out", "sparkle", "user")
"""Icons that come with an answer, an attempt or the application's own bar."""


class SealedCourse:
    """`paint` keeps a parser that two threads must not use at once, so everything painted later is painted in turn."""

    def __init__(self, course: Course, built: Tree) -> None:
        self.course = course
        self.words = sealed_words(course.language)
        self._paint = Paint(course, self.words, sealed=True)
        self._turn = Lock()
        self._told: dict[str, dict[str, Any]] = {}
        self.title = self._paint.plain(course.title)
        self.version = version(course, self._paint)
        self.outline = outline(course, self._paint)
        self.parts = parts(course, self._paint)
        self.data = as_json(course, self._paint, PlayerOptions())
        later = "".join(self._paint.icon(name) for name in LATER)
        self.icons = sprite(self.outline + self.parts + later, built)

    def parts_with(self, own: Mapping[str, Iterable[Place]]) -> str:
        """Every part, with the routines and the support of a unit where it has said so itself."""
        return with_own(self.parts, own, self.words)

    @cached_property
    def writable(self) -> dict[str, str]:
        """Where she may write to herself: key -> id, of reflections and of what a film discussion asks."""
        own = [question for question in self.course.questions if question.kind == "reflect"]
        asked = [question for film in self.course.films for question in film.questions]
        return {one.key: one.id for one in (*own, *asked)}

    @cached_property
    def questions(self) -> dict[str, AnyQuestion]:
        """By key."""
        return {question.key: question for question in self.course.questions}

    def asked(self, question: AnyQuestion, quiz_key: str, *, arranged: bool) -> str:
        """A question of an attempt. `arranged`: its options stand in the attempt's own order."""
        with self._turn:
            return sealed.asked(question, self._paint, self._paint.levels.get(quiz_key), arranged=arranged)

    def unanswered(self, question: AnyQuestion) -> dict[str, Any]:
        """What the script may know of a question of an attempt."""
        return question.sealed(self._paint.plain)

    def told(self, question: AnyQuestion) -> dict[str, Any]:
        """What is right and why: only for somebody whose answer is stored."""
        with self._turn:
            if question.id not in self._told:
                self._told[question.id] = sealed.told(question, self._paint)
            return self._told[question.id]

    def opened(self, question: AnyQuestion, sent: Answer) -> Answer:
        return question.opened(sent, self._paint.plain)

    def closed(self, question: AnyQuestion, given: Answer) -> Answer:
        return question.closed(given, self._paint.plain)


_kept: OrderedDict[tuple[str, date], SealedCourse] = OrderedDict()
_lock = Lock()


def sealed_course(course: Course, built: Tree) -> SealedCourse:
    """The same one as long as the course and the day are the same."""
    key = (course.digest, course.today)
    with _lock:
        if key not in _kept:
            _kept[key] = SealedCourse(course, built)
            if len(_kept) > KEPT:
                _kept.popitem(last=False)
        _kept.move_to_end(key)
        return _kept[key]
