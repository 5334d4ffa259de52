"""The end of an hour: what was said becomes what is kept. Names become completions, answers become counts."""

from datetime import datetime

from sqlalchemy.orm import Session

from course_builder.meetings import ballots, replanning
from course_builder.meetings.attendance import of_meeting
from course_builder.meetings.crediting import credit
from course_builder.meetings.models import Meeting


def close(session: Session, meeting: Meeting, now: datetime, by_id: int | None) -> None:
    """Closed twice it is closed once, and its end is the first. `meeting` is of `attendance.locked`.

    The list can be corrected afterwards: `attendance` then makes and withdraws completions one by one.
    """
    if meeting.cancelled is not None:
        return
    if meeting.ended is None:
        meeting.ended = now
    session.flush()
    for one in of_meeting(session, meeting):
        credit(session, meeting, one, by_id, now)
    ballots.sum_up(session, meeting)
    replanning.forget(session, meeting.id)


def reopen(session: Session, meeting: Meeting) -> None:
    """It was ended too soon, or by mistake. Completions stay until it is ended again, and then say what the list says.

    What phones answered has become counts already, and stays so.
    """
    meeting.reopened = meeting.reopened or meeting.ended is not None
    meeting.ended = None
    session.flush()
