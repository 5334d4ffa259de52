"""Which version went where. The package itself is not kept: the same version and choices give the same bytes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from course_builder.content.course import Course
from course_builder.library.exports.models import LONGEST_PORTAL, Export
from course_builder.library.installed import installed
from course_builder.library.models import Release
from course_builder.library.ready import Ready
from course_builder.library.releases import course_of, keep_contents
from course_builder.people.models import Person

KIT = "kit"
"""What a meeting kit has as its format. It goes to a room and to no portal."""
MOST = 200
"""Lines of the log that a page shows."""


@dataclass(frozen=True)
class Package:
    """A zip that was made, and what it was made for. `size` is in bytes."""

    portal: str
    format: str
    answers: Mapping[str, str]
    file: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Exported:
    """A line of the log. `number` is the version's, None of a draft; `by` None when nobody is known."""

    export: Export
    number: int | None
    by: str | None


def portal_key(portal: str) -> str:
    return " ".join(portal.split()).casefold()[:LONGEST_PORTAL]


def of_release(
    session: Session, release: Release, digest: str, package: Package, by: int | None, now: datetime
) -> Export:
    """`digest` is the course's."""
    return _add(session, release.course_id, digest, package, by, now, release_id=release.id)


def of_draft(session: Session, ready: Ready, package: Package, by: int | None, now: datetime) -> Export:
    """What the draft said is kept too, so that a later package can be compared with it."""
    course = ready.gathered.course
    keep_contents(session, ready.gathered)
    return _add(session, course.id, course.digest, package, by, now, files=dict(ready.gathered.files))


def log(session: Session, course_id: str) -> Sequence[Exported]:
    """The newest first."""
    rows = session.execute(
        select(Export, Release.number, Person.name)
        .outerjoin(Release, Release.id == Export.release_id)
        .outerjoin(Person, (Person.id == Export.made_by_id) & Person.protected.is_(False))
        .where(Export.course_id == course_id)
        .order_by(Export.id.desc())
        .limit(MOST)
    )
    return [Exported(*row) for row in rows]


def last_for(session: Session, course_id: str, portal: str) -> Exported | None:
    """The last package of the course that was made for a portal."""
    key = portal_key(portal)
    return next((one for one in _newest(session, course_id) if one.export.portal_key == key), None)


def portals(session: Session, course_id: str) -> Sequence[Exported]:
    """The last package for each portal, the newest first."""
    return [one for one in _newest(session, course_id) if one.export.portal]


def older(session: Session, course_id: str, digest: str) -> Sequence[Exported]:
    """Portals whose last package says something else than the course now does, and the last kit where it does."""
    return [one for one in _newest(session, course_id) if one.export.digest != digest]


def course_in(session: Session, export: Export, today: date) -> Course:
    """The course as it went out."""
    if export.release_id is not None:
        return course_of(session, export.release_id, today)
    return installed(session.get_bind().engine).of_files(session, export.files or {}, today)


def _newest(session: Session, course_id: str) -> list[Exported]:
    last = select(func.max(Export.id)).where(Export.course_id == course_id).group_by(Export.portal_key)
    rows = session.execute(
        select(Export, Release.number, Person.name)
        .outerjoin(Release, Release.id == Export.release_id)
        .outerjoin(Person, (Person.id == Export.made_by_id) & Person.protected.is_(False))
        .where(Export.id.in_(last))
        .order_by(Export.id.desc())
    )
    return [Exported(*row) for row in rows]


def _add(
    session: Session, course_id: str, digest: str, package: Package, by: int | None, now: datetime,
    release_id: int | None = None, files: dict[str, str] | None = None,
) -> Export:  # fmt: skip
    portal = " ".join(package.portal.split())[:LONGEST_PORTAL]
    made = Export(
        course_id=course_id, release_id=release_id, files=files, digest=digest, portal=portal, portal_key=portal_key(portal),
        format=package.format, answers=dict(package.answers), file=package.file, size=package.size, sha256=package.sha256,
        made_on=now, made_by_id=by,
    )  # fmt: skip
    session.add(made)
    session.flush()
    return made
