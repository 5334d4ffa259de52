"""Making the demo region in an empty place, one step after the other."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from course_builder.cli.demo_region import hours, places, staff, story
from course_builder.database.store import Database
from course_builder.learning.days import day_of
from course_builder.library.gather import gather
from course_builder.library.models import Change, Release
from course_builder.library.ready import keep_media
from course_builder.library.releases import release
from course_builder.library.store import MediaStore
from course_builder.paths.shipped import COURSES
from course_builder.people.models import Person

SEED = 1989
"""The year of the convention. The same seed gives the same people and the same story."""
PUBLISHED_DAYS_AGO = 150


def make(database: Database, store: MediaStore, now: datetime) -> None:
    """`now` is when the story has come to today; everything else counts back from it."""
    today, random = day_of(now), Random(SEED)  # noqa: S311 -- a story, not a secret
    noon = datetime(today.year, today.month, today.day, 9, tzinfo=UTC)
    with database.writing() as session:
        units = places.build(session, today)
        people = staff.hire(session, units, random, today)
        staff.open_accounts(session, shown(people), people.settled_reps[5:8], now)
    published = [publish(database, store, COURSES / name, people, noon) for name in (story.BASIC, story.HOUR)]
    with database.writing() as session:
        story.ask(session, people, units, noon, today)
        story.bring_lists(session, people, units, noon, today)
        story.learn(session, people, published[0], random, noon)
        hours.hold(session, people, units, published[1], noon)


def shown(people: staff.Staff) -> list[Person]:
    """The accounts of the sign-in page: somebody in each role, and reps who have come to different places."""
    reps, managers, others = people.settled_reps, people.mixed_managers, people.others
    return [
        others["coordinator"], reps[3], reps[0], people.reps[staff.NEW_AT], people.managers[staff.BUSY], managers[1], others["trainer"],
        others["admin"], people.employees[3], others["elected"], others["external"],
    ]  # fmt: skip


def publish(
    database: Database, store: MediaStore, folder: Path, people: staff.Staff, now: datetime
) -> Release:
    ready = keep_media(store, gather(folder, day_of(now)))
    with database.writing() as session:
        by = people.others["trainer"].id
        made = release(session, store, ready, Change.FIRST, "", by, now - timedelta(days=PUBLISHED_DAYS_AGO))
        return made
