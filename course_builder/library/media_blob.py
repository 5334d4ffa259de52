"""A file of the media store as content sees it."""

from dataclasses import dataclass
from typing import BinaryIO

from course_builder.library.fingerprint import Fingerprint
from course_builder.library.store import MediaStore


@dataclass(frozen=True)
class KeptMedium:
    """A file of the media store; nothing is read before it is opened."""

    fingerprint: Fingerprint
    store: MediaStore

    @property
    def size(self) -> int:
        return self.fingerprint.size

    @property
    def sha256(self) -> str:
        return self.fingerprint.sha256

    @property
    def crc32(self) -> int:
        return self.fingerprint.crc32

    def open(self) -> BinaryIO:
        return self.store.open(self.sha256)
