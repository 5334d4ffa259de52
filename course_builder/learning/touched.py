"""Whom a correction of a course touches: how many, never who."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from course_builder.learning.models import Completion, Enrolment, Source


@dataclass(frozen=True)
class Touched:
    """`done` are people with a completion that counts; `under_way` have begun here and are not done with that round."""

    done: int
    done_in_portal: int
    under_way: int


def touched(session: Session, course_id: str) -> Touched:
    people = func.count(func.distinct(Completion.person_id))
    counted = select(people).where(Completion.course_id == course_id, Completion.counts.is_(True))
    begun = select(func.count(func.distinct(Enrolment.person_id)))
    return Touched(
        session.scalar(counted) or 0,
        session.scalar(counted.where(Completion.source == Source.PORTAL)) or 0,
        session.scalar(begun.where(Enrolment.course_id == course_id, Enrolment.done.is_(None))) or 0,
    )
