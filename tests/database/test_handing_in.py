"""`database.hand_in(work)`: small pieces of writing that share a block on SQLite, one statement each on PostgreSQL."""

import errno
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial

import pytest
from sqlalchemy import bindparam, insert, literal, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from course_builder.database.slips import Slip
from course_builder.database.store import Database
from course_builder.database.straight import Statement, Straight
from course_builder.people.models import Group, Person

ADD = Statement(insert(Group.__table__), ("name",))  # type: ignore[arg-type]
WRITERS = 16
ONE_FILE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def add(name: str, at: Straight) -> int:
    return ADD.count(at, {"name": name})


def names(database: Database) -> list[str]:
    with database.reading() as session:
        return list(session.scalars(select(Group.name).order_by(Group.name)))


def test_it_is_there_when_the_call_returns(database: Database) -> None:
    assert database.hand_in(partial(add, "Väst")) == 1
    assert names(database) == ["Väst"]


def test_many_at_once_lose_nothing_beside_ordinary_blocks(database: Database) -> None:
    def work(writer: int) -> None:
        for number in range(20):
            if number % 5 == 0:
                with database.writing() as session:
                    session.add(Group(name=f"{writer}-{number}"))
            else:
                assert database.hand_in(partial(add, f"{writer}-{number}")) == 1

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(work, range(WRITERS)))
    assert names(database) == sorted(f"{one}-{number}" for one in range(WRITERS) for number in range(20))


def test_who_fails_is_told_and_takes_nothing_of_the_others_along(database: Database) -> None:
    """trust 56"""
    database.hand_in(partial(add, "taken"))

    def work(writer: int) -> str:
        try:
            database.hand_in(partial(add, "taken" if writer % 3 == 0 else str(writer)))
        except IntegrityError:
            return "planted"
        return "written"

    with ThreadPoolExecutor(WRITERS) as pool:
        said = list(pool.map(work, range(60)))
    assert said == ["planted" if one % 3 == 0 else "written" for one in range(60)]
    assert names(database) == sorted(["taken", *(str(one) for one in range(60) if one % 3)])


def test_an_error_does_not_quote_what_somebody_wrote(database: Database) -> None:
    """trust 68"""
    add_person = Statement(insert(Person.__table__), ("name", "guardian_id"))  # type: ignore[arg-type]
    with pytest.raises(IntegrityError) as said:
        database.hand_in(lambda at: add_person.count(at, {"name": "Anna Hemlig", "guardian_id": 99}))
    assert "Anna" not in str(said.value).splitlines()[0]


def test_a_glance_cannot_write(database: Database) -> None:
    with pytest.raises(DBAPIError), database.glance() as at:
        add("Väst", at)
    assert names(database) == []


def test_a_glance_sees_what_was_committed_since(database: Database) -> None:
    count = Statement(select(Group.name).where(Group.name == bindparam("name")))
    with database.glance() as at:
        assert count.rows(at, {"name": "Väst"}) == []
        database.hand_in(partial(add, "Väst"))
        assert count.rows(at, {"name": "Väst"}) == [("Väst",)]


@ONE_FILE
def test_what_a_piece_wrote_before_it_failed_is_taken_back(database: Database) -> None:
    def half(at: Straight) -> None:
        add("half", at)
        raise ZeroDivisionError

    together(database, [half, partial(add, "whole"), half])
    assert names(database) == ["whole"]


@ONE_FILE
def test_those_who_wait_share_a_commit(database: Database) -> None:
    commits: list[str] = []
    with database.writing() as session:
        session.execute(text("SELECT 1"))
        raw = session.connection().connection.dbapi_connection
    raw.set_trace_callback(lambda sql: commits.append(sql) if sql == "COMMIT" else None)  # type: ignore[union-attr]
    together(database, [partial(add, str(one)) for one in range(WRITERS)])
    assert len(commits) == 1
    assert len(names(database)) == WRITERS


@ONE_FILE
def test_a_full_disk_is_told_to_all_who_shared_it(database: Database) -> None:
    """trust 55: nobody is answered "saved" whose words went with somebody else's failure."""
    with database.writing() as session:
        pages = session.scalar(text("PRAGMA page_count"))
        session.execute(text(f"PRAGMA max_page_count={pages + 5}"))
    big = partial(add, "x" * 500_000)
    said = together(database, [partial(add, "a"), big, partial(add, "b")])
    written = [name for name, word in zip("axb", said, strict=True) if word == 1]
    assert names(database) == written
    assert said[1] == errno.ENOSPC
    with database.writing() as session:
        session.execute(text(f"PRAGMA max_page_count={pages + 5000}"))
    assert database.hand_in(partial(add, "room again")) == 1


@ONE_FILE
def test_an_interrupted_writer_leaves_nobody_waiting(database: Database) -> None:
    def interrupted(at: Straight) -> None:
        add("half", at)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        database.hand_in(interrupted)
    assert database.hand_in(partial(add, "after")) == 1
    assert names(database) == ["after"]


def together(database: Database, pieces: list[Callable[[Straight], object]]) -> list[object]:
    """What each gave, or the number of its error; all lie there before the first can begin."""
    with ThreadPoolExecutor(len(pieces)) as pool:
        with database._group._turns:
            asked = []
            for number, piece in enumerate(pieces):
                asked.append(pool.submit(database.hand_in, piece))
                wait_for(lambda so_far=number + 1: len(database._slips._waiting) == so_far)
        return [outcome(one) for one in asked]


def wait_for(true: Callable[[], bool]) -> None:
    last = time.monotonic() + 10
    while not true():
        assert time.monotonic() < last
        time.sleep(0.001)


def outcome(future: "Future[object]") -> object:
    try:
        return future.result(10)
    except OSError as error:
        return error.errno
    except ZeroDivisionError:
        return None


ON_POSTGRES = pytest.mark.parametrize("own_database", ["postgres"], indirect=True)
ASKED = Statement(select(literal(1)))


def end_all_connections(database: Database) -> None:
    with database.reading() as session:
        session.execute(
            text(
                "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        )


def ask(at: Straight) -> int:
    return len(ASKED.rows(at, {}))


@ON_POSTGRES
def test_a_database_that_was_started_again_is_an_error_once(own_database: Database) -> None:
    """Its connections are gone; the first who meets that has the others thrown away."""
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: own_database.hand_in(ask), range(8)))
    end_all_connections(own_database)
    with pytest.raises(DBAPIError):
        own_database.hand_in(ask)
    assert [own_database.hand_in(ask) for _ in range(3)] == [1, 1, 1]


@ON_POSTGRES
def test_a_connection_that_rested_is_asked_first(
    own_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("course_builder.database.engines.IDLE_SECONDS", 0)
    own_database.hand_in(ask)
    end_all_connections(own_database)
    assert own_database.hand_in(ask) == 1


def test_values_come_out_as_the_models_say(database: Database) -> None:
    with database.glance() as at:
        ((one, two),) = Statement(select(bindparam("one", 1.5), literal("två"))).rows(at, {})
    assert (one, two) == (1.5, "två")


def test_a_slip_that_failed_keeps_its_own_error() -> None:
    slip = Slip(lambda at: None)
    slip.error = ZeroDivisionError()
    slip.fail(OSError())
    assert isinstance(slip.error, ZeroDivisionError)
