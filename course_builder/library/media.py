"""Films, pictures and documents of releases, each kept once under its SHA-256. A row is written after its file is safe."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.util import find_spec

from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.library.fingerprint import fingerprint
from course_builder.library.media_folder import FolderStore
from course_builder.library.models import MediaBlob
from course_builder.library.store import Held, MediaStore
from course_builder.settings import Settings

NOT_A_BUCKET = (
    "COURSE_BUILDER_MEDIA_URL ska vara tom eller börja med s3://.",
    "COURSE_BUILDER_MEDIA_URL should be empty or begin with s3://.",
)
NO_EXTRA = (
    "Det som behövs för en S3-hink är inte installerat. Installera course-builder[s3].",
    "What an S3 bucket needs is not installed. Install course-builder[s3].",
)


class StoreUnusable(Exception):
    """The settings ask for a store that cannot be had; the message is for the administrator."""

    def __init__(self, sv: str, en: str) -> None:
        super().__init__(f"{sv} / {en}")
        self.sv, self.en = sv, en


def media_store(settings: Settings) -> MediaStore:
    """The folder `media` in the data folder, or the bucket that the settings name; StoreUnusable."""
    if settings.media_url:
        if not settings.media_url.startswith("s3://"):
            raise StoreUnusable(*NOT_A_BUCKET)
        if find_spec("obstore") is None:
            raise StoreUnusable(*NO_EXTRA)
        from course_builder.library.bucket import BucketStore  # noqa: PLC0415 -- an extra that few install

        return BucketStore(settings.media_url)
    return FolderStore(settings.folder / "media")


@dataclass(frozen=True)
class Orphans:
    """Files without a row, and rows without a file, by SHA-256."""

    stray: tuple[Held, ...]
    missing: tuple[str, ...]


def orphans(session: Session, store: MediaStore) -> Orphans:
    known = set(session.scalars(select(MediaBlob.sha256)))
    held = {one.sha256: one for one in store.held()}
    stray = tuple(held[sha] for sha in sorted(held.keys() - known))
    return Orphans(stray, tuple(sorted(known - held.keys())))


def sweep(session: Session, store: MediaStore, before: datetime) -> Sequence[str]:
    """Remove stray files that came before then: a release under way may be about to write the rows of newer ones."""
    gone = [one.sha256 for one in orphans(session, store).stray if one.since < before]
    for sha in gone:
        store.remove(sha)
    return gone


def damaged(session: Session, store: MediaStore) -> Iterator[str]:
    """Files that no longer are what their name says. Reads every one."""
    for sha in session.scalars(select(MediaBlob.sha256).order_by(MediaBlob.sha256)):
        if not store.has(sha):
            continue
        with store.open(sha) as stream:
            if fingerprint(stream).sha256 != sha:
                yield sha
