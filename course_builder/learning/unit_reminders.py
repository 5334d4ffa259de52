"""A manager's reminder to those for whom something remains: asked for with one button, never twice in a week."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from course_builder.content.render.dates import day, lasting
from course_builder.learning.days import day_of
from course_builder.learning.standing import Standing
from course_builder.learning.standings import InUnit
from course_builder.library.catalogue import Offered
from course_builder.people.models import Person
from course_builder.post.letters import compose
from course_builder.post.models import Letter
from course_builder.post.outbox import write

PURPOSE = "reminder"
A_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Recipient:
    person_id: int
    name: str
    email: str
    language: str
    remaining: tuple[Standing, ...]


@dataclass(frozen=True)
class Round:
    """Who would get a letter now; who got one within a week, and when; who has no address here."""

    to: tuple[Recipient, ...]
    lately: tuple[tuple[str, datetime], ...]
    no_address: tuple[str, ...]


def planned(session: Session, everybody: Iterable[InUnit], now: datetime) -> Round:
    """By name. Whoever nothing remains for is left alone."""
    left = {one.person_id: one for one in everybody if one.remaining}
    reached = session.execute(select(Person.id, Person.email, Person.language).where(Person.id.in_(left)))
    addresses = {person_id: (email, language) for person_id, email, language in reached if email}
    last = _last(session, left, now)
    to = [
        Recipient(person_id, one.name, *addresses[person_id], one.remaining)
        for person_id, one in left.items()
        if person_id in addresses and person_id not in last
    ]
    lately = [(left[person_id].name, at) for person_id, at in last.items()]
    nowhere = [one.name for person_id, one in left.items() if person_id not in addresses]
    return Round(tuple(to), tuple(sorted(lately)), tuple(nowhere))


def _last(session: Session, person_ids: Iterable[int], now: datetime) -> dict[int, datetime]:
    """When each of them was last reminded, of those who were within a week."""
    found = (
        select(Letter.person_id, func.max(Letter.written))
        .where(
            Letter.person_id.in_(list(person_ids)), Letter.purpose == PURPOSE, Letter.written > now - A_WEEK
        )
        .group_by(Letter.person_id)
    )
    return {person_id: at for person_id, at in session.execute(found) if person_id is not None}


def letter(one: Recipient, courses: Mapping[str, Offered], link: str, sender: str) -> tuple[str, str]:
    """Subject and text, in her language; it begins with what remains and how long it takes."""
    remaining = [
        _course(standing, courses.get(standing.course_id), one.language) for standing in one.remaining
    ]
    return compose(PURPOSE, one.language, name=one.name, courses=remaining, link=link, sender=sender)


def _course(standing: Standing, offered: Offered | None, language: str) -> dict[str, object]:
    return {
        "title": offered.title if offered else standing.course_id,
        "lasting": lasting(offered.minutes, language) if offered and offered.minutes else "",
        "due": day(standing.due, language) if standing.due else None,
    }


def remind(
    session: Session,
    to: Sequence[Recipient],
    courses: Mapping[str, Offered],
    link: str,
    sender: str,
    now: datetime,
) -> int:
    """Writes a letter to each who has had none for a week; gives how many. Asked for twice at once it is one letter."""
    there = _last(session, [one.person_id for one in to], now)
    return sum(_write(session, one, courses, link, sender, now) for one in to if one.person_id not in there)


def _write(
    session: Session, one: Recipient, courses: Mapping[str, Offered], link: str, sender: str, now: datetime
) -> bool:
    subject, body = letter(one, courses, link, sender)
    week = day_of(now).isocalendar()
    key = f"{PURPOSE}:{one.person_id}:{week.year}-{week.week}"
    return write(session, one.email, subject, body, PURPOSE, key, now, one.person_id)
