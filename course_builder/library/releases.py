"""Releases: a course as it was, for ever. Learners and packages use them, drafts never."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from course_builder.content.compare import compare
from course_builder.content.course import Course
from course_builder.database.inserting import insert_new
from course_builder.database.store import Database
from course_builder.library.gather import Gathered, ReleaseStopped, gather
from course_builder.library.installed import install, installed
from course_builder.library.models import Change, KeptCourse, MediaBlob, Release, TextBlob
from course_builder.library.opened import SWEDEN, NoSuchRelease
from course_builder.library.proposal import proposed
from course_builder.library.ready import FileChanged, Ready, keep_media
from course_builder.library.store import MediaStore

__all__ = [
    "FileChanged", "NoSuchRelease", "ReleaseStopped", "correction_after", "course_of", "latest", "numbered", "release", "releases",
]  # fmt: skip
LONGEST_TITLE = 200


def release(
    session: Session,
    store: MediaStore,
    source: Path | Ready,
    change: Change | None,
    note: str,
    made_by_id: int | None,
    now: datetime,
    group_id: int | None = None,
) -> Release:
    """The course of a folder as a new release, or the latest one when nothing has changed since.

    With its first release it comes to belong to the group. `source` is a folder, or what `keep_media` has made ready where others wait for the transaction. `change` is None to
    take the proposed kind; the first release is `first` whatever is asked. ReleaseStopped when the course has errors.
    """
    ready = source if isinstance(source, Ready) else keep_media(store, gather(source, day(now)))
    gathered = ready.gathered
    opened = install(session.get_bind().engine, store)
    course_id = gathered.course.id
    session.execute(
        insert_new(session, KeptCourse).values(
            id=course_id, group_id=group_id, taken="here", staff_link="", external_link=""
        )
    )
    session.execute(select(KeptCourse.id).where(KeptCourse.id == course_id).with_for_update())
    before = latest(session, course_id)
    if before is not None and before.digest == gathered.digest:
        return before
    made = _release(gathered, before, _kind(session, gathered, before, change), note, made_by_id, now)
    keep_contents(session, gathered)
    session.add(made)
    session.flush()
    opened.forget(made.id)
    return made


def day(moment: datetime) -> date:
    """The day it is in Sweden."""
    return moment.astimezone(SWEDEN).date()


def latest(session: Session, course_id: str) -> Release | None:
    return session.scalars(_newest_first(course_id).limit(1)).first()


def releases(session: Session, course_id: str) -> Sequence[Release]:
    """All of a course, the newest first."""
    return session.scalars(_newest_first(course_id)).all()


def numbered(session: Session, course_id: str, number: int) -> Release | None:
    return session.scalars(_newest_first(course_id).where(Release.number == number)).first()


def correction_after(session: Session, release: Release) -> Release | None:
    """The newest release, when it or one between is a correction that a learner on this one has not got."""
    later = _newest_first(release.course_id).where(Release.number > release.number)
    newer = session.scalars(later).all()
    return newer[0] if any(one.change == Change.CORRECTION for one in newer) else None


def course_of(source: Session | Database, release_id: int, today: date | None = None) -> Course:
    """The course of a release; NoSuchRelease. `today` decides the wording of the law that is shown: else the day of release."""
    engine = source.reader if isinstance(source, Database) else source.get_bind().engine
    courses = installed(engine)
    found = courses.at_hand(release_id, today)
    if found is not None:
        return found
    if isinstance(source, Session):
        return courses.get(source, release_id, today)
    with source.reading() as session:
        return courses.get(session, release_id, today)


def _newest_first(course_id: str) -> Select[Release]:
    return select(Release).where(Release.course_id == course_id).order_by(Release.number.desc())


def _kind(session: Session, gathered: Gathered, before: Release | None, change: Change | None) -> Change:
    if before is None:
        return Change.FIRST
    if change is None:
        return proposed(compare(course_of(session, before.id), gathered.course))
    if change is Change.FIRST:
        raise ValueError("a course has one first release")
    return change


def _release(
    gathered: Gathered,
    before: Release | None,
    change: Change,
    note: str,
    made_by_id: int | None,
    now: datetime,
) -> Release:
    course = gathered.course
    return Release(
        course_id=course.id, number=before.number + 1 if before else 1, digest=gathered.digest, change=change, note=note.strip(),
        title=course.title[:LONGEST_TITLE], minutes=course.minutes, audience=list(course.audience), files=dict(gathered.files),
        made_on=now, made_by_id=made_by_id,
    )  # fmt: skip


def keep_contents(session: Session, gathered: Gathered) -> None:
    """Texts by their hash, and rows for media that are in the store already."""
    media = [medium.fingerprint for medium in gathered.media.values()]
    _insert(session, TextBlob, [{"sha256": sha, "text": text} for sha, text in gathered.texts.items()])
    _insert(
        session, MediaBlob, [{"sha256": one.sha256, "size": one.size, "crc32": one.crc32} for one in media]
    )


def _insert(session: Session, table: type[TextBlob | MediaBlob], rows: list[Mapping[str, object]]) -> None:
    """Those that are not there yet; sorted, so that two who release at once wait for each other in one order."""
    if rows:
        session.execute(insert_new(session, table), sorted(rows, key=lambda row: str(row["sha256"])))
