"""The same hour for another shift: those who have not been there are awaited, and nobody counts twice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from course_builder.learning.days import day_of
from course_builder.meetings.crediting import DONE, done_alone, root_of, series
from course_builder.meetings.headcount import present_at
from course_builder.meetings.models import Attendee, Leader, Meeting, Way
from course_builder.meetings.planning import checked_place
from course_builder.meetings.starting import checked_start
from course_builder.people.refused import Refused
from course_builder.people.spelling import folded

Who = tuple[str, int | str]


@dataclass(frozen=True)
class Whole:
    """Of a series. `people` has the first row of each; `alone` the day when somebody completed it in the application."""

    hours: tuple[Meeting, ...]
    people: Mapping[Who, Attendee]
    there: frozenset[Who]
    later: frozenset[Who]
    alone: Mapping[int, date]

    @property
    def left(self) -> list[Attendee]:
        done = self.there | self.later
        return sorted((one for key, one in self.people.items() if key not in done), key=lambda one: one.id)

    @property
    def not_there(self) -> list[Attendee]:
        """Those it is left for, and those who have done it since."""
        return sorted(
            (one for key, one in self.people.items() if key not in self.there), key=lambda one: one.id
        )


@dataclass(frozen=True)
class Together:
    """Of all hours of a series: how many were there, each once; how many have done it afterwards; whom it is left for."""

    each: tuple[tuple[Meeting, int], ...]
    """How many were at each, whether they were at another too or not."""
    present: int
    afterwards: int
    left: int

    @property
    def hours(self) -> int:
        return len(self.each)


def hold_again(
    session: Session, meeting: Meeting, starts: datetime, minutes: int | None, by_id: int | None, now: datetime,
    place: str = "",
) -> Meeting:  # fmt: skip
    """A meeting more in the series, with the same plan and leaders, at its own place. Refused for one that is cancelled, or lies before the first."""
    if meeting.cancelled is not None:
        raise Refused("Timmen är inställd. Planera en ny.", "The hour is cancelled. Plan a new one.")
    if day_of(checked_start(starts, now)) < day_of(meeting.starts):
        raise Refused(
            "Timmen hålls igen efter den första. Välj en senare dag.",
            "It is held again after the first. Choose a later day.",
        )
    made = Meeting(
        series_id=root_of(meeting), unit_id=meeting.unit_id, course_id=meeting.course_id, release_id=meeting.release_id,
        title=meeting.title, starts=starts, minutes=minutes or meeting.minutes, place=checked_place(place),
        plan=[dict(row) for row in meeting.plan], film_version=meeting.film_version, expected=meeting.expected if not _named(session, meeting) else None,
        made=now, made_by_id=by_id,
    )  # fmt: skip
    session.add(made)
    session.flush()
    session.add_all(
        Leader(meeting_id=made.id, person_id=one.person_id, part=one.part) for one in meeting.leaders
    )
    for one in left(session, meeting):
        session.add(Attendee(meeting_id=made.id, person_id=one.person_id, name=one.name))
    session.flush()
    return made


def whole(session: Session, meeting: Meeting) -> Whole:
    """Everybody of all hours of the series, each once."""
    hours = series(session, meeting)
    rows = _rows(session, hours)
    alone = done_alone(session, meeting, [one.person_id for one in rows if one.person_id is not None])
    named = {one.id for one in hours if one.way != Way.NUMBER}
    there = {who(one) for one in rows if one.took_part and one.meeting_id in named}
    later = {who(one) for one in rows if one.afterwards == DONE or one.person_id in alone} - there
    people = {who(one): one for one in reversed(rows)}
    return Whole(tuple(hours), people, frozenset(there), frozenset(later), alone)


def left(session: Session, meeting: Meeting) -> list[Attendee]:
    """The first row of each who was awaited, was at none of its hours and has not done it afterwards."""
    return whole(session, meeting).left


def together(session: Session, meeting: Meeting) -> Together:
    """Numbers that were only said are added; whoever is named counts once, however many of the hours she was at."""
    found = whole(session, meeting)
    numbers = sum(one.number or 0 for one in found.hours if one.way == Way.NUMBER)
    guests = sum(one.guests for one in found.hours if one.way != Way.NUMBER)
    there = len(found.there) + numbers + guests
    counted = present_at(session, select(Meeting.id).where(Meeting.id.in_([one.id for one in found.hours])))
    each = tuple((one, counted.get(one.id, 0)) for one in found.hours)
    return Together(each, there, len(found.later), len(found.left))


def _rows(session: Session, hours: Sequence[Meeting]) -> list[Attendee]:
    ids = [one.id for one in hours]
    return list(session.scalars(select(Attendee).where(Attendee.meeting_id.in_(ids)).order_by(Attendee.id)))


def who(one: Attendee) -> Who:
    """The same for one person in all hours: our own by who she is, others by name."""
    return ("person", one.person_id) if one.person_id is not None else ("name", folded(one.name or ""))


def _named(session: Session, meeting: Meeting) -> bool:
    found = select(func.count()).select_from(Attendee).where(Attendee.meeting_id == meeting.id)
    return bool(session.scalar(found))
