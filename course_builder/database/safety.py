"""Whether what is answered as saved will be there tomorrow. The server does not start when it would not."""

import sqlite3
from enum import StrEnum

from sqlalchemy import text

from course_builder.database.store import Database

VERSION = sqlite3.sqlite_version
REPAIRED = (3, 51, 3)
"""Before it, a connection that writes and another that checkpoints in the same moment can spoil the file."""


class Danger(StrEnum):
    WAL_RESET = "wal-reset"
    """SQLite older than REPAIRED, and nothing keeps other processes from writing."""
    ASYNCHRONOUS = "asynchronous"
    """PostgreSQL says "saved" before it is on the disk: synchronous_commit is off."""


class NotSafe(Exception):
    def __init__(self, danger: Danger) -> None:
        super().__init__(danger.value)
        self.danger = danger


def needs_one_writer(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> bool:
    return version < REPAIRED


def check(database: Database, alone: bool, version: tuple[int, ...] = sqlite3.sqlite_version_info) -> None:
    """`alone` is what `lock.only_writer` gave. Raises NotSafe."""
    if database.is_sqlite:
        if not alone and needs_one_writer(version):
            raise NotSafe(Danger.WAL_RESET)
    elif _commits_wait(database) == "off":
        raise NotSafe(Danger.ASYNCHRONOUS)


def _commits_wait(database: Database) -> str:
    with database.writer.connect() as connection:
        return str(connection.scalar(text("SHOW synchronous_commit")))
