"""Many completions from elsewhere at once, so that a list of thousands keeps others waiting for a moment only."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from course_builder.database.inserting import insert_new
from course_builder.learning.events import Kind, coded
from course_builder.learning.models import Completion, Event, Source
from course_builder.people.models import Appointment, Role

Part = TypeVar("Part")
AT_A_TIME = 250


@dataclass(frozen=True)
class Elsewhere:
    """`key` as in `completions.record_elsewhere`, which does the same for one."""

    person_id: int
    course_id: str
    on: date
    passed: bool | None
    key: str
    release_id: int | None = None


def register(
    session: Session, everything: Sequence[Elsewhere], source: Source, actor_id: int | None, now: datetime
) -> Mapping[str, int]:
    """Key -> the event that is the completion; one whose key was there before is the old one, and nothing is written."""
    units = units_on(session, ((one.person_id, one.on) for one in everything))
    found: dict[str, int] = {}
    for part in _parts(everything):
        once = {one.key: one for one in part}
        fresh = _events(session, list(once.values()), units, source, actor_id, now)
        if fresh:
            session.execute(
                insert(Completion),
                [_completion(one, fresh[key], units, source) for key, one in once.items() if key in fresh],
            )
        before = [key for key in once if key not in fresh]
        known = select(Event.key, Event.seq).where(Event.key.in_(before))
        found |= fresh | {str(key): seq for key, seq in session.execute(known)}
    return found


def units_on(session: Session, asked: Iterable[tuple[int, date]]) -> Mapping[tuple[int, date], int | None]:
    """`whereabouts.unit_on` for many people and days."""
    wanted = set(asked)
    held: dict[int, list[tuple[bool, date, int, date | None, int]]] = defaultdict(list)
    for part in _parts(sorted({person for person, _ in wanted})):
        rows = select(Appointment).where(Appointment.person_id.in_(part))
        for one in session.scalars(rows):
            held[one.person_id].append((one.role == Role.EMPLOYEE, one.starts, one.id, one.ends, one.unit_id))
    return {(person, day): _there(held[person], day) for person, day in wanted}


def _there(held: Sequence[tuple[bool, date, int, date | None, int]], day: date) -> int | None:
    """Where she is employed, else where her newest other appointment is."""
    there = [one for one in held if one[1] <= day and (one[3] is None or one[3] > day)]
    return max(there, key=lambda one: one[:3])[4] if there else None


def _events(
    session: Session, part: Sequence[Elsewhere], units: Mapping[tuple[int, date], int | None], source: Source,
    actor_id: int | None, now: datetime,
) -> dict[str, int]:  # fmt: skip
    rows = [
        {
            "at": now, "kind": Kind.REGISTERED.value, "person_id": one.person_id, "actor_id": actor_id, "course_id": one.course_id,
            "release_id": one.release_id, "key": one.key,
            "data": coded({"source": source.value, "on": one.on.isoformat(), "passed": one.passed, "score": None, "unit": units[one.person_id, one.on]}),
        }
        for one in part
    ]  # fmt: skip
    made = session.execute(insert_new(session, Event).values(rows).returning(Event.key, Event.seq))
    return {str(key): seq for key, seq in made}


def _completion(
    one: Elsewhere, seq: int, units: Mapping[tuple[int, date], int | None], source: Source
) -> dict[str, object]:
    return {
        "event_seq": seq, "person_id": one.person_id, "course_id": one.course_id,
        "release_id": one.release_id, "source": source.value, "on": one.on,
        "passed": one.passed, "unit_id": units[one.person_id, one.on], "counts": one.passed is not False,
    }  # fmt: skip


def _parts(everything: Sequence[Part]) -> Iterator[Sequence[Part]]:
    for start in range(0, len(everything), AT_A_TIME):
        yield everything[start : start + AT_A_TIME]
