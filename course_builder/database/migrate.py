"""From the tables of an earlier version to those of this one: one transaction, after a copy, never downwards."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from course_builder.database.store import Database

FOLDER = Path(__file__).resolve().parent / "migrations"
VERSIONS = FOLDER / "versions"
TURN = 8_119_320
"""Two processes that start on PostgreSQL at once migrate one after the other; any number would do."""


class NewerDatabase(Exception):
    """A later version of course_builder has been here; `level` is what it left."""

    def __init__(self, level: str) -> None:
        super().__init__(f"the database is at {level}, which this version does not know")
        self.level = level


class NotOurs(Exception):
    """The database has tables, but none that says which version made them."""


class BrokenLinks(Exception):
    """A migration left rows that point at nothing; it was rolled back."""


def up_to_date(
    database: Database, copy: Callable[[Database], object] | None = None, versions: Path = VERSIONS
) -> bool:
    """Brings the tables to this version; says whether there was anything to do.

    `copy` is called first when rows could be lost. Raises NewerDatabase, NotOurs; whatever goes wrong, the database
    is as it was.
    """
    if database.file is not None and not database.file.exists():
        database.file.touch(mode=0o600)
    before = level(database)
    if before == newest(versions):
        return False
    _known(database, before, versions)
    if before is not None and copy is not None:
        copy(database)
    with alone(database) as connection:
        go_to(connection, "head", versions)
        _links_hold(connection)
    return True


def level(database: Database) -> str | None:
    """The last migration that was made here; None when none was."""
    with database.reader.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def go_to(connection: Connection, wanted: str, versions: Path = VERSIONS) -> None:
    """In the transaction of the connection."""
    command.upgrade(configured(connection, versions), wanted)


@cache
def newest(versions: Path = VERSIONS) -> str | None:
    return ScriptDirectory.from_config(configured(None, versions)).get_current_head()


def is_known(wanted: str, versions: Path = VERSIONS) -> bool:
    """Whether this version has that migration."""
    scripts = ScriptDirectory.from_config(configured(None, versions))
    return wanted in {one.revision for one in scripts.walk_revisions()}


def stamp(database: Database, versions: Path = VERSIONS) -> None:
    """Says that the tables are those of this version, without looking."""
    with alone(database) as connection:
        command.stamp(configured(connection, versions), "head")


def _known(database: Database, before: str | None, versions: Path) -> None:
    if before is None:
        if inspect(database.reader).get_table_names():
            raise NotOurs
        return
    if not is_known(before, versions):
        raise NewerDatabase(before)


@contextmanager
def alone(database: Database) -> Iterator[Connection]:
    """One transaction on the writer's connection, in which tables may be taken apart and put together again."""
    with database.writer.connect() as connection:
        _heed_links(connection, "OFF")
        try:
            with connection.begin():
                if not database.is_sqlite:
                    connection.execute(text("SELECT pg_advisory_xact_lock(:turn)"), {"turn": TURN})
                yield connection
        finally:
            if not connection.invalidated:  # an interrupted one is thrown away
                _heed_links(connection, "ON")


def _heed_links(connection: Connection, how: str) -> None:
    """SQLite would delete what points at a table that is being rebuilt; it must be told outside the transaction."""
    if connection.dialect.name == "sqlite":
        raw = connection.connection.dbapi_connection
        if raw is not None:
            raw.cursor().execute(f"PRAGMA foreign_keys={how}")


def _links_hold(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        broken = connection.execute(text("PRAGMA foreign_key_check")).first()
        if broken is not None:
            raise BrokenLinks(str(broken[0]))


def configured(connection: Connection | None, versions: Path = VERSIONS) -> Config:
    """Alembic's settings; it works on the connection it is given, in that one's transaction."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", _plain(FOLDER))
    config.set_main_option("version_locations", _plain(versions))
    config.set_main_option("path_separator", "newline")
    return config


def _plain(path: Path) -> str:
    """A per cent sign in a path is no setting to fill in."""
    return str(path).replace("%", "%%")
