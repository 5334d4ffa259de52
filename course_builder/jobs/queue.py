"""The queue of huey. It carries the number of a job and nothing else; lost or doubled, it does no harm."""

import json
from pathlib import Path
from typing import Any

from huey import Huey, PostgresHuey, SqliteHuey
from huey.registry import Message
from huey.serializer import Serializer
from sqlalchemy import make_url, text

from course_builder.database.store import Database
from course_builder.settings import Settings

FILE = "jobs.sqlite"
TURN = 8_119_321
"""Any number that nobody else waits for."""


class Numbers(Serializer):  # type: ignore[misc]  # huey has no types
    """A message as JSON: what is read from a queue can be no code, as a pickle could."""

    def _serialize(self, data: Any) -> bytes:
        return json.dumps([data.id, data.name, data.args]).encode()

    def _deserialize(self, data: bytes) -> Any:
        number, name, args = json.loads(data)
        return Message(number, name, retries=0, retry_delay=0, args=tuple(args), kwargs={})


def queue(settings: Settings, database: Database) -> Huey:
    """PostgreSQL's own where it is the database; else a file, one connection and one process that uses it.

    An old file is thrown away: the table of jobs knows everything that was in it.
    """
    if not database.is_sqlite:
        with database.writing() as session:  # two processes that begin at once would both make its tables
            session.execute(text("SELECT pg_advisory_xact_lock(:turn)"), {"turn": TURN})
            return _of_postgres(settings)
    file = settings.folder / FILE
    for one in (file, Path(f"{file}-wal"), Path(f"{file}-shm")):
        one.unlink(missing_ok=True)
    file.touch(mode=0o600)
    return SqliteHuey("jobs", filename=str(file), results=False, serializer=Numbers(), fsync=False)


def _of_postgres(settings: Settings) -> Huey:
    dsn = make_url(settings.database).set(drivername="postgresql").render_as_string(hide_password=False)
    return PostgresHuey("jobs", dsn=dsn, results=False, serializer=Numbers())
