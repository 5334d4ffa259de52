"""An hour is planned."""

from course_builder.meetings.models import Attendee, Leader
from tests.meetings.held import OTHERS, STARTS, made
from tests.web.region import Region, both


@both
def test_an_hour_is_planned_with_its_leaders_and_those_awaited(region: Region) -> None:
    held = made(region)
    meeting = held.meeting()
    assert (meeting.starts, meeting.minutes, meeting.title) == (
        STARTS,
        60,
        "Barnkonventionen och vårt uppdrag",
    )
    with region.database.reading() as session:
        leaders = {one.person_id: one.part for one in session.query(Leader)}
        awaited = {one.person_id or one.name for one in session.query(Attendee)}
    people = region.people
    assert leaders == {people["manager"]: "chef", people["rep"]: "ombud"}
    assert awaited == {people["employee"], people["rep"], people["manager"], *OTHERS}
