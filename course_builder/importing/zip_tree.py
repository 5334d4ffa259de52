"""A zip as a tree of files: looked through to its last byte before anybody sees it, and never unpacked to a disk."""

import io
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from struct import error as NotEnough
from struct import unpack
from typing import BinaryIO, cast
from zipfile import BadZipFile, ZipFile, ZipInfo

from course_builder.content.problems import Code
from course_builder.importing.zip_entries import named
from course_builder.importing.zip_refused import ZipRefused

__all__ = ["ZipRefused", "ZipTree", "open_zip"]

LARGEST = 2_000_000_000
"""Bytes: of the zip, and of all that is in it."""
MOST_ENTRIES = 10_000
LARGEST_LIST = 2_500_000
"""Bytes of the list at a zip's end; it is read whole."""
PIECE = 1 << 20

NO_ZIP = Code(
    "zip-none",
    "error",
    "Filen är ingen zip-fil. Packa mappen som zip och försök igen.",
    "The file is no zip. Pack the folder as a zip and try again.",
)
BROKEN = Code(
    "zip-broken",
    "error",
    "Zip-filen är skadad och går inte att läsa. Packa mappen på nytt.",
    "The zip is damaged and cannot be read. Pack the folder again.",
)
LARGE = Code(
    "zip-large",
    "error",
    "Zip-filen är för stor: högst {most} MB går att ta in. Lägg stora filmer i mediebiblioteket i stället.",
    "The zip is too large: at most {most} MB can be taken in. Put large films in the media library instead.",
)
MANY = Code(
    "zip-many",
    "error",
    "Zip-filen har fler än {most} filer. Dela den i flera.",
    "The zip holds more than {most} files. Split it.",
)
OVERLAP = Code(
    "zip-overlap",
    "error",
    "Zip-filen är packad så att filer ligger i varandra. Packa mappen på nytt.",
    "The zip is packed so that files lie within each other. Pack the folder again.",
)
EMPTY = Code("zip-empty", "error", "Zip-filen är tom.", "The zip is empty.")

END, LARGE_END = b"PK\x05\x06", b"PK\x06\x07"
END_SIZE = 22
LONGEST_END = END_SIZE + 65_535
LOCAL = b"PK\x03\x04"


@dataclass(frozen=True)
class ZipBlob:
    """A file in the zip; what is known of it was found by reading it."""

    archive: ZipFile
    entry: ZipInfo
    size: int
    sha256: str
    crc32: int

    def open(self) -> BinaryIO:
        return cast(BinaryIO, self.archive.open(self.entry))


@dataclass(frozen=True)
class ZipTree:
    """Every file of the zip that a course can have; hidden ones are left out. The stream stays the caller's."""

    files: Mapping[str, ZipBlob]

    def get(self, path: str) -> ZipBlob | None:
        return self.files.get(path)

    def paths(self) -> Sequence[str]:
        return sorted(self.files)

    def folder(self) -> str:
        """The one folder that holds everything, or "": zips are made of a folder more often than of what is in it."""
        tops = {path.partition("/")[0] for path in self.files if "/" in path}
        return tops.pop() if len(tops) == 1 and all("/" in path for path in self.files) else ""

    def within(self, folder: str) -> "ZipTree":
        """The files below a folder, by their path in it."""
        below = f"{folder}/" if folder else ""
        found = {
            path.removeprefix(below): blob for path, blob in self.files.items() if path.startswith(below)
        }
        return ZipTree(found)


def open_zip(stream: BinaryIO) -> ZipTree:
    """Reads everything once, in pieces. `stream` can be sought in and must stay open as long as the tree is used.

    Raises ZipRefused, and nothing else for whatever the file may be.
    """
    with _refusing():
        _look_at_end(stream)
        archive = ZipFile(stream)
        entries = archive.infolist()
        if len(entries) > MOST_ENTRIES:
            raise ZipRefused(MANY, most=MOST_ENTRIES)
        if sum(entry.file_size for entry in entries) > LARGEST:
            raise ZipRefused(LARGE, most=LARGEST // 1_000_000)
        _look_for_overlap(stream, entries, archive.start_dir)
        files = {path: _read(archive, entry) for path, entry in named(entries).items()}
    if not files:
        raise ZipRefused(EMPTY)
    return ZipTree(files)


@contextmanager
def _refusing() -> Iterator[None]:
    """A damaged zip makes the library stumble in a dozen ways; they all mean the same to a person."""
    try:
        yield
    except (
        BadZipFile, NotEnough, zlib.error, EOFError, OSError, ValueError, RuntimeError, LookupError, OverflowError,
    ) as error:  # fmt: skip
        raise ZipRefused(BROKEN) from error


def _look_at_end(stream: BinaryIO) -> None:
    """The list is as long as the end of the zip says; it is asked before the library takes it into memory."""
    size = stream.seek(0, io.SEEK_END)
    if size > LARGEST:
        raise ZipRefused(LARGE, most=LARGEST // 1_000_000)
    stream.seek(max(0, size - LONGEST_END))
    tail = stream.read(LONGEST_END)
    at = _end(tail)
    if at < 0:
        raise ZipRefused(NO_ZIP)
    (listed,) = unpack("<L", tail[at + 12 : at + 16])
    if listed > LARGEST_LIST or tail[:at][-20:].startswith(LARGE_END):
        raise ZipRefused(MANY, most=MOST_ENTRIES)
    stream.seek(0)


def _end(tail: bytes) -> int:
    """Where the library finds the end: without a comment it is the last thing there is."""
    last = tail[-END_SIZE:]
    return len(tail) - END_SIZE if last.startswith(END) and last.endswith(b"\0\0") else tail.rfind(END)


def _look_for_overlap(stream: BinaryIO, entries: Sequence[ZipInfo], listed_at: int) -> None:
    """Each entry ends before the next one begins: a small zip of entries within entries can unpack to anything."""
    free = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < free:
            raise ZipRefused(OVERLAP if free else BROKEN)
        stream.seek(entry.header_offset)
        head = stream.read(30)
        if head[:4] != LOCAL:
            raise ZipRefused(BROKEN)
        name, extra = unpack("<HH", head[26:30])
        free = entry.header_offset + 30 + name + extra + entry.compress_size
    if free > listed_at:
        raise ZipRefused(OVERLAP)


def _read(archive: ZipFile, entry: ZipInfo) -> ZipBlob:
    """The library stops at the size it was told and compares the checksum; a size that lies shows in either."""
    taken, size = sha256(), 0
    with archive.open(entry) as file:
        while piece := file.read(PIECE):
            taken.update(piece)
            size += len(piece)
    if size != entry.file_size:
        raise ZipRefused(BROKEN)
    return ZipBlob(archive, entry, size, taken.hexdigest(), entry.CRC)
