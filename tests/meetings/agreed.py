"""What the tests of what follows an hour write into it."""

from datetime import date, datetime, timedelta

from course_builder.meetings import actions
from course_builder.meetings.agreed import Wanted
from course_builder.meetings.models import AgreedAction, Attendee, Meeting, Outcome
from tests.meetings.held import STARTS, Held

ENDED = STARTS + timedelta(minutes=60)
DAY = ENDED.date()
LATER = date(2027, 2, 4)
STOOL = Wanted("En pall till vågrummet", "Receptionen", LATER, "Barnet kliver upp själv")


def hold(
    held: Held, present: int | None = 11, themes: tuple[str, ...] = ("Väntan",), ended: datetime = ENDED
) -> None:
    """The hour has been: `present` people without names, or None with two who are ticked and one guest."""
    with held.region.database.writing() as session:
        hour = session.get_one(Meeting, held.meeting_id)
        hour.began, hour.ended, hour.themes = hour.starts, ended, list(themes)
        if present is not None:
            hour.way, hour.number = "number", present
            return
        hour.way, hour.guests = "names", 1
        for one in session.query(Attendee).filter_by(meeting_id=hour.id).limit(2):
            one.took_part = True


def agree(held: Held, wanted: Wanted = STOOL, key: str = "pallen-1", today: date = DAY) -> int:
    with held.region.database.writing() as session:
        hour = session.get_one(Meeting, held.meeting_id)
        return actions.put(session, hour, key, wanted, today, held.region.people["manager"]).id


def mark(held: Held, action_id: int, outcome: Outcome, came_of_it: str = "", today: date = LATER, later: date | None = None) -> int:  # fmt: skip
    made = actions.Mark(outcome, came_of_it, later)
    with held.region.database.writing() as session:
        kept = session.get_one(AgreedAction, action_id)
        return actions.mark(session, kept, made, today, held.region.people["rep"]).id
