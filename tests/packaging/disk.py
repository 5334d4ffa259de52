"""Blobs that tests put into packages."""

from dataclasses import dataclass
from hashlib import sha256
from io import SEEK_CUR, SEEK_SET, BytesIO, RawIOBase
from pathlib import Path
from typing import BinaryIO

from typing_extensions import Buffer

from course_builder.content.file import File
from course_builder.content.tree import BytesBlob
from course_builder.packaging import zipwriter
from course_builder.packaging.copying import PIECE

ZEROS = bytes(PIECE)


@dataclass(frozen=True)
class DiskBlob:
    """A file on disk whose CRC nobody knows yet."""

    path: Path
    crc32: int | None = None

    @property
    def size(self) -> int:
        return self.path.stat().st_size

    @property
    def sha256(self) -> str:
        return sha256(self.path.read_bytes()).hexdigest()

    def open(self) -> BinaryIO:
        return self.path.open("rb")


@dataclass(frozen=True)
class ZeroBlob:
    """As many zeros as one likes, from nowhere."""

    size: int
    sha256: str = ""
    crc32: int | None = None

    def open(self) -> BinaryIO:
        return Zeros(self.size)


class Zeros(RawIOBase, BinaryIO):
    def __init__(self, left: int) -> None:
        self.left = left

    def read(self, size: int = -1) -> bytes:
        piece = ZEROS[: min(size, self.left)]
        self.left -= len(piece)
        return piece


class HoleFile(RawIOBase, BinaryIO):
    """A file in which long runs of zeros are holes, so that a huge package takes no room on the disk."""

    def __init__(self, file: BinaryIO) -> None:
        self.file = file

    def write(self, data: Buffer) -> int:
        piece = bytes(data)
        if piece == ZEROS:
            self.file.seek(len(piece), SEEK_CUR)
            return len(piece)
        return self.file.write(piece)

    def seek(self, offset: int, whence: int = SEEK_SET) -> int:
        return self.file.seek(offset, whence)

    def tell(self) -> int:
        return self.file.tell()


def files(contents: dict[str, bytes]) -> list[File]:
    return [File(path, BytesBlob(data)) for path, data in contents.items()]


def zipped(contents: dict[str, bytes]) -> bytes:
    out = BytesIO()
    zipwriter.write(out, files(contents))
    return out.getvalue()
