"""The worker, with huey's real queue: a file beside SQLite, tables of its own on PostgreSQL."""

import json
import logging
import pickle
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from course_builder.database.store import Database
from course_builder.jobs import table
from course_builder.jobs.models import Job
from course_builder.jobs.queue import Numbers, queue
from course_builder.jobs.worker import Duties, Handler, Worker
from course_builder.settings import Settings

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
SECONDS = 20


def settings(database: Database, folder: Path) -> Settings:
    return Settings(data=str(folder), database_url="" if database.is_sqlite else database.url)


@contextmanager
def at_work(database: Database, folder: Path, handlers: Mapping[str, Handler]) -> Iterator[Worker]:
    worker = Worker(settings(database, folder), database, Duties(handlers), lambda: NOW)
    worker.start()
    try:
        yield worker
    finally:
        worker.stop()


def ask(database: Database, name: str, now: datetime = NOW, **ids: int) -> None:
    with database.writing() as session:
        table.ask(session, name, ids, now)


def states(database: Database) -> list[tuple[str, str]]:
    with database.reading() as session:
        return [
            (row.state, row.error) for row in session.execute(select(Job.state, Job.error).order_by(Job.id))
        ]


def until(true: Callable[[], bool]) -> None:
    last = time.monotonic() + SECONDS
    while not true():
        assert time.monotonic() < last
        time.sleep(0.02)


def test_what_was_asked_for_before_the_start_is_done(database: Database, tmp_path: Path) -> None:
    ask(database, "count", unit=7)
    done: list[Mapping[str, int]] = []
    with at_work(database, tmp_path, {"count": done.append}):
        until(lambda: states(database) == [("done", "")])
    assert done == [{"unit": 7}]


def test_a_waking_is_enough(database: Database, tmp_path: Path) -> None:
    done: list[Mapping[str, int]] = []
    with at_work(database, tmp_path, {"count": done.append}) as worker:
        for number in range(3):
            ask(database, "count", unit=number)
        worker.wake()
        until(lambda: states(database) == [("done", "")] * 3)
    assert sorted(one["unit"] for one in done) == [0, 1, 2]


def test_a_failure_is_named_without_its_words(
    database: Database, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def breaks(_: Mapping[str, int]) -> None:
        raise LookupError("Anna Ombud, anna@exempel.se")

    ask(database, "breaks")
    ask(database, "nobody-knows-it")
    with caplog.at_level(logging.INFO), at_work(database, tmp_path, {"breaks": breaks}):
        until(lambda: {error for _, error in states(database)} == {"LookupError", "unknown"})
    assert "LookupError" in caplog.text
    assert "Anna" not in caplog.text


def test_a_job_that_was_killed_starts_again(database: Database, tmp_path: Path) -> None:
    """huey forgets what it had handed out; the table does not."""
    earlier = NOW.replace(hour=7)
    ask(database, "count", earlier, unit=7)
    with database.writing() as session:
        assert table.take(session, 1, earlier) is not None
    done: list[Mapping[str, int]] = []
    with at_work(database, tmp_path, {"count": done.append}) as worker:
        worker.minute()
        until(lambda: states(database) == [("done", "")])
    assert done == [{"unit": 7}]


def test_a_duty_that_fails_stops_no_other(database: Database, tmp_path: Path) -> None:
    called = threading.Event()
    duties = Duties({}, (lambda: 1 // 0,), (lambda: 1 // 0, called.set))
    Worker(settings(database, tmp_path), database, duties, lambda: NOW).minute()
    assert called.is_set()


def test_the_queue_holds_numbers_only(database: Database, tmp_path: Path) -> None:
    ask(database, "count", unit=7)
    Worker(settings(database, tmp_path), database, Duties({}), lambda: NOW).look()
    carried = queue_content(settings(database, tmp_path), database, tmp_path)
    assert [json.loads(one)[1:] for one in carried] == [["course_builder.jobs.worker.do", [1]]]


def queue_content(given: Settings, database: Database, folder: Path) -> list[Any]:
    if database.is_sqlite:
        (folder / "jobs.sqlite").rename(folder / "kept.sqlite")
        (folder / "jobs.sqlite-wal").rename(folder / "kept.sqlite-wal")
        again = queue(Settings(data=str(folder)), database)
        again.storage.close()
        again.storage.filename = str(folder / "kept.sqlite")
        return [bytes(one) for one in again.storage.enqueued_items()]
    return [bytes(one) for one in queue(given, database).storage.enqueued_items()]


def test_a_pickle_in_the_queue_is_no_message() -> None:
    with pytest.raises(ValueError):
        Numbers().deserialize(pickle.dumps(["x"]))


@pytest.mark.parametrize("own_database", ["postgres"], indirect=True)
def test_processes_that_begin_at_once_make_its_tables_once(own_database: Database, tmp_path: Path) -> None:
    gate = threading.Barrier(6)

    def begin(_: int) -> str:
        gate.wait()
        return str(queue(settings(own_database, tmp_path), own_database).name)

    with ThreadPoolExecutor(6) as pool:
        assert set(pool.map(begin, range(6))) == {"jobs"}


def test_a_slow_job_keeps_no_other_waiting(database: Database, tmp_path: Path) -> None:
    over, done = threading.Event(), list[str]()

    def slow(_: Mapping[str, int]) -> None:
        over.wait(SECONDS)
        done.append("slow")

    ask(database, "film")
    ask(database, "letter")
    duties = Duties({"film": slow, "letter": lambda _: done.append("letter")}, slow=frozenset({"film"}))
    worker = Worker(settings(database, tmp_path), database, duties, lambda: NOW)
    worker.start()
    until(lambda: done == ["letter"])
    worker.wake()
    over.set()
    until(lambda: states(database) == [("done", "")] * 2)
    worker.stop()
    assert done == ["letter", "slow"]
