"""What a learner should see before she goes on: what is new in the release she is on, or is about to be moved to."""

from datetime import datetime

from sqlalchemy.orm import Session

from course_builder.learning.models import Enrolment
from course_builder.learning.taking import News, correction_waiting, news_between, told, untold, visit


def waiting(session: Session, enrolment: Enrolment) -> News | None:
    """None when there is nothing to tell. Changes nothing."""
    correction = correction_waiting(session, enrolment)
    if correction is None:
        return untold(session, enrolment)
    known = enrolment.told_release_id or enrolment.release_id
    return news_between(session, enrolment, known, correction.id)


def seen(session: Session, enrolment: Enrolment, now: datetime) -> None:
    """She has: a correction that waits moves her now."""
    visit(session, enrolment, now)
    told(session, enrolment, now)
