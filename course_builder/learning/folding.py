"""From what happened to what the tables should say: every computed row, made anew from the events of some people."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from course_builder.learning.completions import counting
from course_builder.learning.events import Kind
from course_builder.learning.finishing import DECIMALS
from course_builder.learning.models import (
    Attempt,
    Certificate,
    Completion,
    Enrolment,
    PartRead,
    Source,
)


class Happened(NamedTuple):
    """As much of an event as the tables are made from."""

    seq: int
    at: datetime
    kind: str
    person_id: int
    course_id: str | None
    release_id: int | None
    data: dict[str, Any]


Key = tuple[Any, ...]
Row = dict[str, Any]
Tables = dict[type[Any], dict[Key, Row]]


def fold(events: Iterable[Happened]) -> Tables:
    """The rows of every computed table, by primary key. `events` are in the order of their numbers."""
    tables: Tables = {table: {} for table in (Enrolment, PartRead, Attempt, Completion, Certificate)}
    earned: dict[int, float] = defaultdict(float)
    for event in events:
        if event.kind == Kind.ANSWERED:
            _answered(event, tables, earned)
        elif event.kind in APPLIED:
            APPLIED[event.kind](event, event.data, tables)
    for key, row in tables[Attempt].items():
        if row["finished"] is not None:
            row["earned"] = round(earned[key[0]], DECIMALS)
    return tables


def _row(tables: Tables, table: type[Any], key: int | str) -> Row:
    """The row an event is about. One that no event has made is nobody's: what is written to it goes nowhere."""
    return tables[table].get((key,), {})


def _answered(event: Happened, tables: Tables, earned: dict[int, float]) -> None:
    """The points of an attempt are counted from its answers, not taken from the event that closed it."""
    attempt_id = event.data.get("attempt", 0)
    row = _row(tables, Attempt, attempt_id)
    row["answered"] = row.get("answered", 0) + 1
    earned[attempt_id] += (event.data["mark"] or 0.0) * event.data.get("points", 0.0)


def _opened(event: Happened, data: Mapping[str, Any], tables: Tables) -> None:
    tables[Enrolment][(data["enrolment"],)] = {
        "person_id": event.person_id, "course_id": event.course_id, "release_id": event.release_id,
        "round": data["round"], "started": event.at, "done": None, "success": "unknown", "score": None,
        "told_release_id": event.release_id,
    }  # fmt: skip


def _moved(event: Happened, data: Mapping[str, Any], tables: Tables) -> None:
    _row(tables, Enrolment, data["enrolment"])["release_id"] = event.release_id


def _told(event: Happened, data: Mapping[str, Any], tables: Tables) -> None:
    _row(tables, Enrolment, data["enrolment"])["told_release_id"] = event.release_id


def _reached(event: Happened, data: Mapping[str, Any], tables: Tables) -> None:
    row = _row(tables, Enrolment, data["enrolment"])
    row |= {"success": data["success"], "score": data["score"]}
    if data["completion"] == "completed" and row.get("done") is None:
        row["done"] = event.at


def _read(event: Happened, data: Mapping[str, Any], tables: Tables) -> None:
    tables[PartRead][(data["enrolment"], data["part"])] = {"at": event.at}


def _started(event: Happened, data: Mapping[str, Any], tables: Tables) -> None:
    tables[Attempt][(data["attempt"],)] = {
        "enrolment_id": data["enrolment"], "quiz_id": data["quiz"], "number": data["number"], "seed": data["seed"],
        "release_id": event.release_id, "started": event.at, "answered": 0, "finished": None, "finished_by": None,
        "earned": None, "possible": None,
    }  # fmt: skip


def _finished(event: Happened, data: Mapping[str, Any], tables: Tables) -> None:
    row = _row(tables, Attempt, data["attempt"])
    row |= {"finished": event.at, "finished_by": data["question"], "possible": data["possible"]}


def _completed(event: Happened, data: Mapping[str, Any], tables: Tables) -> None:
    source = data.get("source", Source.HERE.value)
    tables[Completion][(event.seq,)] = {
        "person_id": event.person_id, "course_id": event.course_id, "release_id": event.release_id,
        "enrolment_id": data.get("enrolment"), "source": source, "on": date.fromisoformat(data["on"]),
        "passed": data["passed"], "score": data["score"], "unit_id": data["unit"], "withdrawn_seq": None,
        "counts": counting(source, data["passed"], None),
    }  # fmt: skip


def _corrected(event: Happened, data: Mapping[str, Any], tables: Tables) -> None:
    row = _row(tables, Completion, data["completion"])
    row |= {name: data[name] for name in ("passed", "score") if name in data}
    if "on" in data:
        row["on"] = date.fromisoformat(data["on"])
    row["counts"] = counting(row.get("source", ""), row.get("passed"), row.get("withdrawn_seq"))


def _withdrawn(event: Happened, data: Mapping[str, Any], tables: Tables) -> None:
    row = _row(tables, Completion, data["completion"])
    row |= {"withdrawn_seq": event.seq, "counts": False}


def _certified(event: Happened, data: Mapping[str, Any], tables: Tables) -> None:
    tables[Certificate][(data["certificate"],)] = {
        "completion_seq": data["completion"], "check_code": data["check"], "issued": event.at, "withdrawn": None,
    }  # fmt: skip


def _uncertified(event: Happened, data: Mapping[str, Any], tables: Tables) -> None:
    _row(tables, Certificate, data["certificate"])["withdrawn"] = event.at


APPLIED: Mapping[str, Callable[[Happened, Mapping[str, Any], Tables], None]] = {
    Kind.OPENED: _opened,
    Kind.MOVED: _moved,
    Kind.TOLD: _told,
    Kind.REACHED: _reached,
    Kind.READ: _read,
    Kind.STARTED: _started,
    Kind.FINISHED: _finished,
    Kind.COMPLETED: _completed,
    Kind.REGISTERED: _completed,
    Kind.CORRECTED: _corrected,
    Kind.WITHDRAWN: _withdrawn,
    Kind.CERTIFIED: _certified,
    Kind.UNCERTIFIED: _uncertified,
}
