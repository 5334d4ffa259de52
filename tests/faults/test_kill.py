"""trust 53: the process is killed while people answer. What they were told is saved is there, once.

`make faults` asks for 300 and 100 times instead of 30 and 10.
"""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from course_builder.learning import taking
from course_builder.learning.models import Answer, Event
from course_builder.learning.verify import verify
from course_builder.library.gather import gather
from course_builder.library.media_folder import FolderStore
from course_builder.library.models import Change
from course_builder.library.ready import keep_media
from course_builder.library.releases import release
from course_builder.people.persons import add
from tests.database.places import create_tables, opened
from tests.database.server import DURABLE, Server, running
from tests.faults.writer import acks
from tests.learning.school import NOW, TODAY, course_files, write

PEOPLE = 8
SECONDS = 30
KILLS_SQLITE = int(os.environ.get("KILLS_SQLITE", "30"))
KILLS_POSTGRES = int(os.environ.get("KILLS_POSTGRES", "10"))


def prepare(url: str, folder: Path) -> None:
    """Eight people who take a course."""
    ready = keep_media(FolderStore(folder / "media"), gather(write(folder / "liten", course_files()), TODAY))
    with opened(url) as database:
        create_tables(database)
        with database.writing() as session:
            made = release(session, ready.store, ready, Change.FIRST, "", None, NOW)
            for number in range(PEOPLE):
                person = add(session, f"Person {number}", None, None)
                taking.open_course(session, person.id, made, NOW)


class Nursery:
    """Starts a process of answering people, and lets it live as long as the test wants."""

    def __init__(self, url: str, file: Path, process: "subprocess.Popen[str]") -> None:
        self.url, self.file, self.process = url, file, process

    def live_and_die(self, round_: int, kill: Callable[[int], None], rest: float) -> None:
        assert self.process.stdin is not None and self.process.stdout is not None
        size = self.file.stat().st_size if self.file.exists() else 0
        print(round_, file=self.process.stdin, flush=True)
        pid = int(self.process.stdout.readline())
        last = time.monotonic() + SECONDS
        while not self.file.exists() or self.file.stat().st_size == size:
            assert time.monotonic() < last, "nobody could answer"
            time.sleep(0.01)
        time.sleep(rest)
        kill(pid)
        assert self.process.stdout.readline() == "gone\n"


@contextmanager
def nursery(url: str, folder: Path) -> Iterator[Nursery]:
    words = [sys.executable, "-m", "tests.faults.writer", url, str(folder / "acks")]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield Nursery(url, folder / "acks", process)
        process.kill()


def stop(pid: int) -> None:
    os.kill(pid, signal.SIGKILL)


def check(url: str, file: Path) -> int:
    """Everything acknowledged is there, nothing twice, and the tables agree with the events."""
    told = acks(file)
    with opened(url) as database, database.reading() as session:
        stored = Counter(session.scalars(select(Answer.key)))
        assert {one.key for one in told} - stored.keys() == set()
        assert [key for key, times in stored.items() if times > 1] == []
        answered = session.scalar(select(func.count()).where(Event.kind == "answered"))
        assert answered == sum(stored.values())
        assert list(verify(session)) == []
        if database.is_sqlite:
            assert session.scalars(text("PRAGMA integrity_check")).all() == ["ok"]
            assert session.execute(text("PRAGMA foreign_key_check")).all() == []
    fresh = Counter(one.key for one in told if not one.again)
    assert [key for key, times in fresh.items() if times > 1] == [], "an acknowledged answer was stored anew"
    return len(told)


@pytest.mark.timeout(1800)
def test_sqlite(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'school.sqlite'}"
    prepare(url, tmp_path)
    chance = random.Random(53)
    with nursery(url, tmp_path) as people:
        for round_ in range(KILLS_SQLITE):
            people.live_and_die(round_, stop, chance.uniform(0.0, 0.3))
            if round_ % 10 == 9:
                check(url, people.file)
    told = check(url, people.file)
    print(f"SQLite: {KILLS_SQLITE} kills, {told} acknowledged answers, all there")
    assert told > KILLS_SQLITE * PEOPLE


@pytest.mark.timeout(1800)
def test_postgresql(tmp_path: Path) -> None:
    """Every other time it is the database server that falls, all of its processes at once."""
    with running(DURABLE) as server:
        server.run("CREATE DATABASE school")
        prepare(server.url("school"), tmp_path)
        chance = random.Random(53)
        with nursery(server.url("school"), tmp_path) as people:
            for round_ in range(KILLS_POSTGRES):
                kill = stop if round_ % 2 else crash(server)
                people.live_and_die(round_, kill, chance.uniform(0.0, 0.3))
            told = check(server.url("school"), people.file)
    print(f"PostgreSQL: {KILLS_POSTGRES} kills, {told} acknowledged answers, all there")
    assert told > KILLS_POSTGRES * PEOPLE


def crash(server: Server) -> Callable[[int], None]:
    def fall(pid: int) -> None:
        server.kill()
        with suppress(ProcessLookupError):  # it may have given up by itself
            stop(pid)
        server.start()

    return fall


def test_the_check_would_notice(tmp_path: Path) -> None:
    """An acknowledged answer that is not there, and one that was stored anew."""
    url = f"sqlite:///{tmp_path / 'school.sqlite'}"
    prepare(url, tmp_path)
    file = tmp_path / "acks"
    assert check(url, file) == 0
    file.write_text("0 0 0 fresh\n")
    with pytest.raises(AssertionError):
        check(url, file)
