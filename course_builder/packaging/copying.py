"""Copy a file into the zip at the speed of the disk, and know its CRC when it is there.

Where both sides are real files the kernel moves the bytes, and a second thread reads the source for
the CRC. Everywhere else the bytes pass through one buffer.
"""

import errno
import os
from collections.abc import Iterator
from contextlib import closing
from io import UnsupportedOperation
from typing import BinaryIO
from zlib import crc32

from course_builder.content.tree import Blob

PIECE = 1 << 18
KERNEL_PIECE = 1 << 26
THREAD_FROM = 1 << 22
KERNEL_REFUSES = {errno.EXDEV, errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP, errno.EPERM, errno.EBADF}


class Changed(OSError):
    """Somebody wrote to a file while it was packed."""

    def __init__(self) -> None:
        super().__init__(errno.ESTALE, "the file changed while it was packed")


def pieces(blob: Blob) -> Iterator[bytes]:
    """The bytes of a blob; an error unless there are as many as it promised."""
    left = blob.size
    with closing(blob.open()) as source:
        while piece := source.read(PIECE):
            left -= len(piece)
            yield piece
    if left:
        raise Changed


def copy(blob: Blob, out: BinaryIO) -> int:
    """Write the blob at the place where `out` stands, and return its CRC."""
    if blob.size >= THREAD_FROM and hasattr(os, "preadv"):
        with closing(blob.open()) as source:
            if (number := _descriptor(source)) is not None:
                return _copy_file(blob, number, out)
    crc = 0
    for piece in pieces(blob):
        crc = crc32(piece, crc)
        out.write(piece)
    return crc


def _copy_file(blob: Blob, source: int, out: BinaryIO) -> int:
    if blob.crc32 is not None:
        _move(source, out, blob.size)
        return blob.crc32
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 -- slow import, only films need it

    written = os.fstat(source).st_mtime_ns
    with ThreadPoolExecutor(1) as second:
        crc = second.submit(_crc, source, blob.size)
        _move(source, out, blob.size)
    if os.fstat(source).st_mtime_ns != written:
        raise Changed
    return crc.result()


def _crc(source: int, size: int) -> int:
    crc = 0
    for piece in _read(source, 0, size):
        crc = crc32(piece, crc)
    return crc


def _read(source: int, start: int, end: int) -> Iterator[memoryview]:
    """A part of an open file through one buffer, without moving the file's position."""
    buffer = memoryview(bytearray(PIECE))
    while start < end:
        count = os.preadv(source, [buffer[: end - start]], start)
        if not count:
            raise Changed
        start += count
        yield buffer[:count]


def _move(source: int, out: BinaryIO, size: int) -> None:
    moved = _move_in_kernel(source, out, size)
    for piece in _read(source, moved, size):
        out.write(piece)


def _move_in_kernel(source: int, out: BinaryIO, size: int) -> int:
    """How many bytes the kernel copied; it may refuse any pair of files, from the start or later."""
    target = _descriptor(out)
    if target is None or not hasattr(os, "copy_file_range"):
        return 0
    out.flush()
    begin, moved = out.tell(), 0
    try:
        while moved < size:
            step = min(KERNEL_PIECE, size - moved)
            count = os.copy_file_range(source, target, step, moved, begin + moved)
            if not count:
                break
            moved += count
    except OSError as error:
        if error.errno not in KERNEL_REFUSES:
            raise
    out.seek(begin + moved)
    return moved


def _descriptor(file: BinaryIO) -> int | None:
    try:
        return file.fileno()
    except (AttributeError, UnsupportedOperation):
        return None
