"""What a media store is: files under their SHA-256, each there whole or not at all."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Protocol

from course_builder.library.fingerprint import Fingerprint

SHA256 = re.compile(r"[0-9a-f]{64}")


class MediaMissing(LookupError):
    """The store has no file of that hash."""


class StoreUnreachable(OSError):
    """The store does not answer, or refuses us."""


@dataclass(frozen=True)
class Held:
    """A file of the store and when it came there."""

    sha256: str
    since: datetime


class MediaStore(Protocol):
    """A folder, or a bucket. What it holds never changes."""

    def has(self, sha256: str) -> bool: ...

    def put(self, stream: BinaryIO) -> Fingerprint:
        """Returns when the file is durable; the same content again changes nothing."""
        ...

    def take(self, file: Path) -> Fingerprint:
        """A file of this machine becomes one of the store's and is gone from its place. Durable when it returns."""
        ...

    def open(self, sha256: str) -> BinaryIO:
        """A file that can be sought in; MediaMissing when there is none."""
        ...

    def held(self) -> Iterator[Held]: ...

    def remove(self, sha256: str) -> None: ...
