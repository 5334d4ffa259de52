"""After something was read or an attempt finished: what the course's own rule says now, and what follows."""

from datetime import datetime
from typing import cast

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from course_builder.content.course import Course
from course_builder.content.keys import state_key
from course_builder.content.models.quiz import Quiz
from course_builder.content.verdict import GradedQuiz, Rule, Success, Verdict, judge, raised
from course_builder.learning.asked import sheet_of
from course_builder.learning.events import Kind, about
from course_builder.learning.here import better, complete
from course_builder.learning.models import Attempt, Enrolment, PartRead
from course_builder.learning.seat import Enrolled


def settle(session: Session, enrolment: Enrolled, course: Course, now: datetime) -> Verdict:
    """Judges anew and writes what has changed. `course` is the release of the enrolment.

    The enrolment is locked before anything is counted, so of two windows that do the last two things at once the
    second sees what the first has done.
    """
    before = _before(session, enrolment)
    rule = Rule(course.completion.lessons, course.completion.quizzes, course.completion.mastery)
    verdict = raised(
        before, judge(rule, graded(session, enrolment.id, course), has_read(session, enrolment.id, course))
    )
    if verdict != before:
        _write(session, enrolment, course, before, verdict, now)
    return verdict


def _before(session: Session, enrolment: Enrolled) -> Verdict:
    done, success, score = session.execute(
        select(Enrolment.done, Enrolment.success, Enrolment.score)
        .where(Enrolment.id == enrolment.id)
        .with_for_update(key_share=True)
    ).one()
    return Verdict("completed" if done else "incomplete", cast("Success", success), score)


def _write(
    session: Session, enrolment: Enrolled, course: Course, before: Verdict, verdict: Verdict, now: datetime
) -> None:
    finished = verdict.completion == "completed" and before.completion == "incomplete"
    values = {"success": verdict.success, "score": verdict.score, **({"done": now} if finished else {})}
    session.execute(update(Enrolment).where(Enrolment.id == enrolment.id).values(values))
    data = {"completion": verdict.completion, "success": verdict.success, "score": verdict.score}
    about(session, Kind.REACHED, enrolment, now, data)
    if finished:
        complete(session, enrolment, course, verdict, now)
    elif verdict.completion == "completed":
        better(session, enrolment, course, verdict, now)


def read_keys(session: Session, enrolment_id: int) -> set[str]:
    """Keys of the lessons and film discussions that she has read."""
    return set(session.scalars(select(PartRead.part_key).where(PartRead.enrolment_id == enrolment_id)))


def met_keys(session: Session, enrolment_id: int) -> set[str]:
    """Keys of what she has read, and of the quizzes she has begun."""
    begun = session.scalars(select(Attempt.quiz_id).where(Attempt.enrolment_id == enrolment_id).distinct())
    return read_keys(session, enrolment_id) | {state_key(quiz_id) for quiz_id in begun}


def has_read(session: Session, enrolment_id: int, course: Course) -> bool:
    return sheet_of(course).parts <= read_keys(session, enrolment_id)


def graded(session: Session, enrolment_id: int, course: Course) -> list[GradedQuiz]:
    """The quizzes that give points, each with its best attempt."""
    best, finished = _attempts(session, enrolment_id)
    made = []
    for quiz in course.quizzes:
        earned, possible = best.get(quiz.id, (None, expected(quiz)))
        if possible > 0:
            left = quiz.attempts is None or finished.get(quiz.id, 0) < quiz.attempts
            made.append(GradedQuiz(course.pass_mark(quiz), possible, earned, left))
    return made


def expected(quiz: Quiz) -> float:
    """What a quiz can give before anybody has drawn its questions."""
    return sum(one.points for one in quiz.questions if one.graded) * quiz.asked / len(quiz.questions)


def _attempts(session: Session, enrolment_id: int) -> tuple[dict[str, tuple[float, float]], dict[str, int]]:
    """By quiz: earned and possible of the best attempt, and how many are finished."""
    best: dict[str, tuple[float, float]] = {}
    finished: dict[str, int] = {}
    rows = session.execute(
        select(Attempt.quiz_id, Attempt.earned, Attempt.possible)
        .where(Attempt.enrolment_id == enrolment_id, Attempt.finished.is_not(None))
        .order_by(Attempt.number)
    )
    for quiz_id, earned, possible in rows:
        finished[quiz_id] = finished.get(quiz_id, 0) + 1
        kept = best.get(quiz_id)
        if earned is not None and possible and (kept is None or earned / possible > kept[0] / kept[1]):
            best[quiz_id] = (earned, possible)
    return best, finished


def progress(session: Session, enrolment_id: int, course: Course) -> float:
    """How much of the course has been read, by minutes, 0..1; a quiz counts as read when it has been taken."""
    read = read_keys(session, enrolment_id)
    taken = set(
        session.scalars(
            select(Attempt.quiz_id)
            .where(Attempt.enrolment_id == enrolment_id, Attempt.finished.is_not(None))
            .group_by(Attempt.quiz_id)
        )
    )
    parts = [
        (max(1, part.minutes), part.id in taken if isinstance(part, Quiz) else part.key in read)
        for part in course.parts
    ]
    return sum(minutes for minutes, is_read in parts if is_read) / max(
        1, sum(minutes for minutes, _ in parts)
    )
