"""A plan is changed, step by step and for good: undone, done again, and never over what another has just written."""

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from course_builder.meetings.models import Meeting, Planned
from course_builder.meetings.planning import checked_length, checked_place
from course_builder.meetings.plans import Work
from course_builder.meetings.starting import checked_start
from course_builder.people.refused import Refused


class Then(NamedTuple):
    """What a change leads to."""

    plan: list[dict[str, Any]]
    starts: datetime
    minutes: int
    place: str


def change(session: Session, meeting_id: int, work: Work, by_id: int, now: datetime) -> Meeting:
    """Nothing is written when the work changes nothing."""
    meeting = _changeable(session, meeting_id)
    rows = [dict(row) for row in work(meeting.plan)]
    if rows != meeting.plan:
        _write(session, meeting, Then(rows, meeting.starts, meeting.minutes, meeting.place), by_id, now)
    return meeting


def reschedule(
    session: Session,
    meeting_id: int,
    starts: datetime,
    minutes: int,
    by_id: int,
    now: datetime,
    place: str | None = None,
) -> Meeting:
    """Another time, length or place; the plan stays. None: the same place."""
    meeting = _changeable(session, meeting_id)
    there = meeting.place if place is None else checked_place(place)
    if starts != meeting.starts:
        checked_start(starts, now)
    if (starts, minutes, there) != (meeting.starts, meeting.minutes, meeting.place):
        _write(session, meeting, Then(meeting.plan, starts, checked_length(minutes), there), by_id, now)
    return meeting


def undo(session: Session, meeting_id: int, revision: int, by_id: int, now: datetime) -> Meeting:
    """Back to what was before the last change. `revision` is the one she saw. Refused when another is there now."""
    meeting = _seen(session, meeting_id, revision)
    after = _now(session, meeting).after
    if after is not None:
        _go_to(session, meeting, after, by_id, now)
    return meeting


def redo(session: Session, meeting_id: int, revision: int, by_id: int, now: datetime) -> Meeting:
    """What was undone last is there again."""
    meeting = _seen(session, meeting_id, revision)
    following = _following(session, meeting)
    if following is not None:
        _go_to(session, meeting, following, by_id, now)
    return meeting


def can_undo(session: Session, meeting: Meeting) -> bool:
    return not is_fixed(meeting) and _now(session, meeting).after is not None


def can_redo(session: Session, meeting: Meeting) -> bool:
    return not is_fixed(meeting) and _following(session, meeting) is not None


def is_fixed(meeting: Meeting) -> bool:
    """It has begun, is over or will not be: its plan is what it is."""
    return any(when is not None for when in (meeting.began, meeting.ended, meeting.cancelled))


def changed_by(session: Session, meeting: Meeting) -> int | None:
    """Who changed the plan last."""
    return _now(session, meeting).by_id


def forget(session: Session, meeting_id: int) -> None:
    """When an hour is over its plan is what it is: who changed it, and when, is nobody's business any more."""
    session.execute(delete(Planned).where(Planned.meeting_id == meeting_id))


def _changeable(session: Session, meeting_id: int) -> Meeting:
    meeting = session.get_one(Meeting, meeting_id, with_for_update=True, populate_existing=True)
    if meeting.cancelled is not None:
        raise Refused(
            "Timmen är inställd. Ångra det först, så kan du ändra planen.",
            "The hour is cancelled. Undo that first, then you can change the plan.",
        )
    if is_fixed(meeting):
        raise Refused(
            "Timmen har börjat. Ändra den i ledarvyn.",
            "The hour has begun. Change it in the leader's view.",
        )
    return meeting


def _seen(session: Session, meeting_id: int, revision: int) -> Meeting:
    meeting = _changeable(session, meeting_id)
    if meeting.plan_revision != revision:
        raise Refused(
            "Någon annan har ändrat planen sedan dess. Den visas som den är nu, och inget är borta.",
            "Somebody else has changed the plan since. It is shown as it is now, and nothing is lost.",
        )
    return meeting


def _write(session: Session, meeting: Meeting, then: Then, by_id: int, now: datetime) -> None:
    before, revision = _now(session, meeting), meeting.plan_revision + 1
    session.add(before)
    _put(session, meeting, then, revision, before.same_as, by_id, now)


def _go_to(session: Session, meeting: Meeting, same_as: int, by_id: int, now: datetime) -> None:
    there = session.get_one(Planned, (meeting.id, same_as))
    then = Then(there.plan, there.starts, there.minutes, there.place)
    _put(session, meeting, then, same_as, there.after, by_id, now)


def _put(
    session: Session, meeting: Meeting, then: Then, same_as: int, after: int | None, by_id: int, now: datetime
) -> None:
    revision = meeting.plan_revision + 1
    session.add(
        Planned(
            meeting_id=meeting.id, revision=revision, same_as=same_as, after=after, **then._asdict(), made=now, by_id=by_id
        )
    )  # fmt: skip
    meeting.plan, meeting.starts, meeting.minutes, meeting.place = then
    meeting.plan_revision = revision
    session.flush()


def _now(session: Session, meeting: Meeting) -> Planned:
    """An hour that was not planned by `planning.plan_hour` has no history until it is first changed."""
    found = session.get(Planned, (meeting.id, meeting.plan_revision))
    return found or Planned(
        meeting_id=meeting.id, revision=meeting.plan_revision, same_as=meeting.plan_revision, after=None, starts=meeting.starts,
        minutes=meeting.minutes, place=meeting.place, plan=meeting.plan, made=meeting.made, by_id=meeting.made_by_id,
    )  # fmt: skip


def _following(session: Session, meeting: Meeting) -> int | None:
    """The last change that was made to what stands here now."""
    made = select(func.max(Planned.revision)).where(
        Planned.meeting_id == meeting.id,
        Planned.after == _now(session, meeting).same_as,
        Planned.revision == Planned.same_as,
    )
    return session.scalar(made)
