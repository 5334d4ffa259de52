"""An answer: marked by the server, stored once, and what follows from it.

`seated` and `weigh` read and mark and may take their time; `stored` is what everybody else waits for. Most answers are
new and not the last of their attempt: then three rows are all there is to write, together with others'. All that can
follow besides is in `store`, which takes a write block of its own.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.content.course import Course
from course_builder.database.straight import Straight, straight
from course_builder.learning.asked import drawn_ids
from course_builder.learning.events import Kind
from course_builder.learning.finishing import Result, finish, result_of
from course_builder.learning.models import Answer, Attempt, Enrolment
from course_builder.learning.notes import keep
from course_builder.learning.refusals import AnsweredElsewhere, KeyUsed
from course_builder.learning.seat import Enrolled
from course_builder.learning.settling import settle
from course_builder.learning.storing import write
from course_builder.learning.weighing import Going, Weighed, going, seated, weigh
from course_builder.library.releases import course_of

__all__ = ["Going", "Stored", "Weighed", "answer", "going", "seated", "store", "stored", "weigh"]


class Records(Protocol):
    """The database, or the web's way to it."""

    def hand_in(self, work: Callable[[Straight], bool], /) -> bool: ...
    def writing(self) -> AbstractContextManager[Session]: ...


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
    attempt = going(straight(session), enrolment, attempt_id)
    return store(session, weigh(session, enrolment, course, question_id, attempt, given, key), now)


def stored(records: Records, weighed: Weighed, now: datetime) -> Stored:
    """Durable when it returns. Raises AnsweredElsewhere and KeyUsed."""
    if weighed.note is None and records.hand_in(partial(_written_alone, weighed, now)):
        return Stored(weighed.mark, True, None, False)
    with records.writing() as session:
        return store(session, weighed, now)


def _written_alone(weighed: Weighed, now: datetime, at: Straight) -> bool:
    """False, and nothing is written, when the answer was there before or may be the last of its attempt."""
    return write(at, _row(weighed, now), _event(weighed, now), _questions(weighed) - 1).fresh


def store(session: Session, weighed: Weighed, now: datetime) -> Stored:
    """Durable when the write block ends. Raises AnsweredElsewhere and KeyUsed; then nothing may be committed."""
    row = _row(weighed, now)
    written = write(straight(session), row, _event(weighed, now))
    if not written.fresh:
        return _stored_before(session, weighed, row)
    if weighed.note is not None:
        enrolment = weighed.enrolment
        keep(session, enrolment.person_id, enrolment.course_id, weighed.asked.question.id, weighed.note, now)
    if weighed.attempt is not None and written.answered == _questions(weighed):
        return _last_answer(session, weighed, weighed.attempt, now)
    return Stored(weighed.mark, True, None, False)


def _questions(weighed: Weighed) -> int:
    """How many the attempt has."""
    attempt = weighed.attempt
    return len(drawn_ids(weighed.course, attempt.quiz_id, attempt.seed)) if attempt else 1


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
