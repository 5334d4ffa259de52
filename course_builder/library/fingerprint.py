"""What a file is known by: its SHA-256, its size, and the CRC-32 that a zip needs before it is written."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import BinaryIO
from zlib import crc32

CHUNK = 1 << 20


@dataclass(frozen=True)
class Fingerprint:
    sha256: str
    size: int
    crc32: int


class Fingerprinter:
    """Takes a file in pieces."""

    def __init__(self) -> None:
        self._sha, self._size, self._crc = sha256(), 0, 0

    def add(self, piece: bytes) -> None:
        self._sha.update(piece)
        self._crc = crc32(piece, self._crc)
        self._size += len(piece)

    def done(self) -> Fingerprint:
        return Fingerprint(self._sha.hexdigest(), self._size, self._crc)


def fingerprint(stream: BinaryIO) -> Fingerprint:
    taken = Fingerprinter()
    for piece in pieces(stream):
        taken.add(piece)
    return taken.done()


def pieces(stream: BinaryIO) -> Iterator[bytes]:
    while piece := stream.read(CHUNK):
        yield piece
