"""Something new was agreed on: it stands first in the hours that the unit has planned already."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.meetings import replanning
from course_builder.meetings.carried import with_actions
from course_builder.meetings.models import Meeting
from course_builder.meetings.plans import Row, Rows


def stand_first(session: Session, meeting: Meeting, by_id: int, now: datetime) -> None:
    """In later hours than `meeting`, where it was agreed on. Where it stands already nothing changes."""

    def work(rows: Rows) -> list[Row]:
        return with_actions(session, meeting.unit_id, rows)

    later = select(Meeting.id).where(
        Meeting.unit_id == meeting.unit_id,
        Meeting.starts > meeting.starts,
        Meeting.began.is_(None),
        Meeting.ended.is_(None),
        Meeting.cancelled.is_(None),
        Meeting.series_id.is_(None),
    )
    for meeting_id in session.scalars(later).all():
        replanning.change(session, meeting_id, work, by_id, now)
