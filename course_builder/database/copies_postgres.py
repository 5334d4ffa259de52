"""PostgreSQL: a file a table, by COPY, all in one snapshot. No program of PostgreSQL's own is needed."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, cast

from sqlalchemy import Connection, MetaData, Table, func, select, text

from course_builder.database.migrate import alone, go_to
from course_builder.database.store import Database

if TYPE_CHECKING:
    import psycopg

PIECE = 1 << 20


def save(connection: Connection, found: MetaData, folder: Path) -> None:
    """The connection shows one moment, however long it takes."""
    for table in found.sorted_tables:
        with _new(folder / f"{table.name}.copy") as descriptor:
            with _raw(connection).cursor().copy(f"COPY {_words(table)} TO STDOUT".encode()) as rows:
                for piece in rows:
                    os.write(descriptor, piece)
            os.fsync(descriptor)


def load(folder: Path, database: Database, at: str) -> None:
    with alone(database) as connection:
        _fill(folder, connection, at)
        go_to(connection, "head")


def trial(folder: Path, database: Database, at: str) -> dict[str, int]:
    """Loads the copy beside the tables that are in use, counts its rows and takes everything away again."""
    name = f"trial_{token_hex(4)}"
    with database.writer.connect() as connection:
        connection.execute(text(f"CREATE SCHEMA {name}"))
        connection.execute(text(f"SET LOCAL search_path TO {name}"))
        counted = _fill(folder, connection, at)
        connection.rollback()
    return counted


def _fill(folder: Path, connection: Connection, at: str) -> dict[str, int]:
    """Tables of that level, the rows of the files, and counters that go on where they were."""
    go_to(connection, at)
    found = MetaData()
    found.reflect(connection, only=[one.stem for one in folder.glob("*.copy")])
    counted = {}
    for table in found.sorted_tables:
        counted[table.name] = _copy_in(connection, table, folder / f"{table.name}.copy")
        _count_on(connection, table)
    return counted


def _copy_in(connection: Connection, table: Table, file: Path) -> int:
    cursor = _raw(connection).cursor()
    with file.open("rb") as stream, cursor.copy(f"COPY {_words(table)} FROM STDIN".encode()) as rows:
        while piece := stream.read(PIECE):
            rows.write(piece)
    return cursor.rowcount


def _count_on(connection: Connection, table: Table) -> None:
    for column in table.columns:
        counter = connection.scalar(
            text("SELECT pg_get_serial_sequence(quote_ident(:table), :column)"),
            {"table": table.name, "column": column.name},
        )
        if counter is not None:
            connection.execute(select(func.setval(counter, func.coalesce(func.max(column), 0) + 1, False)))


def _words(table: Table) -> str:
    """The columns are named: their order may differ between a database that grew and one that is new."""
    return f'"{table.name}" ({", ".join(f"{chr(34)}{one.name}{chr(34)}" for one in table.columns)})'


def _raw(connection: Connection) -> "psycopg.Connection":
    return cast("psycopg.Connection", connection.connection.dbapi_connection)


@contextmanager
def _new(file: Path) -> Iterator[int]:
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        yield descriptor
    finally:
        os.close(descriptor)
