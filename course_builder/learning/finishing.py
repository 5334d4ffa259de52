"""The end of an attempt: what its answers earned together, counted from the answers and nothing else."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from course_builder.content.course import Course
from course_builder.content.verdict import ALMOST
from course_builder.learning.asked import drawn_ids, sheet_of
from course_builder.learning.events import Kind, about
from course_builder.learning.models import Answer, Attempt
from course_builder.learning.seat import Enrolled

DECIMALS = 6


class Try(Protocol):
    """An `Attempt`, or as much of one as an answer needs."""

    @property
    def id(self) -> int: ...
    @property
    def quiz_id(self) -> str: ...
    @property
    def number(self) -> int: ...
    @property
    def seed(self) -> str: ...


@dataclass(frozen=True)
class Result:
    """Of one attempt. `possible` is 0 when nothing in it was graded."""

    number: int
    earned: float
    possible: float
    passed: bool
    left: int | None
    """Attempts that are left; None when there is no limit."""


def finish(
    session: Session, enrolment: Enrolled, course: Course, attempt: Try, question_id: str, now: datetime
) -> Result:
    """Closes the attempt, whose last answer was to the question. `course` is the release the attempt began with."""
    earned, possible = points(session, course, attempt)
    values = {"finished": now, "finished_by": question_id, "earned": earned, "possible": possible}
    session.execute(update(Attempt).where(Attempt.id == attempt.id).values(values))
    data = {"attempt": attempt.id, "question": question_id, "earned": earned, "possible": possible}
    about(session, Kind.FINISHED, enrolment, now, data)
    return result(course, attempt.quiz_id, attempt.number, earned, possible)


def points(session: Session, course: Course, attempt: Try) -> tuple[float, float]:
    """What the answers have earned, and what the questions of the attempt can give."""
    asked = sheet_of(course).asked
    rows = session.execute(select(Answer.question_id, Answer.mark).where(Answer.attempt_id == attempt.id))
    earned = sum(
        (mark or 0.0) * asked[one].question.points for one, mark in rows if asked[one].question.graded
    )
    drawn = (asked[one].question for one in drawn_ids(course, attempt.quiz_id, attempt.seed))
    return round(earned, DECIMALS), round(sum(one.points for one in drawn if one.graded), DECIMALS)


def result(course: Course, quiz_id: str, number: int, earned: float, possible: float) -> Result:
    quiz = sheet_of(course).quizzes[quiz_id]
    passed = possible > 0 and earned / possible + ALMOST >= course.pass_mark(quiz)
    return Result(number, earned, possible, passed, None if quiz.attempts is None else quiz.attempts - number)


def result_of(course: Course, attempt: Attempt) -> Result | None:
    """None while the attempt is open."""
    if attempt.earned is None or attempt.possible is None:
        return None
    return result(course, attempt.quiz_id, attempt.number, attempt.earned, attempt.possible)
