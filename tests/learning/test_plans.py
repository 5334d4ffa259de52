"""No list reads a big table from end to end: the plans of every query, as each database tells them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event, text
from sqlalchemy.orm import Session

from course_builder.learning import coverage, reminders, renewal, requirements
from course_builder.learning.why import why
from course_builder.people.may import Actor, Held
from course_builder.people.models import Role, Unit
from tests.learning.school import NOW, TODAY, School

BIG = (
    "event",
    "answer",
    "attempt",
    "part_read",
    "completion",
    "enrolment",
    "appointment",
    "person",
    "certificate",
)
SOMEBODY = Actor(0, 0, "Samordnare", "sv", (Held(Role.COORDINATOR, 1, "/1/"),))

LISTS: dict[str, Callable[[Session], object]] = {
    "left": lambda session: coverage.left(session, "liten", TODAY, SOMEBODY),
    "a unit": lambda session: requirements.standing_of_unit(
        session, session.get_one(Unit, 1), TODAY, SOMEBODY
    ),
    "a person": lambda session: requirements.standing_of(session, 1, TODAY),
    "why": lambda session: why(session, 1, "liten", TODAY),
    "due": lambda session: reminders.due(session, TODAY),
}


@contextmanager
def statements(session: Session) -> Iterator[list[tuple[str, object]]]:
    """What is asked of the database inside the block."""
    asked: list[tuple[str, object]] = []

    def hear(connection: object, cursor: object, statement: str, parameters: object, *rest: object) -> None:
        asked.append((statement, parameters))

    engine = session.get_bind().engine
    event.listen(engine, "before_cursor_execute", hear)
    try:
        yield asked
    finally:
        event.remove(engine, "before_cursor_execute", hear)


def plan(session: Session, statement: str, parameters: object) -> list[str]:
    """On PostgreSQL a small table would always be read whole, so that is forbidden where an index can do it."""
    connection = session.connection()
    if connection.dialect.name == "sqlite":
        return [
            str(row[-1]) for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        ]
    connection.execute(text("SET enable_seqscan = off"))
    lines = [str(row[0]) for row in connection.exec_driver_sql(f"EXPLAIN {statement}", parameters)]
    connection.execute(text("RESET enable_seqscan"))
    return lines


def read_whole(school: School, ask: Callable[[Session], object]) -> list[str]:
    """The lines of the plans of what it asks that read a big table from end to end."""
    with school.reading() as session:
        with statements(session) as asked:
            ask(session)
        plans = [line for statement, parameters in asked for line in plan(session, statement, parameters)]
    assert plans != []
    return [line for line in plans if reads_whole(line)]


def reads_whole(line: str) -> bool:
    words = line.replace("(", " ").split()
    scans = ("SCAN", "Scan") if "Seq" in words or "SCAN" in words else ()
    return bool(scans) and "USING" not in words and any(word.rstrip("_0123456789") in BIG for word in words)


@pytest.mark.parametrize("name", LISTS)
def test_no_big_table_is_read_from_end_to_end(school: School, name: str) -> None:
    """trust 67"""
    unit = school.unit("Regionen")
    anna = school.person("Anna Ombud", unit, Role.EMPLOYEE, Role.REP)
    with school.writing() as session:
        requirements.require(session, "liten", NOW, None, role=Role.REP)
        requirements.require(session, "liten", NOW, None, unit_id=unit.id)
        requirements.require(session, "liten", NOW, None, person_ids=[anna.id])
        renewal.decide(session, "liten", months=12, fixed=None, window_days=60, refresher_course_id="kort", decision="RS 1")  # fmt: skip
    school.complete(school.open(anna, school.publish(school.first)), at=NOW.replace(year=2025))
    assert read_whole(school, LISTS[name]) == []


@pytest.mark.parametrize(
    ("line", "whole"),
    [
        ("SCAN event", True),
        ("SCAN completion USING COVERING INDEX x", False),
        ("SEARCH event USING INDEX ix (person_id=?)", False),
        ("  ->  Seq Scan on completion  (cost=1)", True),
        ("  ->  Index Scan using ix on completion", False),
        ("SCAN completion_1", True),
        ("SCAN unit", False),
    ],
)
def test_what_reading_whole_looks_like(line: str, whole: bool) -> None:
    assert reads_whole(line) == whole
