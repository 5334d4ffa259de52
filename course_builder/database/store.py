"""The database of one installation: read at any time, write one at a time."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import TypeVar

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from course_builder.database.engines import (
    database_file,
    is_sqlite,
    quick_engine,
    reading_engine,
    writing_engine,
)
from course_builder.database.failures import of_the_machine
from course_builder.database.group import GroupWriter, NotWritten
from course_builder.database.slips import Slips
from course_builder.database.straight import Straight, borrowed

Result = TypeVar("Result")

WAKE = "wake"
"""In `session.info`: there is a job or a letter to see to once this transaction is durable."""


class Database:
    """SQLite has one writer, and commits are shared by those who wait (docs/decisions/0009). PostgreSQL has many."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.is_sqlite = is_sqlite(url)
        self.file = database_file(url) if self.is_sqlite else None
        self.writer = writing_engine(url)
        self.reader = reading_engine(url)
        self._group = GroupWriter(self.writer)
        self._slips = Slips(self._group.straight)
        self._quick = None if self.is_sqlite else quick_engine(url)
        self._failures = (DBAPIError, NotWritten, self.writer.dialect.loaded_dbapi.Error)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """What is committed when the first question is asked; nothing can be written."""
        with Session(self.reader) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A transaction: all of it is durable when the block ends, or none of it has happened.

        Others wait meanwhile: no network, mail, PDF or hashing of passwords inside. Statements made once, at the top
        of a module, and run on `session.connection()` or with `session.execute(statement, row)` cost half of new ones.
        Raises OSError when the disk is full or fails, NotWritten when somebody else's block broke the commit.
        """
        with self._named_failures(), self._block() as session:
            yield session

    def glance(self) -> AbstractContextManager[Straight]:
        """For a question or two that every request asks: no session, no transaction, and given back at once."""
        return borrowed(self.reader)

    def hand_in(self, work: Callable[[Straight], Result]) -> Result:
        """A small piece of writing that many ask for at once: durable when this returns, and else nothing of it is there.

        `work` runs on whatever thread has the turn, together with others', so it touches nothing but its connection.
        On PostgreSQL it is one statement, which is a transaction by itself. What it raises is raised here; errors as
        of `writing`.
        """
        with self._named_failures():
            if self._quick is None:
                return self._slips.hand_in(work)
            with borrowed(self._quick) as at:
                return work(at)

    def scrub(self, tables: Sequence[str]) -> bool:
        """After rows are deleted that nobody may find again: nothing of them is left in the tables' files, nor in SQLite's
        log. False: somebody reads just now, try again.
        """
        if self.is_sqlite:
            return self._group.fold()
        with self.writer.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text(f"VACUUM {', '.join(tables)}"))
        return True

    @contextmanager
    def _named_failures(self) -> Iterator[None]:
        try:
            yield
        except self._failures as error:
            said = of_the_machine(error, self.file)
            if said is None:
                raise
            raise said from error

    def _block(self) -> AbstractContextManager[Session]:
        return self._group.block() if self.is_sqlite else self._own()

    @contextmanager
    def _own(self) -> Iterator[Session]:
        with Session(self.writer, expire_on_commit=False) as session, session.begin():
            yield session

    def close(self) -> None:
        self.reader.dispose()
        self.writer.dispose()
        if self._quick is not None:
            self._quick.dispose()
