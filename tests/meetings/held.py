"""An APT hour in the region of the tests: the shipped course is released, and Barnkliniken has an hour on it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache

from course_builder.content.course import Course
from course_builder.content.steps import rows, steps
from course_builder.library.gather import Gathered, gather
from course_builder.library.models import Change, Release
from course_builder.library.ready import keep_media
from course_builder.library.releases import course_of, release
from course_builder.meetings.models import Meeting, Part
from course_builder.meetings.planning import Expected, plan_hour
from course_builder.paths.shipped import COURSES
from tests.web.region import Region

HOUR = "apt-barnkonventionen"
STARTS = datetime(2026, 12, 10, 13, 0, tzinfo=UTC)
"""Thursday, 14.00 in Sweden."""
OTHERS = ("Nils Nattpersonal", "Tora Timanställd")
"""Awaited, and not among our people."""


@dataclass
class Held:
    """`meeting_id` is the hour of the clinic, that its manager and its representative lead."""

    region: Region
    release: Release
    meeting_id: int

    @property
    def course(self) -> Course:
        return course_of(self.region.database, self.release.id)

    def meeting(self) -> Meeting:
        """As it is now; detached."""
        with self.region.database.reading() as session:
            found = session.get_one(Meeting, self.meeting_id)
            session.expunge(found)
            return found


def made(region: Region, starts: datetime = STARTS) -> Held:
    """Of the ready plan of 60 minutes; Elin, Anna and Maria of the clinic are awaited, and two by name."""
    released = publish(region)
    course = course_of(region.database, released.id)
    plan = rows(steps(course, 60))
    people = region.people
    with region.database.writing() as session:
        meeting = plan_hour(
            session, region.units["clinic"], released, starts, plan,
            {people["manager"]: Part.MANAGER, people["rep"]: Part.REP},
            Expected((people["employee"], people["rep"], people["manager"]), OTHERS), people["manager"], region.time(),
        )  # fmt: skip
        meeting_id = meeting.id
    return Held(region, released, meeting_id)


def publish(region: Region) -> Release:
    """The shipped course, released in the region."""
    store = region.app.extensions["media_store"]
    ready = keep_media(store, gathered(region.time().date()))
    with region.database.writing() as session:
        return release(session, store, ready, Change.FIRST, "", None, region.time())


@cache
def gathered(on: date) -> Gathered:
    return gather(COURSES / HOUR, on)
