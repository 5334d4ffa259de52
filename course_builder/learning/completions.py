"""Courses completed elsewhere, and what may be done to any completion. Nothing is overwritten without a trace."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.learning.certificates import withdraw as withdraw_certificate
from course_builder.learning.events import Kind, Recorded, record
from course_builder.learning.models import Certificate, Completion, Source
from course_builder.learning.whereabouts import unit_on


def key_of(source: Source, person_id: int, course_id: str, on: date, passed: bool | None) -> str:
    """What makes the same row of a list the same completion, whichever file it comes in."""
    return f"{source.value}:{person_id}:{course_id}:{on.isoformat()}:{ {True: 'p', False: 'f', None: '-'}[passed] }"


def record_elsewhere(
    session: Session,
    person_id: int,
    course_id: str,
    on: date,
    passed: bool | None,
    source: Source,
    key: str,
    actor_id: int | None,
    now: datetime,
    release_id: int | None = None,
) -> Recorded:
    """`fresh` is False, and nothing is written, when the key was taken in before. `seq` names the completion.

    `release_id` is what was gone through, where that is known: an APT hour is held on a release.
    """
    unit_id = unit_on(session, person_id, on)
    data = {"source": source.value, "on": on.isoformat(), "passed": passed, "score": None, "unit": unit_id}
    made = record(
        session, Kind.REGISTERED, person_id, now, course_id=course_id, release_id=release_id, actor_id=actor_id,
        data=data, key=key,
    )  # fmt: skip
    if made.fresh:
        session.add(
            Completion(
                event_seq=made.seq,
                person_id=person_id,
                course_id=course_id,
                release_id=release_id,
                source=source.value,
                on=on,
                passed=passed,
                unit_id=unit_id,
                counts=passed is not False,
            )
        )
        session.flush()
    return made


def correct(
    session: Session, seq: int, why: str, actor_id: int | None, now: datetime, **new: Any
) -> Completion:
    """`new` is any of `on` (a date) and `passed`; `why` is a code. Raises NoResultFound for an unknown completion."""
    made = session.get_one(Completion, seq)
    changed = {name: value for name, value in new.items() if getattr(made, name) != value}
    if not changed:
        return made
    told = {name: value.isoformat() if isinstance(value, date) else value for name, value in changed.items()}
    _about(session, Kind.CORRECTED, made, now, actor_id, {**told, "why": why})
    for name, value in changed.items():
        setattr(made, name, value)
    made.counts = counting(made.source, made.passed, made.withdrawn_seq)
    session.flush()
    return made


def withdraw(session: Session, seq: int, why: str, actor_id: int | None, now: datetime) -> Completion:
    """The completion no longer counts, and its certificate says so. `why` is a code. Done twice it is done once."""
    made = session.get_one(Completion, seq)
    if made.withdrawn_seq is not None:
        return made
    made.withdrawn_seq = _about(session, Kind.WITHDRAWN, made, now, actor_id, {"why": why})
    made.counts = False
    session.flush()
    for certificate_id in session.scalars(
        select(Certificate.id).where(Certificate.completion_seq == seq)
    ).all():
        withdraw_certificate(session, certificate_id, why, actor_id, now)
    return made


def counting(source: str, passed: bool | None, withdrawn_seq: int | None) -> bool:
    """Whether the course is done by it. Here the course's own rule has said so already."""
    return withdrawn_seq is None and (source == Source.HERE or passed is not False)


def completions(session: Session, person_id: int, course_id: str | None = None) -> Sequence[Completion]:
    """Hers, withdrawn ones too, the latest first."""
    found = select(Completion).where(Completion.person_id == person_id)
    if course_id is not None:
        found = found.where(Completion.course_id == course_id)
    return session.scalars(found.order_by(Completion.on.desc(), Completion.event_seq.desc())).all()


def _about(
    session: Session, kind: Kind, made: Completion, now: datetime, actor_id: int | None, data: dict[str, Any]
) -> int:
    return record(
        session, kind, made.person_id, now, course_id=made.course_id, release_id=made.release_id,
        actor_id=actor_id, data={"completion": made.event_seq, **data},
    ).seq  # fmt: skip
