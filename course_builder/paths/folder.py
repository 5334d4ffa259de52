"""A folder on disk as a tree of files that nothing can leave."""

import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import file_digest
from pathlib import Path
from typing import BinaryIO
from unicodedata import normalize


@dataclass(frozen=True)
class FileBlob:
    """A file on disk; read only when asked."""

    path: Path
    size: int

    @cached_property
    def sha256(self) -> str:
        with self.path.open("rb") as stream:
            return file_digest(stream, "sha256").hexdigest()

    @property
    def crc32(self) -> None:
        """Not known without reading the file."""
        return

    def open(self) -> BinaryIO:
        return self.path.open("rb")


@dataclass(frozen=True)
class FolderTree:
    """Files below `root`. A path or a symbolic link that leads out of it is as good as missing."""

    root: Path

    @cached_property
    def _home(self) -> Path:
        return self.root.resolve()

    @cached_property
    def _inside(self) -> str:
        return os.path.join(self._home, "")  # noqa: PTH118 -- a thousand lessons are a thousand of these

    def get(self, path: str) -> FileBlob | None:
        if not path or "\0" in path or path.startswith("/") or ".." in path.split("/"):
            return None
        found = self._file(path)
        if found is None and not path.isascii():
            found = self._file(normalize("NFD", path))  # a folder that comes from a Mac
        return found

    def _file(self, path: str) -> FileBlob | None:
        try:
            real = os.path.realpath(self._inside + path, strict=True)
            status = os.stat(real)  # noqa: PTH116
        except (OSError, UnicodeError):
            return None
        if not real.startswith(self._inside) or not stat.S_ISREG(status.st_mode):
            return None
        return FileBlob(Path(real), status.st_size)

    def paths(self) -> Sequence[str]:
        """Every visible file, sorted; hidden ones and what leads outside are left out."""
        found = (path.relative_to(self._home) for path in self._home.rglob("*") if path.is_file())
        names = (path.as_posix() for path in found if not any(part.startswith(".") for part in path.parts))
        return sorted(name for name in names if self.get(name) is not None)
