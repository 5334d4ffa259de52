"""What a course asks, ready to be marked: made once for each release, because every answer needs it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from course_builder.content.course import Course
from course_builder.content.models.quiz import Quiz
from course_builder.content.questions import AnyQuestion
from course_builder.content.questions.question import Data
from course_builder.learning.draw import drawn

KEPT = 64
ATTEMPTS_KEPT = 2048


@dataclass(frozen=True)
class Asked:
    question: AnyQuestion
    quiz: Quiz | None
    data: Data


@dataclass(frozen=True)
class Sheet:
    """`asked` has every question by its id; a question of a quiz and a practice question never share one."""

    course: Course
    asked: Mapping[str, Asked]
    quizzes: Mapping[str, Quiz]
    parts: frozenset[str]
    """Keys of what is read: lessons and film discussions."""


@dataclass(frozen=True)
class _Keyed:
    digest: str
    course: Course = field(compare=False)


def sheet_of(course: Course) -> Sheet:
    return _sheet(_Keyed(course.digest, course))


@lru_cache(maxsize=KEPT)
def _sheet(keyed: _Keyed) -> Sheet:
    course = keyed.course
    asked = {question.id: Asked(question, None, question.data()) for question in course.practice}
    for quiz in course.quizzes:
        asked |= {question.id: Asked(question, quiz, question.data()) for question in quiz.questions}
    parts = frozenset(part.key for part in course.parts if not isinstance(part, Quiz))
    return Sheet(course, asked, {quiz.id: quiz for quiz in course.quizzes}, parts)


def drawn_ids(course: Course, quiz_id: str, seed: str) -> tuple[str, ...]:
    """The ids of the questions an attempt asks, in their order."""
    return _drawn(_Keyed(course.digest, course), quiz_id, seed)


@lru_cache(maxsize=ATTEMPTS_KEPT)
def _drawn(keyed: _Keyed, quiz_id: str, seed: str) -> tuple[str, ...]:
    quiz = _sheet(keyed).quizzes[quiz_id]
    return tuple(question.id for question in drawn(quiz.questions, quiz.draw, quiz.shuffle, seed))
