"""Word of what has changed, to whoever shows it: ids and a word, never what was written. PostgreSQL carries it to the
other processes of the server; on SQLite there are none.
"""

import time
from collections.abc import Callable
from threading import Event, Thread
from typing import Any

from sqlalchemy import bindparam, func, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from course_builder.database.store import Database
from course_builder.database.straight import Statement

TOLD = "told"
CHANNEL = "course_builder"
AGAIN_AFTER = 1.0
"""Seconds until a lost connection is tried again."""
LISTENS_FOR = 0.5
"""Seconds between two looks at whether to stop."""

Notice = tuple[int, str]
"""The id of an hour, and what of it has changed."""

_NOTIFY = Statement(select(func.pg_notify(CHANNEL, bindparam("said"))))


def tell(session: Session, about: int, what: str) -> None:
    """Said when the transaction is durable."""
    session.info.setdefault(TOLD, set()).add((about, what))


def told(session: Session) -> set[Notice]:
    found: set[Notice] = session.info.get(TOLD, set())
    return found


class Notices:
    """What this process says reaches all others, and what they say reaches `heard`, on a thread of its own."""

    def __init__(self, database: Database, heard: Callable[[Notice], None]) -> None:
        self._database, self._heard = database, heard
        self._over = Event()
        self._thread: Thread | None = None

    def start(self) -> None:
        if not self._database.is_sqlite:
            self._thread = Thread(target=self._listen, name="notices", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        self._over.set()
        if self._thread is not None:
            self._thread.join(LISTENS_FOR + AGAIN_AFTER)

    def say(self, notice: Notice) -> None:
        """To the other processes. One that does not hear it finds out by itself before long."""
        if self._database.is_sqlite:
            return
        about, what = notice
        self._database.hand_in(lambda at: _NOTIFY.rows(at, {"said": f"{about} {what}"}))

    def _listen(self) -> None:
        broken = (DBAPIError, self._database.writer.dialect.loaded_dbapi.Error)
        while not self._over.is_set():
            try:
                self._until_broken()
            except broken:
                time.sleep(AGAIN_AFTER)

    def _until_broken(self) -> None:
        pooled = self._database.writer.raw_connection()
        pooled.detach()
        connection: Any = pooled.dbapi_connection
        try:
            connection.rollback()
            connection.autocommit = True
            connection.execute(f"LISTEN {CHANNEL}")
            while not self._over.is_set():
                for one in connection.notifies(timeout=LISTENS_FOR):
                    about, _, what = one.payload.partition(" ")
                    self._heard((int(about), what))
        finally:
            connection.close()
