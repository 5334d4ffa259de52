"""The table of jobs is the truth: once, in turn, again after a failure, and again when a worker died."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from course_builder.database.store import Database
from course_builder.jobs import table
from course_builder.jobs.models import Job

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def ask(database: Database, name: str = "tidy", key: str | None = None, now: datetime = NOW) -> bool:
    with database.writing() as session:
        return table.ask(session, name, {"unit": 7}, now, key)


def take(database: Database, job_id: int, now: datetime = NOW) -> bool:
    with database.writing() as session:
        return table.take(session, job_id, now) is not None


def due(database: Database, now: datetime = NOW) -> list[int]:
    with database.reading() as session:
        return table.due(session, now)


def job(database: Database, job_id: int = 1) -> tuple[str, int, str]:
    with database.reading() as session:
        found = session.execute(select(Job.state, Job.tries, Job.error).where(Job.id == job_id)).one()
        return (found.state, found.tries, found.error)


def test_a_key_is_asked_for_once(database: Database) -> None:
    assert [ask(database, key="reminders-2026-11-23") for _ in range(3)] == [True, False, False]
    assert [ask(database), ask(database)] == [True, True]
    assert len(due(database)) == 3


def test_only_the_first_gets_it(database: Database) -> None:
    ask(database)
    assert [take(database, 1), take(database, 1)] == [True, False]
    assert due(database) == []
    with database.writing() as session:
        table.finish(session, 1, NOW)
    assert job(database) == ("done", 1, "")


def test_what_fails_is_tried_again_later_and_not_for_ever(database: Database) -> None:
    ask(database)
    now, waits = NOW, []
    while due(database, now + timedelta(days=1)):
        while not due(database, now):
            now += MINUTE
            waits[-1] += 1
        assert take(database, 1, now)
        with database.writing() as session:
            table.finish(session, 1, now, "ConnectionError")
        waits.append(0)
    assert waits == [1, 5, 15, 60, 0]
    assert job(database) == ("failed", 5, "ConnectionError")


def test_a_job_whose_worker_went_silent_starts_again(database: Database) -> None:
    for _ in range(2):
        ask(database)
    assert take(database, 1) and take(database, 2)
    with database.writing() as session:
        table.beat(session, 2, NOW + 2 * MINUTE)
        assert table.start_again(session, NOW + 3 * MINUTE) == 1
    assert due(database, NOW + 3 * MINUTE) == [1]


def test_at_the_start_of_the_only_process_nobody_is_at_work(database: Database) -> None:
    ask(database)
    assert take(database, 1)
    with database.writing() as session:
        assert table.start_again(session, NOW) == 0
        assert table.start_again(session, NOW, everything=True) == 1
    assert due(database) == [1]


def test_how_many_are_where(database: Database) -> None:
    for _ in range(3):
        ask(database)
    take(database, 2)
    with database.reading() as session:
        assert table.counts(session) == {"waiting": 2, "running": 1}
