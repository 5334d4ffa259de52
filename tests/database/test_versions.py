"""The shipped migrations make exactly the tables of the models, on both databases."""

import re

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, select, text
from sqlalchemy.exc import DBAPIError

from course_builder.database.base import Base
from course_builder.database.migrate import VERSIONS, alone, configured, go_to, level, newest, up_to_date
from course_builder.database.store import Database
from course_builder.learning.models import Event
from course_builder.people.models import Unit
from scripts.migration import everybodys_tables
from tests.database.places import create_tables
from tests.database.test_migrate import every_point

SHAPE = {
    "sqlite": (
        "SELECT type, name, sql FROM sqlite_master WHERE tbl_name <> 'alembic_version' AND sql IS NOT NULL",
    ),
    "postgresql": (
        "SELECT table_name, column_name, data_type, character_maximum_length, collation_name, is_nullable, column_default"
        " FROM information_schema.columns WHERE table_schema = 'public'",
        "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
        "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace",
        "SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
    ),
}
"""Questions whose answers are everything that was ever said about tables."""
WORD = re.compile(r"[^\s,()]+")
"""Sorted: the order in which constraints stand says nothing."""


def shape(database: Database) -> list[tuple[object, ...]]:
    with database.reading() as session:
        questions = SHAPE[session.get_bind().dialect.name]
        rows = [row for question in questions for row in session.execute(text(question))]
    return sorted(
        (tuple(" ".join(sorted(WORD.findall(str(value)))) for value in row) for row in rows), key=str
    )


def test_from_empty_to_the_models(own_database: Database) -> None:
    """`alembic check`: nothing is left to migrate."""
    everybodys_tables()
    up_to_date(own_database)
    with own_database.writer.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_the_shape_is_that_of_the_models(own_database: Database) -> None:
    """More than Alembic compares: collations, checks, defaults and the guards of events."""
    up_to_date(own_database)
    migrated = shape(own_database)
    with own_database.writer.begin() as connection:
        connection.execute(text("DROP TABLE alembic_version"))
        Base.metadata.drop_all(connection)
        if not own_database.is_sqlite:
            connection.execute(text("DROP FUNCTION event_stays"))
    create_tables(own_database)
    made = shape(own_database)
    assert [one for one in migrated if one not in made] == [one for one in made if one not in migrated] == []
    assert len(made) > 40


def test_numbered_in_one_line() -> None:
    known = [one.revision for one in ScriptDirectory.from_config(configured(None)).walk_revisions()]
    assert known == [f"{number:04}" for number in range(len(known), 0, -1)]
    assert sorted(path.name[:4] for path in VERSIONS.glob("*.py")) == sorted(known)
    assert newest() == known[0]


def test_interrupted_from_empty_it_is_empty(own_database: Database) -> None:
    """trust 60, the shipped ones: every tenth statement is enough to see it."""
    for number, _ in enumerate(every_point(own_database, VERSIONS, step=10)):
        assert number < 100
        assert inspect(own_database.reader).get_table_names() == []
    assert level(own_database) == newest()


@pytest.mark.parametrize("first", sorted(path.name[:4] for path in VERSIONS.glob("*.py")))
def test_up_with_rows_from_every_version(own_database: Database, first: str) -> None:
    """trust 60: what was written under an earlier version is read by this one."""
    with alone(own_database) as connection:
        go_to(connection, first)
        connection.execute(text("INSERT INTO unit (id, name, path) VALUES (1, 'Region', '/1/')"))
        connection.execute(
            text(
                "INSERT INTO event (seq, at, kind, person_id, data)"
                " VALUES (1, '2026-11-23 08:00:00', 'opened', 7, '{}')"
            )
        )
    up_to_date(own_database)
    with own_database.reading() as session:
        assert session.scalars(select(Unit.name)).all() == ["Region"]
        assert session.scalars(select(Event.person_id)).all() == [7]
    with pytest.raises(DBAPIError, match="never changed"), own_database.writing() as session:
        session.execute(text("UPDATE event SET person_id = 8"))
