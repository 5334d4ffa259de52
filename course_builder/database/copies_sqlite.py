"""SQLite: one file, by its own online backup."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

NAME = "database.sqlite"


class Damaged(Exception):
    """The file is a database that does not hold together."""


def save(source: sqlite3.Connection, folder: Path) -> None:
    """Writers go on meanwhile; what they commit after the beginning is not in it."""
    target = folder / NAME
    target.touch(mode=0o600)
    with closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, without a log beside it
    _make_durable(target)


def load(folder: Path, file: Path) -> None:
    """Put in its place when it is whole."""
    part = file.with_name(f"{file.name}.part")
    part.unlink(missing_ok=True)
    part.touch(mode=0o600)
    try:
        shutil.copyfile(folder / NAME, part)
        check(part)
        _make_durable(part)
        part.replace(file)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def check(file: Path) -> None:
    """Raises Damaged."""
    try:
        with closing(sqlite3.connect(file)) as copy:
            said = copy.execute("PRAGMA integrity_check").fetchone()[0]
            broken = copy.execute("PRAGMA foreign_key_check").fetchone()
    except sqlite3.DatabaseError as error:
        raise Damaged(str(error)) from error
    if said != "ok" or broken is not None:
        raise Damaged(said if said != "ok" else f"a row of {broken[0]} points at nothing")


def _make_durable(file: Path) -> None:
    for place in (file, file.parent):
        descriptor = os.open(place, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
