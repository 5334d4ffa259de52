"""What happened at an hour, told afterwards in one go: how many, what was agreed on, what was talked about, what was thought."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.orm import Session

from course_builder.content.problems import Language
from course_builder.learning.days import day_of
from course_builder.meetings import actions, attendance, evaluation, noting
from course_builder.meetings.agreed import Wanted
from course_builder.meetings.closing import close
from course_builder.meetings.models import Meeting, Way
from course_builder.meetings.standing_first import stand_first
from course_builder.people.refused import Refused


@dataclass(frozen=True)
class Told:
    """`present` is None where names are ticked, or nobody has said. Of `agreed`, None is a row that was emptied."""

    present: int | None
    agreed: Mapping[str, Wanted | None]
    themes: tuple[str, ...] = ()
    note: str = ""
    paper: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


def tell(
    session: Session, meeting_id: int, told: Told, language: Language, by_id: int, now: datetime
) -> Meeting:
    """Told again it is corrected. The first time the hour is closed by it; refused before the day it was to be held."""
    meeting = attendance.locked(session, meeting_id)
    if meeting.cancelled is not None or day_of(now) < day_of(meeting.starts):
        raise Refused(
            "Timmen har inte varit än. Ändra datumet i planen om den hölls tidigare.",
            "The hour has not been held yet. Change its date in the plan if it was held earlier.",
        )
    for key, wanted in told.agreed.items():
        if wanted is None:
            actions.remove(session, meeting, key)
        else:
            actions.put(session, meeting, key, wanted, day_of(now), by_id)
            stand_first(session, meeting, by_id, now)
    noting.note_down(meeting, told.themes, told.note)
    evaluation.type_in(session, meeting, language, told.paper)
    if told.present is not None and meeting.way != Way.NAMES:
        attendance.say_number(session, meeting, told.present)
    if meeting.ended is None:
        close(session, meeting, now, by_id)
    session.flush()
    return meeting
