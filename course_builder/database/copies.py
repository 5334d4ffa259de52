"""A database as files: saved while others go on writing, loaded into an empty one."""

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

from sqlalchemy import Connection, MetaData, Table, func, select

from course_builder.database import copies_postgres, copies_sqlite
from course_builder.database.migrate import level
from course_builder.database.store import Database

NOT_OURS_TO_KEEP = ("huey_", "alembic_version")
"""The queue knows nothing the table of jobs does not; the level is told apart."""


def save(database: Database, folder: Path) -> None:
    """Everything committed at one moment, as files in the folder, which exists and is empty."""
    reader = database.reader
    if not database.is_sqlite:
        reader = reader.execution_options(isolation_level="REPEATABLE READ")
    with reader.connect() as connection:
        if database.is_sqlite:
            copies_sqlite.save(cast("sqlite3.Connection", connection.connection.dbapi_connection), folder)
        else:
            copies_postgres.save(connection, tables(connection), folder)


def load(folder: Path, database: Database, at: str) -> None:
    """Into a database without tables; `at` is the level of the copy. All of it, or nothing."""
    if database.file is not None:
        copies_sqlite.load(folder, database.file)
    else:
        copies_postgres.load(folder, database, at)


def trial(folder: Path, database: Database, at: str) -> Mapping[str, int]:
    """Rows of each table when the copy is loaded for a try, which leaves nothing behind. Raises what is wrong with it."""
    if not database.is_sqlite:
        return copies_postgres.trial(folder, database, at)
    with TemporaryDirectory(dir=folder.parent) as place:
        tried = Database(f"sqlite:///{place}/trial.sqlite")
        try:
            copies_sqlite.load(folder, Path(place) / "trial.sqlite")
            return counts(tried)
        finally:
            tried.close()


def counts(database: Database) -> Mapping[str, int]:
    """How many rows each table has."""
    with database.reader.connect() as connection:
        return {one.name: _count(connection, one) for one in tables(connection).sorted_tables}


def _count(connection: Connection, table: Table) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0


def tables(connection: Connection) -> MetaData:
    """Those that are there, whatever the models say."""
    found = MetaData()
    found.reflect(connection, only=lambda name, _: not name.startswith(NOT_OURS_TO_KEEP))
    return found


def before_migration(database: Database, folder: Path) -> Path:
    """What `migrate.up_to_date` asks for first: a copy in a folder of its own, named after the level it has."""
    place = folder / f"before-upgrade-from-{level(database)}"
    number = 1
    while place.exists():
        number += 1
        place = place.with_name(f"before-upgrade-from-{level(database)}-{number}")
    place.mkdir(parents=True, mode=0o700)
    save(database, place)
    return place
