"""trust 55: the disk is full. A clear error, nothing half-written, and all is well when there is room again."""

import errno
import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor

import pytest
from sqlalchemy import select, text

from course_builder.database.store import Database
from course_builder.library.models import TextBlob
from course_builder.people.models import Group

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
BIG = "x" * 200_000


def leave_room(database: Database, pages: int) -> None:
    with database.writing() as session:
        here = session.scalar(text("PRAGMA page_count"))
        session.execute(text(f"PRAGMA max_page_count={here + pages}"))


def write(database: Database, name: str, content: str) -> None:
    with database.writing() as session:
        session.add(Group(name=name))
        session.flush()
        session.add(TextBlob(sha256=name, text=content))


def kept(database: Database) -> tuple[list[str], list[str]]:
    with database.reading() as session:
        assert session.scalar(text("PRAGMA integrity_check")) == "ok"
        groups = list(session.scalars(select(Group.name).order_by(Group.name)))
        return groups, list(session.scalars(select(TextBlob.sha256).order_by(TextBlob.sha256)))


def test_a_full_disk_is_named_and_nothing_is_half_written(database: Database) -> None:
    write(database, "before", "")
    leave_room(database, 5)
    with pytest.raises(OSError) as said:
        write(database, "too big", BIG)
    assert said.value.errno == errno.ENOSPC
    assert said.value.filename == str(database.file)
    assert kept(database) == (["before"], ["before"])


def test_when_there_is_room_again_it_goes_on(database: Database) -> None:
    leave_room(database, 5)
    with pytest.raises(OSError):
        write(database, "too big", BIG)
    leave_room(database, 1000)
    write(database, "too big", BIG)
    assert kept(database) == (["too big"], ["too big"])


def test_those_who_shared_the_commit_are_told_too(database: Database) -> None:
    """Nobody is answered "saved" whose words went with somebody else's failure."""
    leave_room(database, 5)
    with ThreadPoolExecutor(8) as pool:
        with database._group._turns:  # so that they queue up
            asked = {name: pool.submit(write, database, name, content(name)) for name in "abcdefgh"}
            while database._group._turns.waiting < len(asked):
                time.sleep(0.001)
        said = {name: outcome(future) for name, future in asked.items()}
    written = sorted(name for name, word in said.items() if word == "written")
    assert kept(database) == (written, written)
    assert said["d"] == errno.ENOSPC
    assert set(said.values()) <= {"written", errno.ENOSPC}


def content(name: str) -> str:
    return BIG if name == "d" else ""


def outcome(future: "Future[None]") -> str | int | None:
    try:
        future.result(10)
    except OSError as error:
        return error.errno
    return "written"


def test_nobody_waits_for_ever_after_a_failure(database: Database) -> None:
    leave_room(database, 0)
    done = threading.Event()

    def work() -> None:
        for _ in range(3):
            with pytest.raises(OSError):
                write(database, "big", BIG)
        done.set()

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(10)
    assert done.is_set()
