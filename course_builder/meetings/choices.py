"""What an hour can be made of: ready plans of the meetings that are published, and film discussions with a length."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from course_builder.content.course import Course
from course_builder.content.models.film import FilmDiscussion
from course_builder.content.steps import of_talk, ready_plans, rows, steps
from course_builder.library import catalogue
from course_builder.library.models import Release
from course_builder.library.releases import course_of
from course_builder.meetings.plans import Row

LENGTHS = (15, 30, 45, 60)
"""Minutes that a film discussion is given."""


@dataclass(frozen=True)
class Ready:
    """A published meeting and the lengths that it has ready plans of."""

    release_id: int
    title: str
    summary: str
    lengths: tuple[int, ...]


@dataclass(frozen=True)
class Talk:
    """A film discussion of a published course; of one that several have, a meeting's. `film` is in minutes."""

    release_id: int
    talk_id: str
    title: str
    purpose: str
    film: int
    lengths: tuple[int, ...]


@dataclass(frozen=True)
class Choices:
    ready: Sequence[Ready]
    talks: Sequence[Talk]


def choices(session: Session, today: date) -> Choices:
    found = [
        (one.release_id, course_of(session, one.release_id, today))
        for one in catalogue.offered(session).values()
    ]
    ready = [
        Ready(release_id, course.title, course.summary, ready_plans(course))
        for release_id, course in found
        if course.kind == "meeting"
    ]
    talks: dict[str, Talk] = {}
    for release_id, course in sorted(found, key=lambda one: one[1].kind != "meeting"):
        for talk in course.films:
            made = Talk(
                release_id, talk.id, talk.title, talk.purpose or "", talk.film_minutes, talk_lengths(talk)
            )
            talks.setdefault(talk.id, made)
    return Choices(ready, sorted(talks.values(), key=lambda talk: talk.title))


def talk_lengths(talk: FilmDiscussion) -> tuple[int, ...]:
    """Those that are longer than the film."""
    return tuple(minutes for minutes in LENGTHS if minutes > talk.film_minutes)


@dataclass(frozen=True)
class Chosen:
    release: Release
    title: str
    minutes: int
    rows: Sequence[Row]


def chosen(session: Session, release_id: int, talk_id: str, minutes: int, today: date) -> Chosen:
    """A ready plan, or a film discussion when `talk_id` is given. Raises LookupError for what cannot be chosen."""
    offers = choices(session, today)
    talk = next((one for one in offers.talks if (one.release_id, one.talk_id) == (release_id, talk_id)), None)
    ready = next((one for one in offers.ready if one.release_id == release_id and not talk_id), None)
    offered = talk or ready
    if offered is None or minutes not in offered.lengths:
        raise LookupError(release_id, talk_id, minutes)
    course, release = course_of(session, release_id, today), session.get_one(Release, release_id)
    plan = of_talk(course, talk_id, minutes) if talk else steps(course, minutes)
    return Chosen(release, offered.title, minutes, rows(plan))


def left_out(course: Course, plan: Sequence[Row]) -> list[Row]:
    """What the ready plans have and this one has not, once each."""
    there = {row["id"] for row in plan}
    found: dict[str, Row] = {}
    for minutes in sorted(ready_plans(course), reverse=True):
        for row in rows(steps(course, minutes)):
            if row["id"] not in there:
                found.setdefault(row["id"], row)
    return list(found.values())
