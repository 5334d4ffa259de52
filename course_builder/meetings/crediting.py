"""Who was at an hour, or did it afterwards, has completed its course: once in a series, and no longer when she was not there."""

from collections.abc import Collection, Mapping
from datetime import date, datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from course_builder.learning.completions import record_elsewhere, withdraw
from course_builder.learning.days import day_of
from course_builder.learning.models import Completion, Source
from course_builder.library.releases import course_of
from course_builder.meetings.models import Attendee, Meeting, Way

DONE = "done"
NOT_THERE = "not-there"


def root_of(meeting: Meeting) -> int:
    """The first hour of the series."""
    return meeting.series_id or meeting.id


def counts(session: Session, meeting: Meeting) -> bool:
    """Whether names become completions: of a course that is an hour. A film discussion of another course is noted only."""
    return course_of(session, meeting.release_id).kind == "meeting"


def day_held(meeting: Meeting) -> date:
    return day_of(meeting.began or meeting.starts)


def credit(session: Session, meeting: Meeting, one: Attendee, by_id: int | None, now: datetime) -> None:
    """Makes or withdraws her completion, so that it says what the list says. `meeting` has ended; done twice it is done once."""
    if one.person_id is None or not counts(session, meeting):
        return
    source = _source(meeting, one)
    if source is not None:
        one.completion_seq = _made(session, meeting, one.person_id, source, by_id, now)
    elif one.completion_seq is not None:
        seq, one.completion_seq = one.completion_seq, None
        session.flush()
        if not _elsewhere_in_series(session, seq):
            withdraw(session, seq, NOT_THERE, by_id, now)
    session.flush()


def _source(meeting: Meeting, one: Attendee) -> Source | None:
    """What the list says of her; None: nothing that counts."""
    if one.took_part and meeting.way == Way.NAMES:
        return Source.APT
    return Source.BY_HAND if one.afterwards == DONE else None


def _made(
    session: Session, meeting: Meeting, person_id: int, source: Source, by_id: int | None, now: datetime
) -> int:
    """The one of the series. One that was withdrawn stays so; another is made after it."""
    on = day_held(meeting) if source == Source.APT else day_of(now)
    tried = 0
    while True:
        key = f"apt:{root_of(meeting)}:{person_id}:{tried}"
        made = record_elsewhere(
            session, person_id, meeting.course_id, on, None, source, key, by_id, now, meeting.release_id
        )
        if made.fresh or session.get_one(Completion, made.seq).withdrawn_seq is None:
            return made.seq
        tried += 1


def _elsewhere_in_series(session: Session, seq: int) -> bool:
    """Whether another hour of the series gives her the same completion."""
    return session.scalar(select(Attendee.id).where(Attendee.completion_seq == seq).limit(1)) is not None


def series(session: Session, meeting: Meeting) -> list[Meeting]:
    """All hours of it that are not cancelled, in the order in which they begin."""
    root = root_of(meeting)
    found = select(Meeting).where(
        or_(Meeting.id == root, Meeting.series_id == root), Meeting.cancelled.is_(None)
    )
    return list(session.scalars(found.order_by(Meeting.starts, Meeting.id)))


def done_alone(session: Session, meeting: Meeting, person_ids: Collection[int]) -> Mapping[int, date]:
    """When each of them completed the course alone, in the application, since the first hour of the series."""
    first = series(session, meeting)[:1] or [meeting]
    found = select(Completion.person_id, Completion.on).where(
        Completion.person_id.in_(person_ids), Completion.course_id == meeting.course_id, Completion.counts,
        Completion.source == Source.HERE, Completion.on >= day_held(first[0]),
    )  # fmt: skip
    return {person_id: on for person_id, on in session.execute(found.order_by(Completion.on.desc()))}
