"""A course that was completed here: the completion, and the certificate where the course gives one."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.content.course import Course
from course_builder.content.verdict import WHOLE, Verdict
from course_builder.learning.certificates import issue
from course_builder.learning.days import day_of
from course_builder.learning.events import Kind, about
from course_builder.learning.models import Completion, Source
from course_builder.learning.seat import Enrolled
from course_builder.learning.whereabouts import unit_on


def complete(
    session: Session, enrolment: Enrolled, course: Course, verdict: Verdict, now: datetime
) -> Completion:
    on = day_of(now)
    unit_id = unit_on(session, enrolment.person_id, on)
    passed, score = _result(verdict)
    data = {"on": on.isoformat(), "passed": passed, "score": score, "unit": unit_id}
    seq = about(session, Kind.COMPLETED, enrolment, now, data)
    made = Completion(
        event_seq=seq, person_id=enrolment.person_id, course_id=enrolment.course_id,
        release_id=enrolment.release_id, enrolment_id=enrolment.id, source=Source.HERE.value, on=on,
        passed=passed, score=score, unit_id=unit_id, counts=True,
    )  # fmt: skip
    session.add(made)
    session.flush()
    _certify(session, course, made, now)
    return made


def better(session: Session, enrolment: Enrolled, course: Course, verdict: Verdict, now: datetime) -> None:
    """What was completed got a better result by another try."""
    made = session.scalars(select(Completion).where(Completion.enrolment_id == enrolment.id)).one()
    passed, score = _result(verdict)
    if (made.passed, made.score) == (passed, score):
        return
    data = {"completion": made.event_seq, "passed": passed, "score": score, "why": "another-try"}
    about(session, Kind.CORRECTED, enrolment, now, data)
    made.passed, made.score = passed, score
    session.flush()
    if made.withdrawn_seq is None:
        _certify(session, course, made, now)


def _certify(session: Session, course: Course, made: Completion, now: datetime) -> None:
    if course.certificate and made.passed is not False:
        issue(session, made, now)


def _result(verdict: Verdict) -> tuple[bool | None, float | None]:
    """Passed, and the score as a share."""
    passed = {"passed": True, "failed": False}.get(verdict.success)
    return passed, None if verdict.score is None else verdict.score / WHOLE
