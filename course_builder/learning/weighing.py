"""The first half of an answer: it is looked at and marked, while nobody else has to wait for it."""

import json
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from course_builder.content.course import Course
from course_builder.content.marking import mark as mark_of
from course_builder.learning.asked import Asked, drawn_ids, sheet_of
from course_builder.learning.models import Attempt
from course_builder.learning.notes import MOST_WRITTEN
from course_builder.learning.refusals import KeyUsed, NotAsked, NotThere
from course_builder.learning.seat import Enrolled
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
