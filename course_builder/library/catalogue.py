"""Every course that has been released, as learners choose among them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from course_builder.library.models import KeptCourse, Release


@dataclass(frozen=True)
class Offered:
    """A course on its newest release. `taken` is where: `here`, `portal` or `both`."""

    course_id: str
    title: str
    minutes: int
    audience: tuple[str, ...]
    taken: str
    staff_link: str
    external_link: str
    release_id: int
    number: int

    @property
    def here(self) -> bool:
        return self.taken != "portal"

    @property
    def elsewhere(self) -> bool:
        return self.taken != "here"


def offered(session: Session, course_ids: Collection[str] | None = None) -> Mapping[str, Offered]:
    """By course, in the order of their titles; all of them, or those named."""
    number = select(Release.course_id, func.max(Release.number).label("number")).group_by(Release.course_id)
    newest = number.subquery()
    found = (
        select(
            KeptCourse.id, Release.title, Release.minutes, Release.audience, KeptCourse.taken, KeptCourse.staff_link,
            KeptCourse.external_link, Release.id, Release.number,
        )
        .join(newest, newest.c.course_id == KeptCourse.id)
        .join(Release, (Release.course_id == newest.c.course_id) & (Release.number == newest.c.number))
        .order_by(Release.title, KeptCourse.id)
    )  # fmt: skip
    if course_ids is not None:
        found = found.where(KeptCourse.id.in_(set(course_ids)))
    return {
        row[0]: Offered(row[0], row[1], row[2], tuple(row[3]), *row[4:]) for row in session.execute(found)
    }
