"""Files that are whole or not there at all."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkstemp
from typing import BinaryIO

FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file beside `path` that takes its place when the block ends well, and vanishes when it does not.

    OSError (disk full, no right to write) passes through with nothing left behind, and names `path`.
    """
    with _named(path):
        descriptor, name = mkstemp(dir=path.parent, prefix=_beside(path), suffix=".part")
        part = Path(name)
        try:
            with os.fdopen(descriptor, "w+b") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            part.chmod(0o644)
            part.replace(path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise


def _beside(path: Path) -> str:
    return f".{path.name}."


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """The system names the unfinished file, or none when the disk is full; a person knows the one asked for."""
    try:
        yield
    except OSError as error:
        unnamed = error.filename is None and error.errno in FULL
        if unnamed or Path(str(error.filename)).name.startswith(_beside(path)):
            error.filename, error.filename2 = str(path), None
        raise
