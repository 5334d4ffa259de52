"""The file that an upload grows into. Its length is the truth of how much has come; a piece is acknowledged when it is durable."""

import fcntl
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, BinaryIO

CHUNK = 1 << 20
TOKEN = re.compile(r"[A-Za-z0-9_-]{22,32}")


class NotNext(Exception):
    """A piece that does not begin where the file ends, or comes while another one does. `offset` is where to go on."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


def part_of(folder: Path, token: str) -> Path:
    """The name is ours: a token, never what a person called the file."""
    if TOKEN.fullmatch(token) is None:
        raise ValueError(token)
    return folder / token


def begin(part: Path) -> None:
    part.parent.mkdir(parents=True, exist_ok=True)
    part.touch(mode=0o600)


def offset(part: Path) -> int:
    """Bytes that have come; FileNotFoundError when nothing ever did."""
    return part.stat().st_size


def add(part: Path, start: int, stream: IO[bytes], most: int) -> int:
    """What of the stream is new goes to the end of the file, never beyond `most` bytes in all; the new length.

    A connection that breaks leaves what had come. NotNext; FileNotFoundError; OSError when the disk is full.
    """
    with alone(part) as file:
        there = file.seek(0, os.SEEK_END)
        if start != there:
            raise NotNext(there)
        try:
            while there < most and (piece := stream.read(min(CHUNK, most - there))):
                file.write(piece)
                there += len(piece)
        finally:
            file.flush()
            os.fsync(file.fileno())
    return there


@contextmanager
def alone(part: Path) -> Iterator[BinaryIO]:
    """One at a time, also among several processes; NotNext for the second."""
    with part.open("r+b") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise NotNext(offset(part)) from error
        yield file
