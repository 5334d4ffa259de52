"""Connections as we want them. SQLite: WAL, durable, one writer; readers can neither write nor checkpoint."""

import sqlite3
from pathlib import Path
from time import monotonic
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry

BUSY_SECONDS = 10
COMMON = ("PRAGMA foreign_keys=ON", "PRAGMA trusted_schema=OFF", "PRAGMA temp_store=MEMORY")
WRITER = (
    *COMMON,
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA wal_autocheckpoint=1000",
    "PRAGMA secure_delete=ON",  # what is deleted is overwritten: an answer by phone, a person who is erased
    "PRAGMA journal_size_limit=67108864",  # a long report lets the log grow; afterwards it is cut to 64 MiB
)
READER = (*COMMON, "PRAGMA query_only=ON", "PRAGMA wal_autocheckpoint=0")
READER_SHARED = (
    "SET default_transaction_read_only = on",
    "SET random_page_cost = 1.1",  # as of disks that turned, 4 made lists read whole tables instead of their indexes
)
"""PostgreSQL shows each question what is committed when it is asked; a transaction around them adds two journeys, no more."""
SILENT = {"hide_parameters": True}
"""What people write stands in no error message."""
OWN: dict[str, Any] = {**SILENT, "connect_args": {"timeout": BUSY_SECONDS, "check_same_thread": False}}
POOL = {"pool_size": 10, "max_overflow": 30, "pool_use_lifo": True}
"""Connections to PostgreSQL that a process keeps of each kind, and opens besides when all are busy. The one that came
back last is used first: it has its statements prepared.
"""
IDLE_SECONDS = 20


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
        return _shared(url)
    engine = create_engine(url, **OWN, pool_size=1, max_overflow=0)
    _prepare(engine, WRITER)
    event.listen(engine, "begin", _begin_immediate)
    return engine


def quick_engine(url: str) -> Engine:
    """PostgreSQL: each statement is a transaction, and one journey where BEGIN and COMMIT would make it three."""
    return _shared(url, isolation_level="AUTOCOMMIT")


def reading_engine(url: str) -> Engine:
    if not is_sqlite(url):
        engine = _shared(url, isolation_level="AUTOCOMMIT")
        _prepare(engine, READER_SHARED)
        return engine
    engine = create_engine(url, **OWN, pool_size=40, max_overflow=40)
    _prepare(engine, READER)
    event.listen(engine, "begin", _begin)
    return engine


def _shared(url: str, **options: Any) -> Engine:
    engine = create_engine(driver_url(url), **SILENT, **POOL, **options)
    _ask_the_idle(engine)
    return engine


def _prepare(engine: Engine, statements: tuple[str, ...]) -> None:
    def connected(connection: Any, record: object) -> None:
        if isinstance(connection, sqlite3.Connection):
            connection.isolation_level = None  # the driver must not begin on its own
        for statement in statements:
            connection.execute(statement)

    event.listen(engine, "connect", connected)


def _ask_the_idle(engine: Engine) -> None:
    """Whether the other end is still there: asked of a connection that has rested, since asking every time is a journey
    more for every request. One that breaks under way is an error once, and then all are opened anew.
    """

    broken = engine.dialect.loaded_dbapi.Error

    def taken(connection: Any, record: ConnectionPoolEntry, proxy: object) -> None:
        if monotonic() - record.info.get("given back", monotonic()) < IDLE_SECONDS:
            return
        try:
            connection.execute("SELECT 1")
            connection.rollback()
        except broken as error:
            raise DisconnectionError from error

    def given_back(connection: object, record: ConnectionPoolEntry) -> None:
        record.info["given back"] = monotonic()

    event.listen(engine, "checkout", taken)
    event.listen(engine, "checkin", given_back)


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
