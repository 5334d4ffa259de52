"""What the machine said when the database could not write, as the error of the system that it is."""

import errno
import os
import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path

from sqlalchemy.exc import DBAPIError

SQLITE: Mapping[str, int] = {
    "SQLITE_FULL": errno.ENOSPC,
    "SQLITE_IOERR": errno.EIO,
    "SQLITE_READONLY": errno.EROFS,
    "SQLITE_CANTOPEN": errno.EACCES,
}
POSTGRES: Mapping[str, int] = {"53100": errno.ENOSPC, "58030": errno.EIO}


def of_the_machine(error: BaseException, file: Path | None) -> OSError | None:
    """Disk full and its like, wherever in the chain of causes; None when it is the statement that was wrong."""
    for one in _chain(error):
        number = _number(one.orig if isinstance(one, DBAPIError) else one)
        if number is not None:
            return OSError(number, os.strerror(number), str(file) if file else None)
    return None


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _number(error: BaseException | None) -> int | None:
    if isinstance(error, sqlite3.Error):
        name = getattr(error, "sqlite_errorname", "")
        return next((number for start, number in SQLITE.items() if name.startswith(start)), None)
    return POSTGRES.get(str(getattr(error, "sqlstate", "")))
