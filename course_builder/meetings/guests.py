"""Those who come without being awaited: somebody of another unit, and guests with or without a name."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from course_builder.meetings.attendance import How, of_meeting, set_ticks
from course_builder.meetings.models import Attendee, Meeting, Way
from course_builder.people import search
from course_builder.people.checked import checked_name
from course_builder.people.conditions import holding
from course_builder.people.may import Actor
from course_builder.people.models import Appointment, Person, Role, Unit
from course_builder.people.persons import visible
from course_builder.people.refused import Refused
from course_builder.people.spelling import folded

SHORTEST = 2
"""Letters to search by: fewer would list the region."""
MOST_FOUND = 8
LONGEST_KEY = 40


@dataclass(frozen=True)
class Found:
    """Somebody of the region. `unit` is where she works today; "" when nowhere."""

    person_id: int
    name: str
    unit: str


def look_for(session: Session, actor: Actor, text: str, today: date) -> list[Found]:
    """Anybody of the region whose name begins so, by name; a protected person is found by her guardian only."""
    wanted = text.strip()
    if len(wanted) < SHORTEST:
        return []
    named = select(Person).where(search.matches(wanted), visible(session, actor))
    persons = session.scalars(named.order_by(Person.sort_name, Person.id).limit(MOST_FOUND)).all()
    places = _places(session, [one.id for one in persons], today)
    return [Found(one.id, one.name, places.get(one.id, "")) for one in persons]


def walk_in(
    session: Session, meeting: Meeting, actor: Actor, person_id: int, key: str | None, how: How, now: datetime
) -> Attendee:
    """She was there. Whoever is on the list already is ticked. Refused for somebody the actor may not see."""
    if session.scalar(select(Person.id).where(Person.id == person_id, visible(session, actor))) is None:
        raise Refused("Personen finns inte. Sök på namnet igen.", "There is no such person. Search again.")
    one = person_on_list(session, meeting, person_id) or _add(session, meeting, key, person_id=person_id)
    set_ticks(session, meeting, [one], True, how, actor.person_id, now)
    return one


def guest(
    session: Session, meeting: Meeting, name: str, key: str | None, how: How, by_id: int | None, now: datetime
) -> Attendee:
    """With a name, for this hour only: no completion. Refused for a name that is none. One of that name is the same."""
    checked = checked_name(name)
    known = {folded(one.name): one for one in of_meeting(session, meeting) if one.name is not None}
    one = known.get(folded(checked)) or _add(session, meeting, key, name=checked)
    set_ticks(session, meeting, [one], True, how, by_id, now)
    return one


def person_on_list(session: Session, meeting: Meeting, person_id: int) -> Attendee | None:
    return session.scalars(
        select(Attendee).where(Attendee.meeting_id == meeting.id, Attendee.person_id == person_id)
    ).first()


def _add(
    session: Session, meeting: Meeting, key: str | None, *, person_id: int | None = None, name: str | None = None
) -> Attendee:  # fmt: skip
    """The same key is the same row, however often it is sent."""
    if key is not None:
        known = session.scalars(select(Attendee).where(Attendee.key == key)).first()
        if known is not None and known.meeting_id == meeting.id:
            return known
        if known is not None or not 0 < len(key) <= LONGEST_KEY:
            raise Refused("Ladda om sidan och lägg till en gång till.", "Load the page again and add once more.")  # fmt: skip
    one = Attendee(meeting_id=meeting.id, key=key, person_id=person_id, name=name, took_part=False)
    session.add(one)
    session.flush()
    return one


def _places(session: Session, person_ids: list[int], today: date) -> Mapping[int, str]:
    rows = session.execute(
        select(Appointment.person_id, func.min(Unit.name))
        .join(Unit, Unit.id == Appointment.unit_id)
        .where(Appointment.person_id.in_(person_ids), Appointment.role == Role.EMPLOYEE, holding(today))
        .group_by(Appointment.person_id)
    )
    return {person_id: name for person_id, name in rows}


def check_in(session: Session, meeting: Meeting, person_id: int, now: datetime) -> None:
    """She says so herself, by the code on the wall. Refused when the hour is not open, or no names are kept of it."""
    if meeting.began is None or meeting.ended is not None or meeting.cancelled is not None:
        raise Refused(
            "Timmen är inte öppen. Säg till den som leder, så noteras du på listan.",
            "The hour is not open. Tell whoever leads it, and you are noted on the list.",
        )
    if meeting.way == Way.NUMBER:
        raise Refused(
            "För den här timmen sparas bara ett antal, inga namn. Du behöver inte göra något.",
            "Of this hour only a number is kept, no names. You need not do anything.",
        )
    one = person_on_list(session, meeting, person_id) or _add(session, meeting, None, person_id=person_id)
    set_ticks(session, meeting, [one], True, How.WALL, person_id, now)
