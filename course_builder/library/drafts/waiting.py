"""Zips that somebody has brought and not yet said yes to: kept for a day, each under a name that only she has."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Waiting:
    """Where one sort of files waits; each account has a folder of its own there."""

    place: Path
    account_id: int

    def keep(self, stream: BinaryIO, now: datetime) -> str:
        """The token it is found by. What anybody has forgotten in this place is taken away."""
        self._folder.mkdir(parents=True, exist_ok=True)
        sweep(self.place, now)
        token = token_hex(16)
        with replacing(self._path(token)) as file:
            copyfileobj(stream, file)
        return token

    @contextmanager
    def opened(self, token: str) -> Iterator[BinaryIO]:
        """NotWaiting."""
        if not TOKEN.fullmatch(token) or not self._path(token).is_file():
            raise NotWaiting(token)
        with self._path(token).open("rb") as file:
            yield file

    def drop(self, token: str) -> None:
        if TOKEN.fullmatch(token):
            self._path(token).unlink(missing_ok=True)

    @property
    def _folder(self) -> Path:
        return self.place / str(self.account_id)

    def _path(self, token: str) -> Path:
        return self._folder / f"{token}.zip"


def sweep(place: Path, now: datetime) -> None:
    """Of the folders of everybody."""
    oldest = (now - KEPT_FOR).timestamp()
    for path in place.glob("*/*.zip"):
        if path.stat().st_mtime < oldest:
            path.unlink(missing_ok=True)
