"""A draft becomes a release, and the release remembers who stood for it and what was let stand in it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from course_builder.library.drafts.models import Draft
from course_builder.library.models import Change, Release
from course_builder.library.ready import Ready
from course_builder.library.releases import release
from course_builder.library.review import approvals, warnings
from course_builder.library.store import MediaStore


class NeedsEyes(Exception):
    """With four eyes: nobody but the publisher has approved just this."""


@dataclass(frozen=True)
class Wish:
    """What the publisher asks for. `change` is None for the proposed kind."""

    change: Change | None
    note: str
    by: int
    four_eyes: bool = False


def publish(
    session: Session, store: MediaStore, ready: Ready, draft: Draft, wish: Wish, marks: Collection[str], now: datetime
) -> Release:  # fmt: skip
    """`marks` are those of the warnings that are there now. NeedsEyes; else as `releases.release`."""
    there = approvals.approvals(session, draft, ready.gathered.course.digest)
    if wish.four_eyes and approvals.lacks_eyes(there, wish.by):
        raise NeedsEyes
    made = release(session, store, ready, wish.change, wish.note, wish.by, now, draft.group_id)
    accepted = warnings.accepted(session, draft)
    warnings.keep_with(session, made, [accepted[mark] for mark in sorted(accepted.keys() & set(marks))])
    approvals.keep_with(session, made, there)
    return made
