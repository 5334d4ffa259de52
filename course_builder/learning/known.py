"""Of which courses the absence of a completion means something. Without a list from the portal nobody knows."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.learning.models import Completion, Source
from course_builder.library.models import KeptCourse


def known(session: Session, course_ids: Collection[str]) -> set[str]:
    """Those that are taken here only, and those that a portal has sent a list of."""
    here = session.scalars(
        select(KeptCourse.id).where(KeptCourse.id.in_(course_ids), KeptCourse.taken == "here")
    )
    found = set(here)
    return found | {one for one in set(course_ids) - found if _listed(session, one)}


def _listed(session: Session, course_id: str) -> bool:
    where = (Completion.course_id == course_id, Completion.source == Source.PORTAL.value)
    return session.scalar(select(Completion.event_seq).where(*where).limit(1)) is not None
