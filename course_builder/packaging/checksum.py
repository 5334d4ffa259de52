"""The CRC of a large file, reckoned by several threads at once and put together afterwards."""

import errno
import os
from collections.abc import Iterator
from functools import cache
from zlib import crc32

PIECE = 1 << 18
STRIP = 1 << 24
POLYNOMIAL = 0xEDB88320
ONE = 0x80000000
ONE_BYTE_ON = 0x00800000


class Changed(OSError):
    """Somebody wrote to a file while it was packed."""

    def __init__(self) -> None:
        super().__init__(errno.ESTALE, "the file changed while it was packed")


def read(source: int, start: int, end: int) -> Iterator[memoryview]:
    """A part of an open file through one buffer, without moving the file's position."""
    buffer = memoryview(bytearray(PIECE))
    while start < end:
        count = os.preadv(source, [buffer[: end - start]], start)
        if not count:
            raise Changed
        start += count
        yield buffer[:count]


def strips(size: int) -> list[tuple[int, int]]:
    return [(start, min(start + STRIP, size)) for start in range(0, size, STRIP)]


def crc_of(source: int, strip: tuple[int, int]) -> int:
    crc = 0
    for piece in read(source, *strip):
        crc = crc32(piece, crc)
    return crc


def joined(first: int, second: int, length: int) -> int:
    """The CRC of two strings after each other; `length` is that of the second one."""
    return _times(_bytes_on(length), first) ^ second


@cache
def _bytes_on(length: int) -> int:
    """What moves a CRC past that many zero bytes: x to the power of their bits, modulo the polynomial."""
    power, square = ONE, ONE_BYTE_ON
    while length:
        if length & 1:
            power = _times(square, power)
        square = _times(square, square)
        length >>= 1
    return power


def _times(left: int, right: int) -> int:
    """The product of two polynomials over two elements, modulo the CRC's; the highest power is the lowest bit."""
    product = 0
    while left:
        if left & ONE:
            product ^= right
        left = left << 1 & 0xFFFFFFFF
        right = right >> 1 ^ (POLYNOMIAL if right & 1 else 0)
    return product
