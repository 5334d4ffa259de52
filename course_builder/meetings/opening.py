"""An hour is opened: from now on phones can join, and the wall has an address that steers nothing."""

from datetime import datetime, timedelta
from secrets import choice, token_hex

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.database.notices import tell
from course_builder.meetings.models import CODE_LENGTH, Meeting
from course_builder.people.refused import Refused

SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""None that is mistaken for another; six of them are 30 bits."""
OPEN_FOR = timedelta(hours=4)
"""So long after its beginning phones may come in, if nobody has closed the hour."""
STAGE = "stage"


class Over(Refused):
    """The hour is ended or cancelled."""

    def __init__(self) -> None:
        super().__init__(
            "Timmen är avslutad. Ska den hållas igen, planera en ny.",
            "The hour is over. To hold it again, plan a new one.",
        )


def open_hour(session: Session, meeting_id: int, now: datetime) -> Meeting:
    """Opened twice it stays as it was. Raises Over."""
    meeting = session.execute(select(Meeting).where(Meeting.id == meeting_id).with_for_update()).scalar_one()
    if meeting.ended is not None or meeting.cancelled is not None:
        raise Over
    if meeting.code is None:
        meeting.code = _unused_code(session)
        meeting.door, meeting.wall, meeting.salt = token_hex(16), token_hex(16), token_hex(16)
        meeting.began = meeting.began or now
        session.flush()
        tell(session, meeting.id, STAGE)
    return meeting


def lock(session: Session, meeting_id: int, locked: bool) -> None:
    """Whether more phones are kept out. Those that are in stay."""
    session.get_one(Meeting, meeting_id).locked = locked
    tell(session, meeting_id, STAGE)


def _unused_code(session: Session) -> str:
    while True:
        made = "".join(choice(SIGNS) for _ in range(CODE_LENGTH))
        if session.scalar(select(Meeting.id).where(Meeting.code == made)) is None:
            return made
