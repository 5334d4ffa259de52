"""trust 60: from an empty database and from one with rows, on both; interrupted anywhere it is old or new."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, event, inspect, text

from course_builder.database.migrate import NewerDatabase, NotOurs, level, up_to_date
from course_builder.database.store import Database

VERSIONS = Path(__file__).parent / "versions"


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """A folder with the first version only, with a sign in its name that settings files give a meaning."""
    folder = tmp_path / "100 %(here)s"
    folder.mkdir()
    shutil.copy(VERSIONS / "a1.py", folder)
    return folder


@pytest.fixture
def filled(own_database: Database, first: Path) -> Database:
    """A database of the first version, with rows."""
    up_to_date(own_database, versions=first)
    with own_database.writing() as session:
        session.execute(text("INSERT INTO place (id, name) VALUES (1, 'Region Exempel')"))
        session.execute(text("INSERT INTO body (id, place_id) VALUES (7, 1)"))
    return own_database


def rows(database: Database, question: str) -> list[tuple[object, ...]]:
    with database.reading() as session:
        return [tuple(row) for row in session.execute(text(question))]


def test_up_from_empty(own_database: Database) -> None:
    assert level(own_database) is None
    assert up_to_date(own_database, versions=VERSIONS) is True
    assert level(own_database) == "a2"
    assert [one["name"] for one in inspect(own_database.reader).get_columns("place")] == [
        "id",
        "title",
        "closed",
    ]


def test_nothing_to_do_the_second_time(own_database: Database) -> None:
    up_to_date(own_database, versions=VERSIONS)
    copies: list[object] = []
    assert up_to_date(own_database, copies.append, VERSIONS) is False
    assert copies == []


def test_an_empty_database_needs_no_copy(own_database: Database) -> None:
    copies: list[object] = []
    up_to_date(own_database, copies.append, VERSIONS)
    assert copies == []


def test_up_with_rows_after_a_copy(filled: Database) -> None:
    seen: list[object] = []
    assert up_to_date(filled, lambda database: seen.append(level(database)), VERSIONS) is True
    assert seen == ["a1"]
    assert rows(filled, "SELECT id, title, closed FROM place") == [(1, "Region Exempel", False)]
    assert rows(filled, "SELECT id, place_id FROM body") == [(7, 1)]


def test_links_are_heeded_again_afterwards(filled: Database) -> None:
    up_to_date(filled, versions=VERSIONS)
    with pytest.raises(Exception, match=r"(?i)foreign key"), filled.writing() as session:
        session.execute(text("INSERT INTO body (id, place_id) VALUES (8, 99)"))


def test_no_copy_no_migration(filled: Database) -> None:
    def fails(_: Database) -> None:
        raise OSError("no room for a copy")

    with pytest.raises(OSError, match="no room"):
        up_to_date(filled, fails, VERSIONS)
    assert level(filled) == "a1"


def test_a_newer_database_is_refused(own_database: Database, first: Path) -> None:
    up_to_date(own_database, versions=VERSIONS)
    with pytest.raises(NewerDatabase, match="a2"):
        up_to_date(own_database, versions=first)
    assert level(own_database) == "a2"


def test_somebody_elses_tables_are_refused(own_database: Database) -> None:
    with own_database.writing() as session:
        session.execute(text("CREATE TABLE theirs (id INTEGER)"))
    with pytest.raises(NotOurs):
        up_to_date(own_database, versions=VERSIONS)
    assert inspect(own_database.reader).get_table_names() == ["theirs"]


class PlugPulled(Exception):
    """Planted."""


def interrupted(database: Database, after: int, versions: Path) -> bool:
    """Runs the migration and pulls the plug at one statement; False when it had fewer."""
    left = after

    def pull(connection: Connection, *_: object) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise PlugPulled

    event.listen(database.writer, "before_cursor_execute", pull)
    try:
        up_to_date(database, versions=versions)
    except PlugPulled:
        return True
    finally:
        event.remove(database.writer, "before_cursor_execute", pull)
    return False


def every_point(database: Database, versions: Path = VERSIONS, step: int = 1) -> Iterator[int]:
    at = 0
    while interrupted(database, at, versions):
        yield at
        at += step


def test_interrupted_at_every_statement_it_is_as_before(filled: Database) -> None:
    before = inspect(filled.reader).get_columns("place")
    points = 0
    for _ in every_point(filled):
        points += 1
        assert level(filled) == "a1"
        assert [one["name"] for one in inspect(filled.reader).get_columns("place")] == [
            one["name"] for one in before
        ]
        assert rows(filled, "SELECT id, name FROM place") == [(1, "Region Exempel")]
        assert rows(filled, "SELECT id, place_id FROM body") == [(7, 1)]
    assert points > 4
    assert level(filled) == "a2"


def test_interrupted_from_empty_it_is_empty(own_database: Database) -> None:
    for _ in every_point(own_database):
        assert inspect(own_database.reader).get_table_names() == []
    assert level(own_database) == "a2"
