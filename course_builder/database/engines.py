"""Connections as we want them. SQLite: WAL, durable, one writer; readers can neither write nor checkpoint."""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url

BUSY_SECONDS = 10
COMMON = ("PRAGMA foreign_keys=ON", "PRAGMA trusted_schema=OFF", "PRAGMA temp_store=MEMORY")
WRITER = (
    *COMMON,
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA wal_autocheckpoint=1000",
    "PRAGMA journal_size_limit=67108864",  # a long report lets the log grow; afterwards it is cut to 64 MiB
)
READER = (*COMMON, "PRAGMA query_only=ON", "PRAGMA wal_autocheckpoint=0")
SILENT = {"hide_parameters": True}
"""What people write stands in no error message."""
OWN: dict[str, Any] = {**SILENT, "connect_args": {"timeout": BUSY_SECONDS, "check_same_thread": False}}
SHARED: dict[str, Any] = {**SILENT, "pool_pre_ping": True}


def is_sqlite(url: str) -> bool:
    return make_url(url).get_backend_name() == "sqlite"


def database_file(url: str) -> Path:
    """Where an SQLite database is."""
    return Path(str(make_url(url).database))


def driver_url(url: str) -> str:
    """Of PostgreSQL we speak to psycopg 3, whatever the administrator wrote."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "postgresql":
        return parsed.set(drivername="postgresql+psycopg").render_as_string(hide_password=False)
    return url


def writing_engine(url: str) -> Engine:
    """SQLite: one connection, and a transaction is the writer's from its first statement."""
    if not is_sqlite(url):
        return create_engine(driver_url(url), **SHARED, pool_size=10, max_overflow=10)
    engine = create_engine(url, **OWN, pool_size=1, max_overflow=0)
    _prepare(engine, WRITER)
    event.listen(engine, "begin", _begin_immediate)
    return engine


def reading_engine(url: str) -> Engine:
    engine = create_engine(driver_url(url), **reading_options(url))
    prepare_reader(engine)
    return engine


def prepare_reader(engine: Engine) -> None:
    """Makes an engine on SQLite one that reads only."""
    if engine.dialect.name == "sqlite":
        _prepare(engine, READER)
        event.listen(engine, "begin", _begin)


def reading_options(url: str) -> dict[str, Any]:
    if not is_sqlite(url):
        return {
            **SHARED,
            "pool_size": 10,
            "max_overflow": 20,
            "execution_options": {"postgresql_readonly": True},
        }
    return {**OWN, "pool_size": 20, "max_overflow": 60}


def _prepare(engine: Engine, pragmas: tuple[str, ...]) -> None:
    def connected(connection: sqlite3.Connection, record: object) -> None:
        connection.isolation_level = None  # the driver must not begin on its own
        for pragma in pragmas:
            connection.execute(pragma)

    event.listen(engine, "connect", connected)


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
