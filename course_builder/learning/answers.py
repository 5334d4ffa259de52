"""An answer: marked by the server, stored once, and what follows from it.

`going` and `weigh` read and mark and may take their time; `store` is what happens inside the write block, where
everybody else waits for it. `answer` does both.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.content.course import Course
from course_builder.learning.asked import drawn_ids
from course_builder.learning.events import Kind
from course_builder.learning.finishing import Result, finish, result_of
from course_builder.learning.models import Answer, Attempt, Enrolment
from course_builder.learning.notes import keep
from course_builder.learning.refusals import AnsweredElsewhere, KeyUsed
from course_builder.learning.seat import Enrolled
from course_builder.learning.settling import settle
from course_builder.learning.storing import write
from course_builder.learning.weighing import Going, Weighed, going, weigh
from course_builder.library.releases import course_of

__all__ = ["Going", "Stored", "Weighed", "answer", "going", "store", "weigh"]


@dataclass(frozen=True)
class Stored:
    """`fresh` is False when the same key had been stored before; everything else is the same reply."""

    mark: float | None
    fresh: bool
    finished: Result | None
    """Of the attempt, when this answer was its last."""
    done: bool
    """Whether she has completed the course; said with the last answer of an attempt."""


def answer(
    session: Session,
    enrolment: Enrolled,
    course: Course,
    question_id: str,
    attempt_id: int | None,
    given: Any,
    key: str,
    now: datetime,
) -> Stored:
    """Both halves in one transaction."""
    attempt = going(session, enrolment, attempt_id)
    return store(session, weigh(session, enrolment, course, question_id, attempt, given, key), now)


def store(session: Session, weighed: Weighed, now: datetime) -> Stored:
    """Durable when the write block ends. Raises AnsweredElsewhere and KeyUsed; then nothing may be committed."""
    row = _row(weighed, now)
    written = write(session, row, _event(weighed, now))
    if not written.fresh:
        return _stored_before(session, weighed, row)
    if weighed.note is not None:
        enrolment = weighed.enrolment
        keep(session, enrolment.person_id, enrolment.course_id, weighed.asked.question.id, weighed.note, now)
    attempt = weighed.attempt
    if attempt is None or written.answered != len(drawn_ids(weighed.course, attempt.quiz_id, attempt.seed)):
        return Stored(weighed.mark, True, None, False)
    return _last_answer(session, weighed, attempt, now)


def _last_answer(session: Session, weighed: Weighed, attempt: Going, now: datetime) -> Stored:
    enrolment = weighed.enrolment
    finished = finish(session, enrolment, weighed.course, attempt, weighed.asked.question.id, now)
    verdict = settle(session, enrolment, course_of(session, enrolment.release_id), now)
    return Stored(weighed.mark, True, finished, verdict.completion == "completed")


def _row(weighed: Weighed, now: datetime) -> dict[str, Any]:
    return {
        "enrolment_id": weighed.enrolment.id,
        "attempt_id": weighed.attempt.id if weighed.attempt else None,
        "question_id": weighed.asked.question.id,
        "given": weighed.given,
        "mark": weighed.mark,
        "stored": now,
        "key": weighed.key,
    }


def _event(weighed: Weighed, now: datetime) -> dict[str, Any]:
    data: dict[str, Any] = {
        "enrolment": weighed.enrolment.id,
        "question": weighed.asked.question.id,
        "mark": weighed.mark,
    }
    if weighed.attempt is not None:
        data |= {"attempt": weighed.attempt.id, "points": weighed.asked.question.points}
    return {
        "at": now,
        "kind": Kind.ANSWERED.value,
        "person_id": weighed.enrolment.person_id,
        "course_id": weighed.enrolment.course_id,
        "release_id": weighed.attempt.release_id if weighed.attempt else weighed.enrolment.release_id,
        "data": data,
    }


def _stored_before(session: Session, weighed: Weighed, row: dict[str, Any]) -> Stored:
    """The reply this key was given the first time."""
    was = session.execute(
        select(Answer).where(Answer.enrolment_id == weighed.enrolment.id, Answer.key == weighed.key)
    ).scalar_one_or_none()
    if was is None:
        raise AnsweredElsewhere(_mark_of_the_other(session, row))
    if (was.attempt_id, was.question_id, was.given) != (row["attempt_id"], row["question_id"], row["given"]):
        raise KeyUsed
    return _the_same_reply(session, weighed, was)


def _the_same_reply(session: Session, weighed: Weighed, was: Answer) -> Stored:
    attempt = session.get(Attempt, was.attempt_id, populate_existing=True) if was.attempt_id else None
    if attempt is None or attempt.finished_by != was.question_id:
        return Stored(was.mark, False, None, False)
    done = session.execute(select(Enrolment.done).where(Enrolment.id == was.enrolment_id)).scalar_one()
    was_done = done is not None and done <= was.stored
    return Stored(was.mark, False, result_of(weighed.course, attempt), was_done)


def _mark_of_the_other(session: Session, row: dict[str, Any]) -> float | None:
    return session.execute(
        select(Answer.mark).filter_by(attempt_id=row["attempt_id"], question_id=row["question_id"])
    ).scalar_one()
