"""The step between reading a course and releasing it: its media made safe, outside any transaction."""

from dataclasses import dataclass

from course_builder.library.gather import Gathered
from course_builder.library.store import MediaStore


class FileChanged(Exception):
    """A film or picture changed while it was being copied. Publishing again is enough."""


@dataclass(frozen=True)
class Ready:
    """A course whose media are durable in the store."""

    gathered: Gathered
    store: MediaStore


def keep_media(store: MediaStore, gathered: Gathered) -> Ready:
    """Copies what the store does not hold; FileChanged when a file is no longer what was checked."""
    for sha, medium in gathered.media.items():
        if store.has(sha):
            continue
        with medium.blob.open() as stream:
            if store.put(stream).sha256 != sha:
                raise FileChanged(sha)
    return Ready(gathered, store)
