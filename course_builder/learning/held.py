"""Who has completed a course, not longer ago than the rule allows."""

from datetime import date

from sqlalchemy import ColumnElement, Select, exists, or_, select
from sqlalchemy.orm import aliased

from course_builder.learning.models import Completion
from course_builder.learning.renewal import Rule, oldest_that_holds
from course_builder.people.models import Appointment


def held(course_id: str, rule: Rule | None, today: date) -> ColumnElement[bool]:
    """Of `Appointment.person_id`, looked up one by one: to choose among few, or the first of many."""
    since = oldest_that_holds(rule, today) if rule else None
    own = _own(course_id, since).where(Completion.person_id == Appointment.person_id)
    if rule is None or since is None or rule.refresher_course_id is None:
        return exists(own)
    again = _refreshed(course_id, rule.refresher_course_id, since)
    return or_(exists(own), exists().where(again.subquery().c.person_id == Appointment.person_id))


def _own(course_id: str, since: date | None) -> Select[int]:
    found = select(Completion.person_id).where(Completion.course_id == course_id, Completion.counts.is_(True))
    return found if since is None else found.where(Completion.on >= since)


def _refreshed(course_id: str, refresher_course_id: str, since: date) -> Select[int]:
    """Those who took the refresher after the course itself."""
    first, again = aliased(Completion), aliased(Completion)
    return (
        select(again.person_id)
        .join(first, first.person_id == again.person_id)
        .where(
            first.course_id == course_id, first.counts.is_(True), again.on >= first.on,
            again.course_id == refresher_course_id, again.counts.is_(True), again.on >= since,
        )
    )  # fmt: skip
