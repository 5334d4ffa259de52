"""Databases for one test each: empty, with the tables of all rooms, quick to make."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, text

from course_builder.database.base import Base
from course_builder.database.migrate import stamp
from course_builder.database.store import Database
from scripts.migration import everybodys_tables
from tests.database.server import Server


@contextmanager
def opened(url: str) -> Iterator[Database]:
    database = Database(url)
    try:
        yield database
    finally:
        database.close()


class SqlitePlaces:
    """A test gets a copy of one file with the tables in it."""

    def __init__(self, folder: Path) -> None:
        self.template = folder / "empty.sqlite"
        with opened(f"sqlite:///{self.template}") as database:
            create_tables(database)
        if self.template.with_name("empty.sqlite-wal").exists():
            raise RuntimeError("the template was not closed")

    def database_url(self, folder: Path) -> str:
        shutil.copyfile(self.template, folder / "course_builder.sqlite")
        return f"sqlite:///{folder / 'course_builder.sqlite'}"


class PostgresPlaces:
    """All tests share one database, emptied before each; who changes tables gets one of her own."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.count = 0
        self.engine: Engine | None = None

    def database_url(self) -> str:
        url = self.server.url("shared")
        if self.engine is None:
            self.server.run("CREATE DATABASE shared")
            with opened(url) as database:
                create_tables(database)
            self.engine = create_engine(url, pool_size=1)
        with self.engine.begin() as connection:
            _empty(connection)
        return url

    @contextmanager
    def own(self) -> Iterator[str]:
        """The address of an empty database without tables, gone afterwards."""
        self.count += 1
        name = f"own_{self.count}"
        self.server.run(f"CREATE DATABASE {name}")
        yield self.server.url(name)
        self.server.run(f"DROP DATABASE {name} WITH (FORCE)")


def create_tables(database: Database) -> None:
    everybodys_tables()
    Base.metadata.create_all(database.writer)
    stamp(database)


def _empty(connection: Connection) -> None:
    """Rows of all tables, and the counters; triggers sleep meanwhile, so the order does not matter."""
    connection.execute(text("SET LOCAL session_replication_role = replica"))
    connection.execute(text("SET LOCAL lock_timeout = '10s'"))
    names = connection.scalars(
        text(
            "SELECT quote_ident(tablename) FROM pg_tables"
            " WHERE schemaname = 'public' AND tablename <> 'alembic_version'"
        )
    )
    connection.exec_driver_sql(";".join(f"DELETE FROM {name}" for name in names))
    connection.execute(
        text(
            "SELECT setval(quote_ident(sequencename)::regclass, 1, false) FROM pg_sequences"
            " WHERE schemaname = 'public' AND last_value IS NOT NULL"
        )
    )
