"""What stands in the way of a command is said in words, with the way out. Nothing is changed."""

import errno
import fcntl
import os
from pathlib import Path

import pytest
from sqlalchemy import text

from course_builder.database import safety
from course_builder.database.lock import only_writer
from course_builder.database.migrate import alone, go_to, level, newest
from course_builder.database.store import Database
from course_builder.settings import Settings
from tests.cli.conftest import Ask
from tests.database.places import PostgresPlaces

WRITES = ("verify", "--rebuild")
READS = ("verify",)


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COURSE_BUILDER_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return tmp_path / "data"


def database() -> Database:
    return Database(Settings.from_environment(os.environ).database)


def said(ask: Ask, *words: str) -> str:
    answer = ask(*words)
    assert (answer.code, answer.out) == (3, "")
    return answer.err


def test_a_writing_command_while_the_server_runs(ask: Ask) -> None:
    """trust 57"""
    assert ask(*WRITES).code == 0
    with only_writer(Settings.from_environment(os.environ)):
        told = said(ask, *WRITES)
        assert told.startswith(f"Servern är igång (process {os.getpid()}) och är den enda som får skriva")
        assert ask(*READS).code == 0
    assert ask(*WRITES).code == 0


def test_where_locks_do_not_work(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """trust 57: neither one writer nor a repaired SQLite."""

    def refuses(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refuses)
    monkeypatch.setattr(safety, "REPAIRED", (99, 0, 0))
    assert said(ask, *WRITES).startswith(f"SQLite {safety.VERSION} kan skada databasen")
    monkeypatch.setattr(safety, "REPAIRED", (3, 0, 0))
    assert ask(*WRITES).code == 0


def test_nothing_there_yet(ask: Ask, data: Path) -> None:
    assert said(ask, *READS).startswith("Här finns ingen databas än: ")
    assert not data.exists()


def test_a_newer_database(ask: Ask) -> None:
    assert ask(*WRITES).code == 0
    opened = database()
    with opened.writing() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert "nyare version av course_builder (9999)" in said(ask, *WRITES)
    assert level(opened) == "9999"
    opened.close()


def test_an_older_database_is_copied_before_it_is_brought_up(ask: Ask, data: Path) -> None:
    opened = database()
    data.mkdir()
    migrations_only_to(opened, "0001")
    assert said(ask, *READS).startswith("Databasen är gjord av en äldre version")
    answer = ask(*WRITES)
    assert answer.code == 0
    assert f"kopierats till {data / 'backups' / 'before-upgrade-from-0001'}" in answer.err
    assert level(opened) == newest()
    opened.close()


def migrations_only_to(opened: Database, wanted: str) -> None:
    with alone(opened) as connection:
        go_to(connection, wanted)


def test_somebody_elses_database(ask: Ask, data: Path) -> None:
    data.mkdir()
    opened = database()
    with opened.writing() as session:
        session.execute(text("CREATE TABLE theirs (id INTEGER)"))
    opened.close()
    for words in (WRITES, READS):
        assert "tabeller som course_builder inte har gjort" in said(ask, *words)


def test_postgresql_that_does_not_answer(ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", f"postgresql://kurser:hemligt@/kurser?host={tmp_path}")
    told = said(ask, *WRITES)
    assert told.startswith("Databasen svarar inte.")
    assert "hemligt" not in told


def test_postgresql_that_forgets(
    ask: Ask, postgres_places: PostgresPlaces, monkeypatch: pytest.MonkeyPatch
) -> None:
    with postgres_places.own() as url:
        monkeypatch.setenv("DATABASE_URL", f"{url}&options=-csynchronous_commit=off")
        assert "synchronous_commit är off" in said(ask, *WRITES)


def test_a_setting_that_is_no_number(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_BUILDER_PROXIES", "en")
    assert said(ask, *READS).startswith("En inställning är fel: ")
