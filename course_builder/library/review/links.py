"""Links that show a draft to people without an account. The address is the key; here is only its hash."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from course_builder.library.drafts.models import Draft
from course_builder.library.review.models import LONGEST_NAME, Comment, ReviewLink

LONGEST_TOKEN = 100
LASTS = (7, 14, 30, 90)
"""Days to choose among."""


@dataclass(frozen=True)
class Made:
    """A link as its makers see it; its address was shown once. `said` is how many comments came by it."""

    link: ReviewLink
    said: int

    def open(self, now: datetime) -> bool:
        return self.link.revoked_on is None and self.link.expires > now


def make(
    session: Session, draft: Draft, for_whom: str, days: int, facilitator: bool, by: int | None, now: datetime
) -> tuple[ReviewLink, str]:
    """The row and the token, which is kept nowhere."""
    token = token_urlsafe(32)
    made = ReviewLink(
        token_hash=_hash(token), draft_id=draft.id, for_whom=" ".join(for_whom.split())[:LONGEST_NAME], facilitator=facilitator,
        made_on=now, made_by_id=by, expires=now + timedelta(days=days),
    )  # fmt: skip
    session.add(made)
    session.flush()
    return made, token


def look(session: Session, token: str, now: datetime) -> tuple[ReviewLink, Draft] | None:
    """None for one that is unknown, too old or taken back, and when the draft is put away. Changes nothing."""
    row = session.execute(
        select(ReviewLink, Draft)
        .join(Draft, Draft.id == ReviewLink.draft_id)
        .where(
            ReviewLink.token_hash == _hash(token[:LONGEST_TOKEN]),
            ReviewLink.revoked_on.is_(None),
            ReviewLink.expires > now,
            Draft.archived_on.is_(None),
            Draft.trashed_on.is_(None),
        )
    ).first()
    return None if row is None else (row[0], row[1])


def known(session: Session, token: str) -> bool:
    """Whether there ever was such a link: whoever comes by an old one has guessed nothing."""
    found = select(ReviewLink.id).where(ReviewLink.token_hash == _hash(token[:LONGEST_TOKEN]))
    return session.scalar(found) is not None


def revoke(session: Session, draft: Draft, link_id: int, now: datetime) -> bool:
    """False when the draft has no such link."""
    found = session.get(ReviewLink, link_id)
    if found is None or found.draft_id != draft.id:
        return False
    found.revoked_on = found.revoked_on or now
    session.flush()
    return True


def links_of(session: Session, draft: Draft) -> Sequence[Made]:
    """The newest first."""
    rows = session.execute(
        select(ReviewLink, func.count(Comment.id))
        .outerjoin(Comment, Comment.link_id == ReviewLink.id)
        .where(ReviewLink.draft_id == draft.id)
        .group_by(ReviewLink.id)
        .order_by(ReviewLink.id.desc())
    )
    return [Made(link, said) for link, said in rows]


def _hash(token: str) -> str:
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
