"""The first half of an answer: it is looked at and marked, while nobody else has to wait for it."""

import json
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import bindparam, literal_column, select
from sqlalchemy.orm import Session

from course_builder.content.course import Course
from course_builder.content.marking import mark as mark_of
from course_builder.database.straight import Statement, Straight
from course_builder.learning.asked import Asked, drawn_ids, sheet_of
from course_builder.learning.models import Attempt, Enrolment
from course_builder.learning.notes import MOST_WRITTEN
from course_builder.learning.refusals import KeyUsed, NotAsked, NotThere
from course_builder.learning.seat import Enrolled, Seat
from course_builder.learning.writing import checked
from course_builder.library.releases import course_of

MOST_GIVEN = 20_000
LONGEST_KEY = 80

_GOING = Statement(
    select(Attempt.id, Attempt.quiz_id, Attempt.number, Attempt.seed, Attempt.release_id).where(
        Attempt.id == bindparam("attempt"), Attempt.enrolment_id == bindparam("enrolment")
    )
)

_SEATED = Statement(
    select(
        Enrolment.id, Enrolment.person_id, Enrolment.course_id, Enrolment.release_id,
        Attempt.id, Attempt.quiz_id, Attempt.number, Attempt.seed, Attempt.release_id,
    )
    .outerjoin(Attempt, (Attempt.enrolment_id == Enrolment.id) & (Attempt.id == bindparam("attempt")))
    .where(Enrolment.person_id == bindparam("person"), Enrolment.course_id == bindparam("course"))
    .order_by(Enrolment.round.desc())
    .limit(literal_column("1"))
)  # fmt: skip


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


def going(at: Straight, enrolment: Enrolled, attempt_id: int | None) -> Going | None:
    """Her attempt; None for practice. Raises NotThere when it is not hers."""
    if attempt_id is None:
        return None
    row = _GOING.first(at, {"attempt": attempt_id, "enrolment": enrolment.id})
    if row is None:
        raise NotThere(attempt_id)
    return Going(*row)


def seated(at: Straight, person_id: int, course_id: str, attempt_id: int | None) -> tuple[Seat, Going | None]:
    """Her latest round of the course and her attempt, in one question. Raises NotThere when one of them is not hers."""
    row = _SEATED.first(at, {"person": person_id, "course": course_id, "attempt": attempt_id})
    if row is None or row[len(Seat._fields)] != attempt_id:
        raise NotThere(course_id)
    seat = Seat(*row[: len(Seat._fields)])
    return seat, None if attempt_id is None else Going(*row[len(Seat._fields) :])


def _fits(course: Course, asked: Asked, attempt: Going | None) -> None:
    if attempt is None:
        if asked.quiz is not None:
            raise NotAsked
    elif asked.quiz is None or asked.quiz.id != attempt.quiz_id:
        raise NotThere(asked.question.id)
    elif asked.question.id not in drawn_ids(course, attempt.quiz_id, attempt.seed):
        raise NotAsked
