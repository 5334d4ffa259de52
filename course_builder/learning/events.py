"""What happened, one row after the other. Everything else in this room is computed from here."""

import re
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from course_builder.database.inserting import insert_new
from course_builder.learning.models import Event
from course_builder.learning.seat import Enrolled

CODE = re.compile(r"[\w.:/+-]{0,80}")


class Kind(StrEnum):
    """What can happen. `data` is named beside each."""

    OPENED = "opened"
    """A course was begun: enrolment, round."""
    MOVED = "moved"
    """To another release: enrolment, before."""
    TOLD = "told"
    """She has seen what is new in the release: enrolment."""
    READ = "read"
    """A lesson or film discussion to its end: enrolment, part."""
    STARTED = "started"
    """A try at a quiz: enrolment, attempt, quiz, number, seed."""
    ANSWERED = "answered"
    """enrolment, question, mark; in an attempt also attempt and points."""
    FINISHED = "finished"
    """The last question of an attempt has its answer: enrolment, attempt, earned, possible."""
    REACHED = "reached"
    """What the course's rule says now: enrolment, completion, success, score."""
    COMPLETED = "completed"
    """Here: enrolment, on, passed, score, unit."""
    REGISTERED = "registered"
    """Elsewhere: source, on, passed, score, unit."""
    CORRECTED = "corrected"
    """A completion: completion, and what is new of on, passed, score; why."""
    WITHDRAWN = "withdrawn"
    """A completion: completion, why."""
    CERTIFIED = "certified"
    """An intyg was issued: certificate, completion, check."""
    UNCERTIFIED = "uncertified"
    """An intyg was withdrawn: certificate, why."""
    EXEMPTED = "exempted"
    """requirement, why."""
    ASKED_AGAIN = "asked-again"
    """The exemption ended: requirement."""


class Recorded(NamedTuple):
    seq: int
    fresh: bool
    """False when the key was there before, and nothing was written."""


def record(
    session: Session,
    kind: Kind,
    person_id: int,
    now: datetime,
    *,
    course_id: str | None = None,
    release_id: int | None = None,
    actor_id: int | None = None,
    data: dict[str, Any] | None = None,
    key: str | None = None,
) -> Recorded:
    """Appends an event; one whose key is there already is the old one. Raises ValueError for anything but ids and codes."""
    row = {
        "at": now, "kind": kind.value, "person_id": person_id, "actor_id": actor_id, "course_id": course_id,
        "release_id": release_id, "data": coded(data or {}), "key": key,
    }  # fmt: skip
    if key is None:
        return Recorded(session.execute(insert(Event).values(row).returning(Event.seq)).scalar_one(), True)
    made = session.execute(insert_new(session, Event).values(row).returning(Event.seq)).scalar_one_or_none()
    if made is not None:
        return Recorded(made, True)
    return Recorded(session.execute(select(Event.seq).where(Event.key == key)).scalar_one(), False)


def about(session: Session, kind: Kind, enrolment: Enrolled, now: datetime, data: dict[str, Any]) -> int:
    """Records what she did in a course; gives its number."""
    made = record(
        session, kind, enrolment.person_id, now, course_id=enrolment.course_id, release_id=enrolment.release_id,
        data={"enrolment": enrolment.id, **data},
    )  # fmt: skip
    return made.seq


def coded(data: dict[str, Any]) -> dict[str, Any]:
    """The same, when it holds nothing that could be a person's words."""
    for name, value in data.items():
        if isinstance(value, str) and not CODE.fullmatch(value):
            raise ValueError(f"an event holds ids and codes; {name} is neither")
        if not isinstance(value, str | int | float | None):
            raise ValueError(f"an event holds ids and codes; {name} is {type(value).__name__}")
    return data
