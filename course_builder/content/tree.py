"""A course is a tree of text files, wherever it is kept. This is all that content knows of a disk."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from io import BytesIO
from typing import BinaryIO, Protocol
from zlib import crc32


class Blob(Protocol):
    """The bytes of one file. `crc32` is None where it is not known without reading the file."""

    @property
    def size(self) -> int: ...
    @property
    def sha256(self) -> str: ...
    @property
    def crc32(self) -> int | None: ...
    def open(self) -> BinaryIO: ...


class Tree(Protocol):
    """Files by path: `/` between names, never absolute, never `..`."""

    def get(self, path: str) -> Blob | None:
        """The file at a path, or None: also for a path that would leave the tree."""
        ...

    def paths(self) -> Sequence[str]:
        """Every path, sorted."""
        ...


@dataclass(frozen=True)
class BytesBlob:
    data: bytes

    @property
    def size(self) -> int:
        return len(self.data)

    @cached_property
    def sha256(self) -> str:
        return sha256(self.data).hexdigest()

    @cached_property
    def crc32(self) -> int:
        return crc32(self.data)

    def open(self) -> BinaryIO:
        return BytesIO(self.data)


@dataclass(frozen=True)
class MemoryTree:
    """A tree of texts and bytes in memory: tests, starters, the editor's unsaved page."""

    files: Mapping[str, str | bytes]

    def get(self, path: str) -> Blob | None:
        data = self.files.get(path)
        if data is None:
            return None
        return BytesBlob(data.encode() if isinstance(data, str) else data)

    def paths(self) -> Sequence[str]:
        return sorted(self.files)
