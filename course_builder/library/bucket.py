"""Media in an S3 bucket, through obstore (the extra `s3`). Keys and address are read from `AWS_…` in the environment."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from io import BufferedReader, RawIOBase
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, BinaryIO, cast

import obstore
from obstore.exceptions import BaseError
from obstore.store import S3Store

from course_builder.library.fingerprint import CHUNK, Fingerprint, Fingerprinter, fingerprint, pieces
from course_builder.library.store import SHA256, Held, MediaMissing, StoreUnreachable

TRIES = 3
PATIENCE = timedelta(seconds=10)
"""Somebody waits for the page that shows the film."""


class BucketStore:
    """`s3://bucket` or `s3://bucket/folder`."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._store = S3Store.from_url(
            url,
            retry_config={"max_retries": TRIES, "retry_timeout": PATIENCE},
        )

    def __eq__(self, other: object) -> bool:
        return isinstance(other, BucketStore) and other.url == self.url

    def __hash__(self) -> int:
        return hash(self.url)

    def has(self, sha256: str) -> bool:
        return self._size(sha256) is not None

    def put(self, stream: BinaryIO) -> Fingerprint:
        """The name is the hash, so the file is read through before it is sent."""
        taken = Fingerprinter()
        with TemporaryFile() as file:
            for piece in pieces(stream):
                taken.add(piece)
                file.write(piece)
            file.seek(0)
            made = taken.done()
            with _reached():
                obstore.put(self._store, _key(made.sha256), cast(BinaryIO, file))
        return made

    def take(self, file: Path) -> Fingerprint:
        with file.open("rb") as stream:
            made = fingerprint(stream)
            stream.seek(0)
            with _reached():
                obstore.put(self._store, _key(made.sha256), stream)
        file.unlink()
        return made

    def open(self, sha256: str) -> BinaryIO:
        size = self._size(sha256)
        if size is None:
            raise MediaMissing(sha256)
        return cast(BinaryIO, BufferedReader(_Ranges(self._store, _key(sha256), size), CHUNK))

    def held(self) -> Iterator[Held]:
        with _reached():
            for page in obstore.list(self._store):
                for one in page:
                    name = one["path"].rpartition("/")[2]
                    if SHA256.fullmatch(name):
                        yield Held(name, one["last_modified"])

    def remove(self, sha256: str) -> None:
        with _reached():
            obstore.delete(self._store, _key(sha256))

    def _size(self, sha256: str) -> int | None:
        """None when it is not there."""
        try:
            with _reached():
                return obstore.head(self._store, _key(sha256))["size"]
        except FileNotFoundError:
            return None


@contextmanager
def _reached() -> Iterator[None]:
    try:
        yield
    except BaseError as error:
        raise StoreUnreachable(str(error).partition("\n")[0]) from error


def _key(sha256: str) -> str:
    if SHA256.fullmatch(sha256) is None:
        raise MediaMissing(sha256)
    return f"{sha256[:2]}/{sha256}"


class _Ranges(RawIOBase):
    """A file of the bucket, fetched in the pieces that are read."""

    def __init__(self, store: S3Store, key: str, size: int) -> None:
        self._store, self._key, self._size, self._at = store, key, size, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = 0) -> int:
        self._at = max(0, offset + (0, self._at, self._size)[whence])
        return self._at

    def readinto(self, buffer: Any) -> int:
        end = min(self._at + len(buffer), self._size)
        if self._at >= end:
            return 0
        with _reached():
            piece = memoryview(obstore.get_range(self._store, self._key, start=self._at, end=end))
        buffer[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)
