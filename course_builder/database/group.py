"""The writer of an SQLite database: one connection, blocks one after the other, one commit for all who wait for it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from typing import cast

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from course_builder.database.straight import Straight, of_connection
from course_builder.database.turns import Turns

AT_MOST_MS = 200


class NotWritten(Exception):
    """Nothing of the block has happened: what it was to be committed with failed. The cause says why."""


class Group:
    """A transaction that several blocks share. Who wrote first commits it, when its turn comes again."""

    def __init__(self, engine: Engine) -> None:
        self.connection = engine.connect()
        try:
            self.connection.begin()
        except BaseException:
            self.connection.close()
            raise
        self.blocks = 0
        self.error: BaseException | None = None
        self.over = Event()

    def commit(self) -> None:
        try:
            if self.error is None:
                self.connection.commit()
        except BaseException as error:
            self.error = error
        finally:
            self.end()

    def end(self) -> None:
        """Gives the connection back; what is not committed is rolled back."""
        try:
            self.connection.close()
        finally:
            self.over.set()

    @property
    def alive(self) -> bool:
        """When the disk is full SQLite may have rolled everything back, savepoints and all; an interrupted one is gone."""
        if self.connection.invalidated:
            return False
        return cast("sqlite3.Connection", self.connection.connection.dbapi_connection).in_transaction


class GroupWriter:
    """Writes and checkpoints never overlap: both happen on this connection, and only to whoever has the turn."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._turns = Turns()
        self._open: Group | None = None

    @contextmanager
    def block(self) -> Iterator[Session]:
        """Durable when it ends. A block that fails takes nothing of the others with it."""
        with self._shared() as group, _session(group) as session:
            yield session

    @contextmanager
    def straight(self) -> Iterator[Straight]:
        """A block on the driver's own connection: whoever fails in it must take back what she wrote herself."""
        with self._shared() as group:
            yield of_connection(group.connection)

    def fold(self) -> bool:
        """Writes the log into the file and empties it. False while somebody reads what is older."""
        with self._turns:
            if self._open is not None:
                self._close(self._open)
            connection = self._engine.raw_connection()
            try:
                driver = cast("sqlite3.Connection", connection.dbapi_connection)
                (patience,) = driver.execute("PRAGMA busy_timeout").fetchone()
                driver.execute(f"PRAGMA busy_timeout={AT_MOST_MS}")  # all who want to write wait meanwhile
                busy, _, _ = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
                driver.execute(f"PRAGMA busy_timeout={patience}")
            finally:
                connection.close()
        return not busy

    @contextmanager
    def _shared(self) -> Iterator[Group]:
        with self._turns:
            group = self._open = self._open or Group(self._engine)
            with self._part_of(group):
                yield group
            group.blocks += 1
            first = group.blocks == 1
        if first:
            with self._turns:
                self._close(group)
        group.over.wait()
        if group.error is not None:
            raise NotWritten from group.error

    @contextmanager
    def _part_of(self, group: Group) -> Iterator[None]:
        try:
            yield
        except BaseException as error:
            if not group.alive:
                group.error = error
            if group.error or not group.blocks:
                self._open = None
                group.end()
            raise

    def _close(self, group: Group) -> None:
        if self._open is group:
            self._open = None
            group.commit()


@contextmanager
def _session(group: Group) -> Iterator[Session]:
    """In a savepoint of its own."""
    own = Session(group.connection, join_transaction_mode="create_savepoint", expire_on_commit=False)
    with own as session, session.begin():
        yield session
