"""How the list of an hour came to be as it is, for those who may see its names."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from course_builder.meetings.models import AttendanceChange, Attendee, Meeting
from course_builder.people.may import Actor
from course_builder.people.models import Person
from course_builder.people.named import names
from course_builder.people.persons import visible

MOST = 200


@dataclass(frozen=True)
class Changed:
    """`by` is "" when nobody may be named."""

    name: str
    took_part: bool
    how: str
    on: date
    by: str


def changes(session: Session, meeting: Meeting, actor: Actor) -> Sequence[Changed]:
    """The latest first; a day each, never a time."""
    rows = session.execute(
        select(AttendanceChange, Attendee.name, Person.name)
        .join(Attendee, Attendee.id == AttendanceChange.attendee_id)
        .outerjoin(Person, Person.id == Attendee.person_id)
        .where(
            AttendanceChange.meeting_id == meeting.id, or_(Attendee.person_id.is_(None), visible(session, actor))
        )
        .order_by(AttendanceChange.id.desc())
        .limit(MOST)
    ).all()  # fmt: skip
    by = names(session, {one.by_id for one, _, _ in rows if one.by_id is not None})
    return [
        Changed(ours or other or "", one.took_part, one.how, one.on, by.get(one.by_id or 0, ""))
        for one, other, ours in rows
    ]
