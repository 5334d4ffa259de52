"""`with database.writing() as session:` on both databases: all or nothing, in turn, durable when the block ends."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import event, func, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from course_builder.database.store import Database
from course_builder.people.models import Group, Person

WRITERS = 16


def names(database: Database) -> list[str]:
    with database.reading() as session:
        return list(session.scalars(select(Group.name).order_by(Group.name)))


def add(database: Database, name: str) -> None:
    with database.writing() as session:
        session.add(Group(name=name))


def test_what_is_written_is_there_when_the_block_ends(database: Database) -> None:
    add(database, "Väst")
    assert names(database) == ["Väst"]


def test_a_block_that_fails_leaves_nothing(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.writing() as session:
        session.add(Group(name="Väst"))
        session.flush()
        raise ZeroDivisionError
    assert names(database) == []
    add(database, "Öst")
    assert names(database) == ["Öst"]


def test_an_interrupted_statement_leaves_nothing_and_others_go_on(database: Database) -> None:
    with pytest.raises(KeyboardInterrupt), database.writing() as session:
        session.add(Group(name="Väst"))
        session.flush()
        event.listen(database.writer, "before_cursor_execute", interrupt, once=True)
        session.execute(text("SELECT 1"))
    add(database, "Öst")
    assert names(database) == ["Öst"]


def interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_constraint_is_the_callers_own_mistake(database: Database) -> None:
    add(database, "Väst")
    with pytest.raises(IntegrityError):
        add(database, "Väst")
    assert names(database) == ["Väst"]


def test_a_savepoint_inside_a_block(database: Database) -> None:
    add(database, "Väst")
    with database.writing() as session:
        session.add(Group(name="Öst"))
        session.flush()
        with pytest.raises(IntegrityError), session.begin_nested():
            session.add(Group(name="Väst"))
    assert names(database) == ["Väst", "Öst"]


def test_reading_cannot_write(database: Database) -> None:
    with pytest.raises(DBAPIError), database.reading() as session:
        session.add(Group(name="Väst"))
        session.commit()
    assert names(database) == []


def test_a_reader_sees_one_moment_on_sqlite_and_never_waits(database: Database) -> None:
    add(database, "Väst")
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Group)) == 1
        add(database, "Öst")
        assert session.scalar(select(func.count()).select_from(Group)) == (1 if database.is_sqlite else 2)


def test_many_writers_lose_nothing(database: Database) -> None:
    def work(writer: int) -> int:
        for number in range(20):
            add(database, f"{writer}-{number}")
        return writer

    with ThreadPoolExecutor(WRITERS) as pool:
        assert list(pool.map(work, range(WRITERS))) == list(range(WRITERS))
    assert names(database) == sorted(f"{one}-{number}" for one in range(WRITERS) for number in range(20))


def test_those_who_fail_take_nothing_of_the_others_with_them(database: Database) -> None:
    """trust 56: writers of all kinds at once, a long reader beside them; no error but the planted ones."""

    def work(writer: int) -> str:
        try:
            with database.writing() as session:
                session.add(Group(name=str(writer)))
                session.flush()
                if writer % 3 == 0:
                    raise ZeroDivisionError
        except ZeroDivisionError:
            return "planted"
        return "written"

    with database.reading() as session:
        session.execute(select(Group)).all()
        with ThreadPoolExecutor(WRITERS) as pool:
            said = list(pool.map(work, range(90)))
    assert said == ["planted" if one % 3 == 0 else "written" for one in range(90)]
    assert names(database) == sorted(str(one) for one in range(90) if one % 3)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_writers_who_wait_share_a_commit(database: Database) -> None:
    commits = 0

    def counted(*_: object) -> None:
        nonlocal commits
        commits += 1

    with ThreadPoolExecutor(WRITERS) as pool:
        with database.writing() as session:
            session.execute(text("SELECT 1"))
            session.connection().connection.dbapi_connection.set_trace_callback(  # type: ignore[union-attr]
                lambda sql: counted() if sql.strip() == "COMMIT" else None
            )
            waiting = [pool.submit(add, database, str(one)) for one in range(WRITERS)]
            while database._group._turns.waiting < WRITERS:
                time.sleep(0.001)
        for one in waiting:
            one.result(10)
    assert commits == 1
    assert len(names(database)) == WRITERS


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_block_inside_a_block_is_told_at_once(database: Database) -> None:
    with pytest.raises(RuntimeError, match="inside a write block"), database.writing(), database.writing():
        pass
    add(database, "Väst")
    assert names(database) == ["Väst"]


def test_an_error_does_not_quote_what_somebody_wrote(database: Database) -> None:
    """trust 68"""
    with pytest.raises(IntegrityError) as said, database.writing() as session:
        session.add(Person(name="Anna Hemlig", email="anna@exempel.se", guardian_id=99))
    assert "Anna" not in str(said.value)
