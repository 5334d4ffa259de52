"""The database of one installation: read at any time, write one at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from sqlalchemy.orm import Session

from course_builder.database.engines import is_sqlite, reading_engine, writing_engine


class Database:
    """On SQLite a lock is held from `BEGIN IMMEDIATE` until after the commit and the checkpoint that it may make,
    so writes and checkpoints never overlap. PostgreSQL needs no such lock.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self.is_sqlite = is_sqlite(url)
        self.writer = writing_engine(url)
        self.reader = reading_engine(url)
        self._one = Lock()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """What is committed when the first question is asked; nothing can be written."""
        with Session(self.reader) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A transaction: all of it is durable when the block ends, or none of it has happened.

        Do no network, mail, PDF or hashing of passwords inside: others wait.
        """
        if not self.is_sqlite:
            with Session(self.writer, expire_on_commit=False) as session, session.begin():
                yield session
            return
        with self._one, Session(self.writer, expire_on_commit=False) as session, session.begin():
            yield session

    def close(self) -> None:
        self.reader.dispose()
        self.writer.dispose()
