"""Who leads an hour."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.meetings.models import Leader, Meeting, Part
from course_builder.meetings.planning import checked_leaders


def lead(session: Session, meeting: Meeting, leaders: Mapping[int, Part]) -> None:
    """These, by person, and nobody else. Refused when nobody does."""
    checked_leaders(leaders)
    there = {
        one.person_id: one for one in session.scalars(select(Leader).where(Leader.meeting_id == meeting.id))
    }
    for person_id, one in there.items():
        if person_id not in leaders:
            session.delete(one)
    for person_id, part in leaders.items():
        if person_id in there:
            there[person_id].part = part.value
        else:
            session.add(Leader(meeting_id=meeting.id, person_id=person_id, part=part.value))
    session.flush()
