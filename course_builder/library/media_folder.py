"""Media in a folder: `ab/ab12…`, written beside its place, made durable, then put there."""

import errno
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import mkstemp
from typing import BinaryIO

from course_builder.library.fingerprint import Fingerprint, Fingerprinter, fingerprint, pieces
from course_builder.library.store import SHA256, Held, MediaMissing

NEW = "new"
"""The folder of files that are not whole yet."""


@dataclass(frozen=True)
class FolderStore:
    root: Path

    def has(self, sha256: str) -> bool:
        return self._path(sha256).is_file()

    def put(self, stream: BinaryIO) -> Fingerprint:
        part, made = self._written(stream)
        try:
            place = self._path(made.sha256)
            _make_folder(place.parent)
            part.replace(place)
            _make_durable(place.parent)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        return made

    def take(self, file: Path) -> Fingerprint:
        """Renamed where that can be done, so that a film is not written twice."""
        with file.open("rb") as stream:
            made = fingerprint(stream)
            os.fsync(stream.fileno())
        place = self._path(made.sha256)
        _make_folder(place.parent)
        try:
            file.replace(place)
        except OSError as error:
            if error.errno != errno.EXDEV:
                raise
            with file.open("rb") as stream:
                self.put(stream)
            file.unlink()
        _make_durable(place.parent)
        return made

    def open(self, sha256: str) -> BinaryIO:
        try:
            return self._path(sha256).open("rb")
        except FileNotFoundError as error:
            raise MediaMissing(sha256) from error

    def held(self) -> Iterator[Held]:
        """Unfinished files of a process that died are held too, under a name that is no hash."""
        for path in sorted(self.root.glob("*/*")):
            yield Held(path.name, datetime.fromtimestamp(path.stat().st_mtime, UTC))

    def remove(self, sha256: str) -> None:
        place = self.root / NEW / sha256 if SHA256.fullmatch(sha256) is None else self._path(sha256)
        place.unlink(missing_ok=True)

    def _path(self, sha256: str) -> Path:
        if SHA256.fullmatch(sha256) is None:
            raise MediaMissing(sha256)
        return self.root / sha256[:2] / sha256

    def _written(self, stream: BinaryIO) -> tuple[Path, Fingerprint]:
        folder = self.root / NEW
        _make_folder(folder)
        taken = Fingerprinter()
        descriptor, name = mkstemp(dir=folder)
        part = Path(name)
        try:
            with os.fdopen(descriptor, "wb") as file:
                for piece in pieces(stream):
                    taken.add(piece)
                    file.write(piece)
                file.flush()
                os.fsync(file.fileno())
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        return part, taken.done()


def _make_folder(folder: Path) -> None:
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        _make_durable(folder.parent)


def _make_durable(folder: Path) -> None:
    """The names in a folder are data of their own on most file systems."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
