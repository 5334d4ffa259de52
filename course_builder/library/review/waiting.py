"""What is waiting for somebody who reviews: asked of her, said to her, and what others have said of her group's drafts."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, aliased

from course_builder.library.drafts.models import Draft
from course_builder.library.review.models import Comment, ReviewAsk
from course_builder.people.models import Appointment, Membership, Person, Role

MOST = 100


@dataclass(frozen=True)
class Asked:
    """`by` is None when nobody is known."""

    draft: Draft
    on: datetime
    by: str | None


@dataclass(frozen=True)
class Unresolved:
    draft: Draft
    count: int
    newest: datetime


@dataclass(frozen=True)
class Mine:
    """A comment of hers, with how many have answered it."""

    comment: Comment
    draft: Draft
    replies: int


def asked_of(session: Session, person_id: int) -> Sequence[Asked]:
    """The oldest first: it has waited longest."""
    rows = session.execute(
        select(Draft, ReviewAsk.made_on, Person.name)
        .join(ReviewAsk, ReviewAsk.draft_id == Draft.id)
        .outerjoin(Person, (Person.id == ReviewAsk.asked_by_id) & Person.protected.is_(False))
        .where(ReviewAsk.person_id == person_id, ReviewAsk.ended_on.is_(None), *_at_work())
        .order_by(ReviewAsk.id)
    )
    return [Asked(*row) for row in rows]


def unresolved(session: Session, groups: Collection[int] | None) -> Sequence[Unresolved]:
    """Drafts with open comments; of all trainers and of these groups, or all when None."""
    newest = func.max(Comment.made_on)
    found = (
        select(Draft, func.count(Comment.id), newest)
        .join(Comment, Comment.draft_id == Draft.id)
        .where(Comment.parent_id.is_(None), Comment.resolved_on.is_(None), *_at_work())
        .group_by(Draft.id)
        .order_by(newest.desc())
        .limit(MOST)
    )
    if groups is not None:
        found = found.where(Draft.group_id.is_(None) | Draft.group_id.in_(groups))
    return [Unresolved(*row) for row in session.execute(found)]


def mine(session: Session, person_id: int) -> Sequence[Mine]:
    """Her comments, open ones first, then the newest."""
    reply = aliased(Comment)
    rows = session.execute(
        select(Comment, Draft, func.count(reply.id))
        .join(Draft, Draft.id == Comment.draft_id)
        .outerjoin(reply, reply.parent_id == Comment.id)
        .where(Comment.person_id == person_id, Comment.parent_id.is_(None), *_at_work())
        .group_by(Comment.id, Draft.id)
        .order_by(Comment.resolved_on.is_not(None), Comment.id.desc())
        .limit(MOST)
    )
    return [Mine(*row) for row in rows]


def reviewers(session: Session, draft: Draft, today: date) -> Sequence[Person]:
    """Whom one may ask: trainers who may write the draft, and coordinators; not those who are protected."""
    found = (
        select(Person)
        .join(Appointment, Appointment.person_id == Person.id)
        .where(
            Appointment.role.in_([Role.TRAINER, Role.COORDINATOR]), Appointment.starts <= today,
            Appointment.ends.is_(None) | (Appointment.ends > today), Person.protected.is_(False),
        )
        .distinct()
        .order_by(Person.sort_name, Person.id)
    )  # fmt: skip
    if draft.group_id is not None:
        members = select(Membership.person_id).where(Membership.group_id == draft.group_id)
        found = found.where((Appointment.role == Role.COORDINATOR) | Person.id.in_(members))
    return session.scalars(found).all()


def _at_work() -> tuple[ColumnElement[bool], ...]:
    return Draft.archived_on.is_(None), Draft.trashed_on.is_(None)
