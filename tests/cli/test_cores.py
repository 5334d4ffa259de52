"""Which core answers: one for all threads of a process, another for each process; who takes long may go anywhere.

Threads of this process are not touched: whoever is held to a core here is a thread that ends.
"""

import os
import signal
import socket
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from bench.load.client import Connection
from bench.load.hours import hours
from course_builder.cli import cores
from course_builder.cli.cores import OneCore, anywhere
from course_builder.library.limited.run import Limits, run
from course_builder.settings import Settings
from tests.database.places import PostgresPlaces
from tests.faults.running import Server
from tests.hang import HANG

EVERY = os.sched_getaffinity(0)
AT_ONCE = 8
PAGE = b"GET /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
STREAM = "GET /rum/{}/events?s=a HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n"
Result = TypeVar("Result")


def on_a_thread(work: Callable[[], Result]) -> Result:
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work).result(HANG)


def test_those_who_stay_share_a_core_and_the_next_process_has_another() -> None:
    def where(number: int) -> set[int]:
        OneCore(number).stay()
        return os.sched_getaffinity(0)

    found = [on_a_thread(lambda number=number: where(number)) for number in range(len(EVERY))]  # type: ignore[misc]
    assert sorted(found, key=min) == [{core} for core in sorted(EVERY)]
    assert os.sched_getaffinity(0) == EVERY


def test_who_takes_long_is_let_go_and_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    def where() -> list[set[int]]:
        core = OneCore(0)
        core.stay()
        seen = []
        with core.at_work():
            core.let_go()
            seen.append(os.sched_getaffinity(0))
            monkeypatch.setattr(cores, "LONG", -1)
            core.let_go()
            seen.append(os.sched_getaffinity(0))
        seen.append(os.sched_getaffinity(0))
        core.let_go()
        return [*seen, os.sched_getaffinity(0)]

    short, long, afterwards, idle = on_a_thread(where)
    assert long == EVERY
    assert len(short) == 1
    assert (afterwards, idle) == (short, short)


def test_a_thread_that_ended_under_way_does_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cores, "LONG", -1)
    core, ended = OneCore(0), []

    def work() -> None:
        ended.append(core.at_work())
        ended[0].__enter__()

    on_a_thread(work)
    core.let_go()
    assert os.sched_getaffinity(0) == EVERY


def test_where_the_system_does_not_tell_nobody_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cores, "ALL", set())
    asked: list[object] = []
    monkeypatch.setattr(os, "sched_setaffinity", lambda *given: asked.append(given))
    core = OneCore(0)
    core.stay()
    with core.at_work(), anywhere():
        core.let_go()
    assert asked == []


def test_a_program_in_a_child_is_not_held() -> None:
    def ask() -> str:
        OneCore(0).stay()
        python = (
            "/usr/bin/env",
            "python3",
            "-c",
            "import os, time; time.sleep(0.2); print(sorted(os.sched_getaffinity(0)))",
        )
        return run(python, Limits()).said.strip()

    assert on_a_thread(ask) == str(sorted(EVERY))


@pytest.fixture
def begin(tmp_path: Path) -> Iterator[Callable[[Settings], Server]]:
    with ExitStack() as started:

        def start(settings: Settings) -> Server:
            server = Server(settings)
            server.start()
            started.callback(server.fall)
            return server

        yield start


def held(process: int) -> list[set[int]]:
    """Where each thread of a process may run, in the order they began."""
    threads = sorted(int(one.name) for one in Path(f"/proc/{process}/task").iterdir())
    return [os.sched_getaffinity(thread) for thread in threads]


def test_all_threads_that_answer_share_a_core_and_the_work_beside_them_does_not(
    tmp_path: Path, begin: Callable[[Settings], Server]
) -> None:
    """Also the thread of the hub, which speaks to all phones of a room."""
    settings = replace(Settings(), data=str(tmp_path / "data"))
    (hour,) = hours(settings, tmp_path, 1)
    server = begin(settings)
    (worker,) = server.workers
    core, loose, own = sorted_out(worker)
    assert len(core) == 1
    assert own >= 2  # who listens, and the hub
    assert loose == [EVERY] * len(loose)
    assert (len(loose) > 0) == (len(EVERY) > 1)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        assert list(pool.map(lambda _: page(server.port), range(4 * AT_ONCE))) == [200] * 4 * AT_ONCE
    with socket.create_connection(("127.0.0.1", server.port), timeout=HANG) as stream:
        stream.sendall(STREAM.format(hour.door).encode())
        assert b"200 OK" in stream.recv(4096)
    wait_until(lambda: sorted_out(worker)[:2] == (core, loose) and sorted_out(worker)[2] > own)


def sorted_out(process: int) -> tuple[set[int], list[set[int]], int]:
    """The core of the thread that listens, where those are that are not held to it, and how many are."""
    core, *others = held(process)
    loose = [one for one in others if one != core]
    return core, loose, 1 + len(others) - len(loose)


def test_each_process_has_a_core_and_the_next_takes_that_of_one_that_died(
    tmp_path: Path, begin: Callable[[Settings], Server], postgres_places: PostgresPlaces
) -> None:
    with postgres_places.own() as url:
        server = begin(replace(Settings(), data=str(tmp_path / "data"), database_url=url, processes=2))
        wait_until(lambda: len(cores_of(server)) == 2)
        before = cores_of(server)
        first, second = server.workers
        os.kill(first, signal.SIGKILL)
        wait_until(lambda: first not in server.workers and len(cores_of(server)) == 2)
        after = cores_of(server)
    (new,) = set(after) - {second}
    assert after == {second: before[second], new: before[first]}
    assert len({*after.values()}) == min(2, len(EVERY))


def cores_of(server: Server) -> dict[int, int]:
    """Of the processes that have begun to answer."""
    found = {worker: held(worker)[0] for worker in server.workers}
    return {worker: core for worker, cores in found.items() if len(cores) == 1 for core in cores}


def page(port: int) -> int:
    connection = Connection(port)
    status, _ = connection.ask(PAGE)
    connection.close()
    return status


def wait_until(true: Callable[[], bool]) -> None:
    last = time.monotonic() + HANG
    while not true():
        assert time.monotonic() < last
        time.sleep(0.05)
