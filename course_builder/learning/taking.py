"""Taking a course: begin, come back on another device, read on, and move between releases."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from course_builder.content.course import Course
from course_builder.content.verdict import Verdict
from course_builder.database.inserting import insert_new
from course_builder.learning.asked import sheet_of
from course_builder.learning.events import Kind, about
from course_builder.learning.models import Enrolment, PartRead
from course_builder.learning.refusals import NotThere, TooLong
from course_builder.learning.seat import Enrolled
from course_builder.learning.settling import met_keys, settle
from course_builder.library.models import Release
from course_builder.library.news import news
from course_builder.library.releases import correction_after, course_of

LONGEST_STATE = 64 * 1024


@dataclass(frozen=True)
class Conflict:
    """Somebody saved first, perhaps she herself in another tab: what is there now, to be merged and saved again."""

    state: str
    revision: int


@dataclass(frozen=True)
class News:
    """What is new, of what she has already read. `lines` are whole sentences in the course's language."""

    release: Release
    lines: tuple[str, ...]


def open_course(
    session: Session, person_id: int, release: Release, now: datetime, again: bool = False
) -> Enrolment:
    """The enrolment she has, on the release it is on; else a new one on `release`.

    `again` begins a new round when the last one is done: a renewal. Opened twice at once it is opened once.
    """
    last = _last_round(session, person_id, release.course_id)
    if last is not None and not (again and last.done):
        return last
    number = last.round + 1 if last else 1
    values = {
        "person_id": person_id, "course_id": release.course_id, "release_id": release.id, "round": number,
        "started": now, "success": "unknown", "state": "", "state_revision": 0, "told_release_id": release.id,
    }  # fmt: skip
    made = session.execute(
        insert_new(session, Enrolment).values(values).returning(Enrolment.id)
    ).scalar_one_or_none()
    enrolment = _last_round(session, person_id, release.course_id)
    if enrolment is None:
        raise LookupError("the enrolment that was just written is not there")
    if made is not None:
        about(session, Kind.OPENED, enrolment, now, {"round": number})
    return enrolment


def _last_round(session: Session, person_id: int, course_id: str) -> Enrolment | None:
    return session.scalars(
        select(Enrolment)
        .where(Enrolment.person_id == person_id, Enrolment.course_id == course_id)
        .order_by(Enrolment.round.desc())
        .limit(1)
        .execution_options(populate_existing=True)
    ).first()


def keep_state(session: Session, enrolment_id: int, state: str, based_on: int) -> int | Conflict:
    """The new revision, or a Conflict when `based_on` is not the revision that is there. Raises TooLong, NotThere."""
    if len(state) > LONGEST_STATE:
        raise TooLong
    revision = session.execute(
        update(Enrolment)
        .where(Enrolment.id == enrolment_id, Enrolment.state_revision == based_on)
        .values(state=state, state_revision=based_on + 1)
        .returning(Enrolment.state_revision)
        .execution_options(synchronize_session=False)
    ).scalar_one_or_none()
    if revision is not None:
        return revision
    there = session.execute(
        select(Enrolment.state, Enrolment.state_revision).where(Enrolment.id == enrolment_id)
    ).one_or_none()
    if there is None:
        raise NotThere(enrolment_id)
    return Conflict(*there)


def part_read(session: Session, enrolment: Enrolled, course: Course, part_key: str, now: datetime) -> Verdict:
    """A lesson or film discussion read to its end. `course` is the release of the enrolment. Raises NotThere.

    Read twice it was read once. Gives what the course's rule says now.
    """
    if part_key not in sheet_of(course).parts:
        raise NotThere(part_key)
    row = {"enrolment_id": enrolment.id, "part_key": part_key, "at": now}
    made = session.execute(insert_new(session, PartRead).values(row).returning(PartRead.part_key))
    if made.scalar_one_or_none() is not None:
        about(session, Kind.READ, enrolment, now, {"part": part_key})
    return settle(session, enrolment, course, now)


def correction_waiting(session: Session, enrolment: Enrolment) -> Release | None:
    """The latest release, when one after hers says that law or fact was wrong and she is in mid-course."""
    if enrolment.done is not None:
        return None
    return correction_after(session, session.get_one(Release, enrolment.release_id))


def visit(session: Session, enrolment: Enrolment, now: datetime) -> News | None:
    """Moves her when a correction waits, and gives the news of her release until `told` says that she has seen them.

    Needs a write block only when `correction_waiting` finds one; else `untold` says the same.
    """
    locked = _locked(session, enrolment)
    waiting = correction_waiting(session, locked)
    if waiting is not None:
        _move(session, locked, waiting, now)
    return untold(session, locked)


def untold(session: Session, enrolment: Enrolment) -> News | None:
    """What she has not been told of the release she is on."""
    if enrolment.told_release_id in (None, enrolment.release_id):
        return None
    return news_between(session, enrolment, enrolment.told_release_id or 0, enrolment.release_id)


def news_between(session: Session, enrolment: Enrolled, old_id: int, new_id: int) -> News:
    """What is new from one release to another, of what she has read in this round."""
    old, new = course_of(session, old_id), course_of(session, new_id)
    lines = news(old, new, new.language, met_keys(session, enrolment.id))
    return News(session.get_one(Release, new_id), lines)


def told(session: Session, enrolment: Enrolment, now: datetime) -> None:
    """She has seen the news of the release she is on."""
    locked = _locked(session, enrolment)
    if locked.told_release_id == locked.release_id:
        return
    locked.told_release_id = locked.release_id
    session.flush()
    about(session, Kind.TOLD, locked, now, {})


def move(session: Session, enrolment: Enrolment, release: Release, now: datetime) -> None:
    """To another release of the course. What she has read, answered and reached stays hers. Raises NotThere."""
    if release.course_id != enrolment.course_id:
        raise NotThere(release.id)
    _move(session, _locked(session, enrolment), release, now)


def _move(session: Session, locked: Enrolment, release: Release, now: datetime) -> None:
    if release.id == locked.release_id:
        return
    before, locked.release_id = locked.release_id, release.id
    session.flush()
    about(session, Kind.MOVED, locked, now, {"before": before})
    settle(session, locked, course_of(session, release.id), now)


def _locked(session: Session, enrolment: Enrolment) -> Enrolment:
    """As it is now, and nobody else's to change until the end of the transaction."""
    return session.scalars(
        select(Enrolment)
        .where(Enrolment.id == enrolment.id)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    ).one()
