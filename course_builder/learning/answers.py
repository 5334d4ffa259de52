"""An answer: marked by the server, stored once, and what follows from it.

`going` and `weigh` read and mark and may take their time; `store` is what happens inside the write block, where
everybody else waits for it. `answer` does both.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from course_builder.content.course import Course
from course_builder.content.marking import mark as mark_of
from course_builder.learning.asked import Asked, drawn_ids, sheet_of
from course_builder.learning.events import Kind
from course_builder.learning.finishing import Result, finish, result_of
from course_builder.learning.models import Answer, Attempt, Enrolment
from course_builder.learning.notes import MOST_WRITTEN, keep
from course_builder.learning.refusals import AnsweredElsewhere, KeyUsed, NotAsked, NotThere
from course_builder.learning.seat import Enrolled
from course_builder.learning.settling import settle
from course_builder.learning.storing import write
from course_builder.learning.writing import checked
from course_builder.library.releases import course_of

MOST_GIVEN = 20_000
LONGEST_KEY = 80

_GOING = select(Attempt.id, Attempt.quiz_id, Attempt.number, Attempt.seed, Attempt.release_id).where(
    Attempt.id == bindparam("attempt"), Attempt.enrolment_id == bindparam("enrolment")
)


class Going(NamedTuple):
    """What never changes of an attempt."""

    id: int
    quiz_id: str
    number: int
    seed: str
    release_id: int


@dataclass(frozen=True)
class Weighed:
    """An answer that fits what is asked, with its mark; not stored yet."""

    enrolment: Enrolled
    course: Course
    """The release the question was asked from: of an attempt, the one it began with."""
    asked: Asked
    attempt: Going | None
    given: str
    note: str | None
    mark: float | None
    key: str


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


def weigh(
    session: Session,
    enrolment: Enrolled,
    course: Course,
    question_id: str,
    attempt: Going | None,
    given: Any,
    key: str,
) -> Weighed:
    """`course` is the release of the enrolment. Raises what `refusals` names; may be given a reading session."""
    if attempt is not None and attempt.release_id != enrolment.release_id:
        course = course_of(session, attempt.release_id)
    asked = sheet_of(course).asked.get(question_id)
    if asked is None:
        raise NotThere(question_id)
    _fits(course, asked, attempt)
    if not key or len(key) > LONGEST_KEY:
        raise KeyUsed
    note = None
    if asked.question.kind == "reflect":
        note = checked(given if isinstance(given, str) else "", MOST_WRITTEN)
        given = True  # her words are a note; the answer only says that there was one
    text = checked(json.dumps(given, ensure_ascii=False, separators=(",", ":"), sort_keys=True), MOST_GIVEN)
    return Weighed(enrolment, course, asked, attempt, text, note, mark_of(asked.data, given), key)


def going(session: Session, enrolment: Enrolled, attempt_id: int | None) -> Going | None:
    """Her attempt; None for practice. Raises NotThere when it is not hers."""
    if attempt_id is None:
        return None
    row = (
        session.connection().execute(_GOING, {"attempt": attempt_id, "enrolment": enrolment.id}).one_or_none()
    )
    if row is None:
        raise NotThere(attempt_id)
    return Going(*row)


def _fits(course: Course, asked: Asked, attempt: Going | None) -> None:
    if attempt is None:
        if asked.quiz is not None:
            raise NotAsked
    elif asked.quiz is None or asked.quiz.id != attempt.quiz_id:
        raise NotThere(asked.question.id)
    elif asked.question.id not in drawn_ids(course, attempt.quiz_id, attempt.seed):
        raise NotAsked


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
