"""How a question does: whoever answered it rightly the first time. Numbers of people, never who."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from course_builder.learning.models import Answer, Enrolment

WHOLE = 0.9999


@dataclass(frozen=True)
class FirstTime:
    """People whose first answer was right, of those who have answered. A page shows it by the rule of small numbers."""

    right: int
    of: int


def first_times(session: Session, ids: Collection[str]) -> Mapping[str, FirstTime]:
    """Over all courses and versions; of each person only the very first answer counts."""
    first = (
        select(func.min(Answer.id).label("id"))
        .join(Enrolment, Enrolment.id == Answer.enrolment_id)
        .where(Answer.question_id.in_(sorted(ids)), Answer.mark.is_not(None))
        .group_by(Enrolment.person_id, Answer.question_id)
        .subquery()
    )
    right = func.sum(case((Answer.mark >= WHOLE, 1), else_=0))
    rows = (
        select(Answer.question_id, right, func.count())
        .join(first, first.c.id == Answer.id)
        .group_by(Answer.question_id)
    )
    return {name: FirstTime(int(good), many) for name, good, many in session.execute(rows)}
