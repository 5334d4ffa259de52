"""One number for everything that people see in a course or that marks their answers."""

from collections.abc import Iterable
from hashlib import sha256

from pydantic import BaseModel

from course_builder.content.media import Media
from course_builder.content.tree import Blob

WHOLE = 16_000_000
"""Files up to this size count by content, larger ones by size and their first and last part."""
END = 65_536


def digest(models: Iterable[BaseModel], texts: Iterable[str], media: Iterable[Media]) -> str:
    """Hexadecimal."""
    stuff = [model.model_dump_json() for model in models]
    stuff += texts
    stuff += (f"{item.name} {_fingerprint(item.blob)}" for item in media)
    return sha256("\0".join(stuff).encode()).hexdigest()


def _fingerprint(blob: Blob) -> str:
    if blob.size <= WHOLE:
        return blob.sha256
    with blob.open() as stream:
        first = stream.read(END)
        stream.seek(-END, 2)
        return sha256(first + stream.read(END)).hexdigest() + str(blob.size)
