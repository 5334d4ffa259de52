"""Approval by name of one version of a draft. It is never needed unless four eyes are asked for."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from course_builder.database.inserting import insert_new
from course_builder.library.drafts.models import Draft
from course_builder.library.models import Release
from course_builder.library.review.models import Approval, ReleaseApproval, ReviewAsk
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


def lacks_eyes(there: Collection[Approved], publisher_id: int) -> bool:
    """With four eyes: nobody but the publisher has approved what is to be published."""
    return not any(one.holds and one.approval.person_id != publisher_id for one in there)


def keep_with(session: Session, release: Release, there: Iterable[Approved]) -> None:
    """The release remembers who stood for it. Once is enough."""
    rows = [{"release_id": release.id, "approval_id": one.approval.id} for one in there if one.holds]
    if rows:
        session.execute(insert_new(session, ReleaseApproval), rows)


def of_releases(session: Session, course_id: str) -> Mapping[int, Sequence[str | None]]:
    """By release, who stood for it when it was made; None for a name that is protected."""
    rows = session.execute(
        select(ReleaseApproval.release_id, Person.name)
        .join(Release, Release.id == ReleaseApproval.release_id)
        .join(Approval, Approval.id == ReleaseApproval.approval_id)
        .outerjoin(Person, (Person.id == Approval.person_id) & Person.protected.is_(False))
        .where(Release.course_id == course_id)
        .order_by(Approval.id)
    )
    found: dict[int, list[str | None]] = {}
    for release_id, name in rows:
        found.setdefault(release_id, []).append(name)
    return found


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
