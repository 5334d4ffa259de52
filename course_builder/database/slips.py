"""Pieces of writing that are handed in: whoever comes first writes all that lie there, in one block of the group.

Twenty who answer at once then wait once each, for their own slip, instead of queueing for the connection one by one.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from threading import Lock
from typing import Any, TypeVar

from course_builder.database.group import NotWritten
from course_builder.database.straight import Straight

Result = TypeVar("Result")
Work = Callable[[Straight], Result]


class Slip:
    """One piece of writing, and what became of it."""

    def __init__(self, work: Work[Any]) -> None:
        self.work = work
        self.result: Any = None
        self.error: BaseException | None = None
        self._over = Lock()
        self._over.acquire()

    def run(self, at: Straight) -> None:
        """In a savepoint of its own: what it raises is its own matter, unless the whole transaction is gone."""
        at.driver.execute("SAVEPOINT slip")
        try:
            self.result = self.work(at)
        except BaseException as error:
            self.error = error
            at.driver.execute("ROLLBACK TO slip")
            if not isinstance(error, Exception):
                raise
        at.driver.execute("RELEASE slip")

    def fail(self, cause: BaseException) -> None:
        """The commit failed, or the turn never came."""
        if self.error is None:
            self.error = NotWritten()
            self.error.__cause__ = cause

    def end(self) -> None:
        self._over.release()

    def wait(self) -> None:
        self._over.acquire()


class Slips:
    def __init__(self, block: Callable[[], AbstractContextManager[Straight]]) -> None:
        self._block = block
        self._guard = Lock()
        self._waiting: list[Slip] = []

    def hand_in(self, work: Work[Result]) -> Result:
        """Durable when it returns. Raises what the work raised, and NotWritten when the commit failed for all."""
        slip = Slip(work)
        with self._guard:
            self._waiting.append(slip)
            first = len(self._waiting) == 1
        if first:
            self._write_all()
        slip.wait()
        if slip.error is not None:
            raise slip.error
        result: Result = slip.result
        return result

    def _write_all(self) -> None:
        """All that lie there when the turn has come; who hands in after that is the first of the next."""
        taken: list[Slip] = []
        try:
            with self._block() as at:
                taken = self._take()
                for slip in taken:
                    slip.run(at)
        except BaseException as error:
            taken = taken or self._take()
            for slip in taken:
                slip.fail(error)
            if not isinstance(error, Exception):
                raise
        finally:
            for slip in taken:
                slip.end()

    def _take(self) -> list[Slip]:
        with self._guard:
            taken, self._waiting = self._waiting, []
        return taken
