"""Zips made for tests: sound ones, and ones that no packer would make."""

import io
import struct
from collections.abc import Iterable
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo
from zlib import compressobj, crc32

COURSE = {
    "course.yaml": "id: liten\ntitle: Liten kurs\nmodules: []\n",
    "start.md": "---\nid: start\n---\n# Start\n\nEtt väntrum i ögonhöjd.\n",
    "media/väntrum.png": b"\x89PNG\r\n" + bytes(range(256)) * 4,
    "media/film.vtt": "WEBVTT\n\n00:00.000 --> 00:02.000\nHej\n" * 20,
}


def packed(files: Iterable[tuple[str, str | bytes]], kind: int = ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w", kind) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return out.getvalue()


def linked(name: str, target: str) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        entry = ZipInfo(name)
        entry.create_system, entry.external_attr = 3, 0o120777 << 16
        archive.writestr(entry, target)
    return out.getvalue()


def raw_entry(
    name: bytes, data: bytes, size: int, crc: int, flags: int = 0x800, offset: int = 0
) -> tuple[bytes, bytes]:
    """The local header and the line of the list, for whatever they claim."""
    packed_size = len(data)
    local = (
        struct.pack("<4s5H3L2H", b"PK\3\4", 20, flags, 8, 0, 33, crc, packed_size, size, len(name), 0) + name
    )
    listed = struct.pack(
        "<4s6H3L5H2L",
        b"PK\1\2",
        20,
        20,
        flags,
        8,
        0,
        33,
        crc,
        packed_size,
        size,
        len(name),
        0,
        0,
        0,
        0,
        0,
        offset,
    )
    return local, listed + name


def ended(before: bytes, listed: bytes, count: int) -> bytes:
    return (
        before
        + listed
        + struct.pack(
            "<4s4H2LH", b"PK\5\6", 0, 0, count & 0xFFFF, count & 0xFFFF, len(listed), len(before), 0
        )
    )


def deflated(data: bytes) -> bytes:
    packer = compressobj(9, wbits=-15)
    return packer.compress(data) + packer.flush()


def one(name: bytes, content: bytes, size: int | None = None, flags: int = 0x800) -> bytes:
    """A zip of one entry whose bytes are as given and whose size may lie."""
    data = deflated(content)
    local, listed = raw_entry(name, data, len(content) if size is None else size, crc32(content), flags)
    return ended(local + data, listed, 1)


def overlapping(count: int, kernel: bytes) -> bytes:
    """Every entry is the same packed bytes."""
    data = deflated(kernel)
    local, _ = raw_entry(b"a", data, len(kernel), crc32(kernel))
    lines = [raw_entry(b"a", data, len(kernel), crc32(kernel))[1]]
    lines += [raw_entry(b"%x" % number, data, len(kernel), crc32(kernel))[1] for number in range(1, count)]
    return ended(local + data, b"".join(lines), count)


def quoted_overlap(count: int, kernel: bytes) -> bytes:
    """Each entry quotes the header of the next in a stored piece of its own stream, so all of them end together."""
    data = deflated(kernel)
    tail, size, crc = data, len(kernel), crc32(kernel)
    listed: list[tuple[bytes, int, int, int]] = []
    content = kernel
    for number in reversed(range(count)):
        name = b"%04d" % number
        local, _ = raw_entry(name, tail, size, crc)
        listed.append((name, len(tail), size, crc))
        quote = local
        content = quote + content
        tail = struct.pack("<BHH", 0, len(quote), len(quote) ^ 0xFFFF) + quote + tail
        size, crc = len(content), crc32(content)
    body = tail[5:]
    lines, at = b"", 0
    for name, length, size, crc in reversed(listed):
        lines += (
            struct.pack(
                "<4s6H3L5H2L",
                b"PK\1\2",
                20,
                20,
                0x800,
                8,
                0,
                33,
                crc,
                length,
                size,
                len(name),
                0,
                0,
                0,
                0,
                0,
                at,
            )
            + name
        )
        at += 30 + len(name) + 5
    return ended(body, lines, count)


def many_empty(count: int) -> bytes:
    local, _ = raw_entry(b"a", b"", 0, 0)
    lines = b"".join(raw_entry(b"%x" % number, b"\3\0", 0, 0, offset=0)[1] for number in range(count))
    return ended(local + b"\3\0", lines, count)
