"""The shipped migrations make exactly the tables of the models, on both databases."""

from collections.abc import Sequence

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from course_builder.database.base import Base
from course_builder.database.migrate import VERSIONS, configured, level, newest, up_to_date
from course_builder.database.store import Database
from scripts.migration import everybodys_tables
from tests.database.places import create_tables
from tests.database.test_migrate import every_point

TRIGGERS = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name",
    "postgresql": "SELECT DISTINCT trigger_name FROM information_schema.triggers ORDER BY trigger_name",
}


def triggers(database: Database) -> Sequence[str]:
    with database.reading() as session:
        return session.scalars(text(TRIGGERS[session.get_bind().dialect.name])).all()


def test_from_empty_to_the_models(own_database: Database) -> None:
    """`alembic check`: nothing is left to migrate."""
    everybodys_tables()
    up_to_date(own_database)
    with own_database.writer.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_the_guards_are_those_of_the_models(own_database: Database) -> None:
    up_to_date(own_database)
    migrated = triggers(own_database)
    with own_database.writer.begin() as connection:
        connection.execute(text("DROP TABLE alembic_version"))
        Base.metadata.drop_all(connection)
        if not own_database.is_sqlite:
            connection.execute(text("DROP FUNCTION event_stays"))
    create_tables(own_database)
    assert triggers(own_database) == migrated != []


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
