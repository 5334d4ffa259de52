"""The table of jobs, which is the truth: what is to be done, by whom it was begun, how it went."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

from sqlalchemy import CursorResult, func, or_, select, update
from sqlalchemy.orm import Session

from course_builder.database.inserting import insert_new
from course_builder.database.store import WAKE
from course_builder.jobs.models import Job

WAITING, RUNNING, DONE, FAILED = "waiting", "running", "done", "failed"
WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60))
"""After the first, second … failure; after the last the job has failed."""
STALE = timedelta(minutes=2)
"""A worker that has said nothing for so long is gone."""


def ask(
    session: Session, name: str, arguments: Mapping[str, int], now: datetime, key: str | None = None
) -> bool:
    """Whether the job is new: one whose key was used before is never done again. Arguments are ids."""
    row = {"name": name, "arguments": dict(arguments), "key": key, "state": WAITING, "tries": 0, "due": now}
    made = session.execute(insert_new(session, Job).values(row).returning(Job.id)).scalar_one_or_none()
    session.info[WAKE] = True
    return made is not None


def known(session: Session, key: str) -> bool:
    return session.scalar(select(Job.id).where(Job.key == key)) is not None


def due(session: Session, now: datetime, most: int = 100) -> list[int]:
    """Ids of jobs to do now, the longest due first."""
    found = select(Job.id).where(Job.state == WAITING, Job.due <= now)
    return list(session.scalars(found.order_by(Job.due, Job.id).limit(most)))


def named(session: Session, jobs: Collection[int], names: Collection[str]) -> frozenset[int]:
    """Of these jobs, the ids of those with one of the names."""
    if not jobs or not names:
        return frozenset()
    return frozenset(session.scalars(select(Job.id).where(Job.id.in_(jobs), Job.name.in_(names))))


def take(session: Session, job_id: int, now: datetime) -> Job | None:
    """The job, for whoever is first to take it."""
    taken = session.execute(
        update(Job)
        .where(Job.id == job_id, Job.state == WAITING, Job.due <= now)
        .values(state=RUNNING, beat=now, tries=Job.tries + 1)
    )
    if not isinstance(taken, CursorResult) or taken.rowcount != 1:
        return None
    return session.get_one(Job, job_id, populate_existing=True)


def beat(session: Session, job_id: int, now: datetime) -> None:
    """Its worker is alive."""
    session.execute(update(Job).where(Job.id == job_id, Job.state == RUNNING).values(beat=now))


def finish(session: Session, job_id: int, now: datetime, error: str = "") -> None:
    """Done, when there is no error; else to be tried again later, or failed for good."""
    job = session.get_one(Job, job_id)
    job.error = error[:200]
    if not error:
        job.state = DONE
    elif job.tries <= len(WAITS):
        job.state, job.due = WAITING, now + WAITS[job.tries - 1]
    else:
        job.state = FAILED


def start_again(session: Session, now: datetime, everything: bool = False) -> int:
    """Gives back what a worker took to its grave; `everything` when no other process can be at work. Says how many."""
    silent = or_(Job.beat.is_(None), Job.beat < now - STALE)
    orphans = update(Job).where(Job.state == RUNNING)
    given = session.execute((orphans if everything else orphans.where(silent)).values(state=WAITING, due=now))
    return given.rowcount if isinstance(given, CursorResult) else 0


def counts(session: Session) -> Mapping[str, int]:
    """How many jobs are in each state."""
    found = session.execute(select(Job.state, func.count()).group_by(Job.state))
    return {state: number for state, number in found}
