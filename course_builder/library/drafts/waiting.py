"""Zips that somebody has brought and not yet said yes to: kept for a day, each under a name that only she has."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from secrets import token_hex
from shutil import copyfileobj
from typing import BinaryIO

from course_builder.paths.atomic import replacing

KEPT_FOR = timedelta(days=1)
TOKEN = re.compile("[0-9a-f]{32}")


class NotWaiting(LookupError):
    """It has been taken in, or has lain too long."""


def keep(folder: Path, stream: BinaryIO, now: datetime) -> str:
    """The token it is found by in her folder. What anybody has forgotten is taken away."""
    folder.mkdir(parents=True, exist_ok=True)
    sweep(folder.parent, now)
    token = token_hex(16)
    with replacing(_path(folder, token)) as file:
        copyfileobj(stream, file)
    return token


@contextmanager
def opened(folder: Path, token: str) -> Iterator[BinaryIO]:
    """NotWaiting."""
    if not TOKEN.fullmatch(token) or not _path(folder, token).is_file():
        raise NotWaiting(token)
    with _path(folder, token).open("rb") as file:
        yield file


def drop(folder: Path, token: str) -> None:
    if TOKEN.fullmatch(token):
        _path(folder, token).unlink(missing_ok=True)


def sweep(folders: Path, now: datetime) -> None:
    """Of the folders of everybody."""
    oldest = (now - KEPT_FOR).timestamp()
    for path in folders.glob("*/*.zip"):
        if path.stat().st_mtime < oldest:
            path.unlink(missing_ok=True)


def _path(folder: Path, token: str) -> Path:
    return folder / f"{token}.zip"
