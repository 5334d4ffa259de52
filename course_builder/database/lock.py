"""One process writes an SQLite database. Who comes second is told so and changes nothing."""

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from course_builder.database.engines import database_file, is_sqlite
from course_builder.settings import Settings

CANNOT_LOCK = {errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP}


class SomebodyElseWrites(Exception):
    """Another process has the database open for writing; its number is in `process`, 0 when unknown."""

    def __init__(self, file: Path, process: int) -> None:
        super().__init__(f"{file} is being written by process {process or '?'}")
        self.file = file
        self.process = process


@contextmanager
def only_writer(settings: Settings) -> Iterator[bool]:
    """Holds the right to write until the block ends or the process dies, however it dies.

    False where there is nothing to hold: on PostgreSQL, or where the file system knows no locks.
    Raises SomebodyElseWrites at once instead of waiting.
    """
    if not is_sqlite(settings.database):
        yield False
        return
    file = database_file(settings.database)
    file.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(lock_file(file), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        yield _take(descriptor, file)
    finally:
        os.close(descriptor)  # and with it the lock


def writer_of(settings: Settings) -> int | None:
    """The number of the process that writes just now."""
    file = lock_file(database_file(settings.database)) if is_sqlite(settings.database) else None
    if file is None or not file.exists():
        return None
    descriptor = os.open(file, os.O_RDONLY | os.O_CLOEXEC)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return _number(descriptor)
    finally:
        os.close(descriptor)
    return None


def in_turn(settings: Settings) -> int | None:
    """For the process that answers requests, when its server is started anew under way: waits until the one before it
    is gone, and has the turn until it ends. Gives the descriptor, which nobody needs to close.
    """
    if not is_sqlite(settings.database):
        return None
    file = database_file(settings.database)
    descriptor = os.open(file.with_name(f"{file.name}.turn"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
    except OSError as error:
        if error.errno not in CANNOT_LOCK:
            raise
    return descriptor


def lock_file(file: Path) -> Path:
    return file.with_name(f"{file.name}.lock")


def _take(descriptor: int, file: Path) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise SomebodyElseWrites(file, _number(descriptor)) from None
    except OSError as error:
        if error.errno in CANNOT_LOCK:
            return False
        raise
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
    return True


def _number(descriptor: int) -> int:
    written = os.pread(descriptor, 20, 0).strip()
    return int(written) if written.isdigit() else 0
