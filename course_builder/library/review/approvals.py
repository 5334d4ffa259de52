"""Approval by name of one version of a draft. It is never needed unless four eyes are asked for."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from course_builder.library.drafts.models import Draft
from course_builder.library.review.models import Approval, ReviewAsk
from course_builder.people.models import Person


@dataclass(frozen=True)
class Approved:
    """`name` is None when the name is protected. `holds`: the course is still what she approved."""

    approval: Approval
    name: str | None
    holds: bool


def approve(session: Session, draft: Draft, digest: str, person_id: int, now: datetime) -> Approval:
    """Ends what was asked of her. To approve the same content again changes nothing."""
    end_ask(session, draft, person_id, now)
    found = session.scalars(
        _standing(draft).where(Approval.person_id == person_id, Approval.digest == digest)
    ).first()
    if found is not None:
        return found
    made = Approval(draft_id=draft.id, revision=draft.head, digest=digest, person_id=person_id, made_on=now)
    session.add(made)
    session.flush()
    return made


def withdraw(session: Session, draft: Draft, person_id: int, now: datetime) -> None:
    """Takes back all that she has approved of the draft."""
    for one in session.scalars(_standing(draft).where(Approval.person_id == person_id)):
        one.withdrawn_on = now
    session.flush()


def approvals(session: Session, draft: Draft, digest: str | None) -> Sequence[Approved]:
    """Those not taken back, the newest of each person. `digest` is the course's now, None when it cannot be read."""
    rows = session.execute(
        select(Approval, Person.name)
        .outerjoin(Person, (Person.id == Approval.person_id) & Person.protected.is_(False))
        .where(Approval.draft_id == draft.id, Approval.withdrawn_on.is_(None))
        .order_by(Approval.id.desc())
    )
    newest: dict[int, Approved] = {}
    for approval, name in rows:
        newest.setdefault(approval.person_id, Approved(approval, name, approval.digest == digest))
    return list(newest.values())


def of_content(session: Session, draft: Draft, digest: str) -> Sequence[Approved]:
    """Who approved what a release was made from."""
    return [one for one in approvals(session, draft, digest) if one.holds]


def lacks_eyes(there: Collection[Approved], publisher_id: int) -> bool:
    """With four eyes: nobody but the publisher has approved what is to be published."""
    return not any(one.holds and one.approval.person_id != publisher_id for one in there)


def ask(session: Session, draft: Draft, person_id: int, asked_by: int | None, now: datetime) -> ReviewAsk:
    """Asks somebody to read; one that stands already stays."""
    found = session.scalars(
        select(ReviewAsk).where(
            ReviewAsk.draft_id == draft.id, ReviewAsk.person_id == person_id, ReviewAsk.ended_on.is_(None)
        )
    ).first()
    if found is None:
        found = ReviewAsk(draft_id=draft.id, person_id=person_id, asked_by_id=asked_by, made_on=now)
        session.add(found)
        session.flush()
    return found


def end_ask(session: Session, draft: Draft, person_id: int, now: datetime) -> None:
    waiting = select(ReviewAsk).where(
        ReviewAsk.draft_id == draft.id, ReviewAsk.person_id == person_id, ReviewAsk.ended_on.is_(None)
    )
    for one in session.scalars(waiting):
        one.ended_on = now
    session.flush()


def asked(session: Session, draft: Draft) -> Sequence[tuple[ReviewAsk, str]]:
    """Who has been asked and has not answered, by name."""
    rows = session.execute(
        select(ReviewAsk, Person.name)
        .join(Person, Person.id == ReviewAsk.person_id)
        .where(ReviewAsk.draft_id == draft.id, ReviewAsk.ended_on.is_(None))
        .order_by(Person.name)
    )
    return [(one, name) for one, name in rows]


def _standing(draft: Draft) -> Select[Approval]:
    return select(Approval).where(Approval.draft_id == draft.id, Approval.withdrawn_on.is_(None))
