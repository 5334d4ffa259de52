"""Warnings that are let stand with a reason. The same warning at the same place stays accepted until its text changes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.content.problems import Problem
from course_builder.content.sources import Source
from course_builder.database.inserting import insert_new
from course_builder.library.drafts.models import Draft
from course_builder.library.models import Release
from course_builder.library.review.models import AcceptedWarning, ReleaseWarning
from course_builder.people.models import Person

LONGEST_REASON = 500


@dataclass(frozen=True)
class Accepted:
    warning: AcceptedWarning
    by: str | None


def mark(problem: Problem, sources: Mapping[str, Source]) -> str:
    """What makes a warning the same: its words, its file, and the paragraph it stands in, wherever that has moved."""
    source = sources.get(problem.place.file)
    there = _paragraph(source.text, problem.place.line) if source else ""
    parts = (problem.code.name, problem.place.file, problem.message("sv"), there)
    return sha256("\0".join(parts).encode()).hexdigest()


def accept(
    session: Session, draft: Draft, problem: Problem, sources: Mapping[str, Source], reason: str, by: int | None, now: datetime
) -> AcceptedWarning:  # fmt: skip
    """ValueError for what is no warning: what stops publishing is never let through."""
    if problem.severity != "warning":
        raise ValueError(problem.code.name)
    made = AcceptedWarning(
        draft_id=draft.id, mark=mark(problem, sources), path=problem.place.file[:400], sv=problem.message("sv"),
        en=problem.message("en"), reason=" ".join(reason.split())[:LONGEST_REASON], made_on=now, made_by_id=by,
    )  # fmt: skip
    session.add(made)
    session.flush()
    return made


def withdraw(session: Session, draft: Draft, accepted_id: int, now: datetime) -> bool:
    """False when the draft has no such acceptance."""
    found = session.get(AcceptedWarning, accepted_id)
    if found is None or found.draft_id != draft.id:
        return False
    found.withdrawn_on = found.withdrawn_on or now
    session.flush()
    return True


def accepted(session: Session, draft: Draft) -> Mapping[str, Accepted]:
    """By mark, those that stand."""
    rows = session.execute(
        select(AcceptedWarning, Person.name)
        .outerjoin(Person, (Person.id == AcceptedWarning.made_by_id) & Person.protected.is_(False))
        .where(AcceptedWarning.draft_id == draft.id, AcceptedWarning.withdrawn_on.is_(None))
        .order_by(AcceptedWarning.id)
    )
    return {warning.mark: Accepted(warning, name) for warning, name in rows}


def keep_with(session: Session, release: Release, those: Iterable[Accepted]) -> None:
    """The release remembers what was let stand in it. Once is enough."""
    rows = [{"release_id": release.id, "accepted_id": one.warning.id} for one in those]
    if rows:
        session.execute(insert_new(session, ReleaseWarning), rows)


def of_releases(session: Session, course_id: str) -> Mapping[int, Sequence[Accepted]]:
    """By release."""
    rows = session.execute(
        select(ReleaseWarning.release_id, AcceptedWarning, Person.name)
        .join(Release, Release.id == ReleaseWarning.release_id)
        .join(AcceptedWarning, ReleaseWarning.accepted_id == AcceptedWarning.id)
        .outerjoin(Person, (Person.id == AcceptedWarning.made_by_id) & Person.protected.is_(False))
        .where(Release.course_id == course_id)
        .order_by(AcceptedWarning.id)
    )
    found: dict[int, list[Accepted]] = {}
    for release_id, warning, name in rows:
        found.setdefault(release_id, []).append(Accepted(warning, name))
    return found


def _paragraph(text: str, line: int) -> str:
    """The lines around a place that no empty line parts from it; of line 1, which stands for a file, all of them."""
    lines = text.splitlines()
    if line <= 1 or line > len(lines):
        return text
    first = last = line - 1
    while first > 0 and lines[first - 1].strip():
        first -= 1
    while last + 1 < len(lines) and lines[last + 1].strip():
        last += 1
    return "\n".join(one.strip() for one in lines[first : last + 1])
