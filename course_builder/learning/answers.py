"""An answer: marked by the server, stored once, and what follows from it.

`weigh` reads and marks and may take its time; `store` is what happens inside the write block, in three statements for
most answers, because everybody else waits for it. `answer` does both.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from course_builder.content.course import Course
from course_builder.content.marking import mark as mark_of
from course_builder.learning.asked import Asked, drawn_ids, sheet_of
from course_builder.learning.events import Kind
from course_builder.learning.finishing import Result, finish, result_of
from course_builder.learning.models import Answer, Attempt, Enrolment, Event
from course_builder.learning.notes import MOST_WRITTEN, keep
from course_builder.learning.refusals import AnsweredElsewhere, KeyUsed, NotAsked, NotThere
from course_builder.learning.seat import Enrolled
from course_builder.learning.settling import settle
from course_builder.learning.writing import checked
from course_builder.library.releases import course_of

MOST_GIVEN = 20_000
LONGEST_KEY = 80

_NEW_ANSWER = {
    "sqlite": sqlite.insert(Answer.__table__).on_conflict_do_nothing().inline(),  # type: ignore[arg-type]
    "postgresql": postgresql.insert(Answer.__table__).on_conflict_do_nothing().inline(),  # type: ignore[arg-type]
}
_NEW_EVENT = insert(Event.__table__).inline()  # type: ignore[arg-type]
_ONE_MORE = (
    update(Attempt)
    .where(Attempt.id == bindparam("the_attempt"))
    .values(answered=Attempt.answered + 1)
    .returning(Attempt.answered)
)


@dataclass(frozen=True)
class Weighed:
    """An answer that fits what is asked, with its mark; not stored yet."""

    enrolment: Enrolled
    course: Course
    """The release the question was asked from: of an attempt, the one it began with."""
    asked: Asked
    attempt: Attempt | None
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
    return store(session, weigh(session, enrolment, course, question_id, attempt_id, given, key), now)


def weigh(
    session: Session,
    enrolment: Enrolled,
    course: Course,
    question_id: str,
    attempt_id: int | None,
    given: Any,
    key: str,
) -> Weighed:
    """`course` is the release of the enrolment. Raises what `refusals` names; may be given a reading session."""
    attempt = _attempt(session, enrolment, attempt_id)
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


def _attempt(session: Session, enrolment: Enrolled, attempt_id: int | None) -> Attempt | None:
    if attempt_id is None:
        return None
    found = session.scalars(
        select(Attempt).where(Attempt.id == attempt_id, Attempt.enrolment_id == enrolment.id)
    ).one_or_none()
    if found is None:
        raise NotThere(attempt_id)
    return found


def _fits(course: Course, asked: Asked, attempt: Attempt | None) -> None:
    if attempt is None:
        if asked.quiz is not None:
            raise NotAsked
    elif asked.quiz is None or asked.quiz.id != attempt.quiz_id:
        raise NotThere(asked.question.id)
    elif asked.question.id not in drawn_ids(course, attempt.quiz_id, attempt.seed):
        raise NotAsked


def store(session: Session, weighed: Weighed, now: datetime) -> Stored:
    """Durable when the write block ends. Raises AnsweredElsewhere and KeyUsed; then nothing may be committed."""
    connection, row = session.connection(), _row(weighed, now)
    if connection.execute(_NEW_ANSWER[connection.dialect.name], row).rowcount == 0:
        return _stored_before(session, weighed, row)
    connection.execute(_NEW_EVENT, _event(weighed, now))
    if weighed.note is not None:
        enrolment = weighed.enrolment
        keep(session, enrolment.person_id, enrolment.course_id, weighed.asked.question.id, weighed.note, now)
    if weighed.attempt is None:
        return Stored(weighed.mark, True, None, False)
    return _in_attempt(session, weighed, weighed.attempt, now)


def _in_attempt(session: Session, weighed: Weighed, attempt: Attempt, now: datetime) -> Stored:
    answered = session.connection().execute(_ONE_MORE, {"the_attempt": attempt.id}).scalar_one()
    if answered < len(drawn_ids(weighed.course, attempt.quiz_id, attempt.seed)):
        return Stored(weighed.mark, True, None, False)
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
        "actor_id": None,
        "course_id": weighed.enrolment.course_id,
        "release_id": weighed.attempt.release_id if weighed.attempt else weighed.enrolment.release_id,
        "data": data,
        "key": None,
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
