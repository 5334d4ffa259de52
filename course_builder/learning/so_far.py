"""What lies on a learner's desk when she opens a course: her answers and her tries at its quizzes."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from course_builder.learning.models import Answer, Attempt, Enrolment


class Given(NamedTuple):
    """An answer in the question's own keys, and what it was worth."""

    question_id: str
    given: Any
    mark: float | None


@dataclass(frozen=True)
class Tried:
    """The last attempt at a quiz, with its answers while it is open; the best result, and how many are finished."""

    attempt: Attempt
    answers: tuple[Given, ...]
    best: tuple[float, float] | None
    finished: int


def enrolment_of(session: Session, person_id: int, course_id: str) -> Enrolment | None:
    """Her latest round of the course."""
    return session.scalars(
        select(Enrolment)
        .where(Enrolment.person_id == person_id, Enrolment.course_id == course_id)
        .order_by(Enrolment.round.desc())
        .limit(1)
    ).first()


def practised(session: Session, enrolment_id: int) -> tuple[Given, ...]:
    """The last answer to each question that stands outside a quiz."""
    last = (
        select(func.max(Answer.id))
        .where(Answer.enrolment_id == enrolment_id, Answer.attempt_id.is_(None))
        .group_by(Answer.question_id)
    )
    rows = session.execute(select(Answer.question_id, Answer.given, Answer.mark).where(Answer.id.in_(last)))
    return tuple(Given(one, json.loads(given), mark) for one, given, mark in rows)


def tried(session: Session, enrolment_id: int) -> dict[str, Tried]:
    """By quiz."""
    attempts = session.scalars(
        select(Attempt).where(Attempt.enrolment_id == enrolment_id).order_by(Attempt.number)
    ).all()
    by_quiz: dict[str, list[Attempt]] = {}
    for attempt in attempts:
        by_quiz.setdefault(attempt.quiz_id, []).append(attempt)
    answers = _answers(session, [tries[-1].id for tries in by_quiz.values() if tries[-1].finished is None])
    return {
        quiz_id: Tried(tries[-1], answers.get(tries[-1].id, ()), _best(tries), sum(one.finished is not None for one in tries))
        for quiz_id, tries in by_quiz.items()
    }  # fmt: skip


def attempt_of(session: Session, enrolment_id: int, attempt_id: int) -> Attempt | None:
    """Hers, or None."""
    return session.scalars(
        select(Attempt).where(Attempt.id == attempt_id, Attempt.enrolment_id == enrolment_id)
    ).one_or_none()


def given_in(session: Session, attempt_id: int, question_id: str) -> Given | None:
    return next((one for one in in_attempt(session, attempt_id) if one.question_id == question_id), None)


def in_attempt(session: Session, attempt_id: int) -> tuple[Given, ...]:
    return _answers(session, [attempt_id]).get(attempt_id, ())


def _answers(session: Session, attempt_ids: list[int]) -> dict[int, tuple[Given, ...]]:
    if not attempt_ids:
        return {}
    made: dict[int, tuple[Given, ...]] = {}
    rows = session.execute(
        select(Answer.attempt_id, Answer.question_id, Answer.given, Answer.mark)
        .where(Answer.attempt_id.in_(attempt_ids))
        .order_by(Answer.id)
    )
    for attempt_id, question_id, given, mark in rows:
        if attempt_id is not None:
            made[attempt_id] = (*made.get(attempt_id, ()), Given(question_id, json.loads(given), mark))
    return made


def _best(tries: Iterable[Attempt]) -> tuple[float, float] | None:
    """Earned and possible; of two that are equal, the first."""
    results = [
        (one.earned, one.possible)
        for one in tries
        if one.finished is not None and one.earned is not None and one.possible
    ]
    return max(results, key=lambda result: result[0] / result[1], default=None)
