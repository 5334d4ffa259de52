"""How many were at each of several hours: a number that was said, or ticks and nameless guests together."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, select
from sqlalchemy.orm import Session

from course_builder.meetings.models import Attendee, Meeting, Way


def present_at(session: Session, meetings: Select[Any]) -> Mapping[int, int]:
    """By meeting; `meetings` chooses the ids of them."""
    ids = meetings.subquery()
    ticked = (
        select(Attendee.meeting_id, func.count().label("many"))
        .where(Attendee.meeting_id.in_(select(ids.c[0])), Attendee.took_part)
        .group_by(Attendee.meeting_id)
        .subquery()
    )
    found = (
        select(Meeting.id, _there(func.coalesce(ticked.c.many, 0)))
        .outerjoin(ticked, ticked.c.meeting_id == Meeting.id)
        .where(Meeting.id.in_(select(ids.c[0])))
    )
    return {meeting_id: many for meeting_id, many in session.execute(found)}


def _there(ticked: ColumnElement[int]) -> ColumnElement[int]:
    named = ticked + Meeting.guests
    return case((Meeting.way == Way.NUMBER.value, func.coalesce(Meeting.number, 0)), else_=named)
