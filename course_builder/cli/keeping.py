"""Makes a backup, and tries it before saying that there is one."""

import json
import os
import shutil
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from course_builder.cli import kept
from course_builder.database import copies
from course_builder.database.migrate import level
from course_builder.database.store import Database
from course_builder.library.fingerprint import fingerprint
from course_builder.library.media import media_store
from course_builder.library.media_folder import FolderStore
from course_builder.library.models import MediaBlob
from course_builder.library.store import MediaMissing, MediaStore
from course_builder.settings import Settings

LAST = "last-backup.json"
"""In the data folder: when, and where."""


class TrialFailed(Exception):
    """The copy could be read, but did not give back the rows that were in the database."""


def keep(database: Database, settings: Settings, target: Path, now: datetime) -> tuple[Path, kept.Manifest]:
    """A new folder in `target`, there when it has been tried, and not at all when anything failed."""
    target.mkdir(parents=True, exist_ok=True, mode=0o700)
    place = target / now.strftime("%Y%m%dT%H%M%SZ")
    part = target / f".{place.name}.part"
    part.mkdir(mode=0o700)
    try:
        manifest = _write(database, settings, part, now)
        part.rename(place)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    _remember(settings, place, now)
    return place, manifest


def _write(database: Database, settings: Settings, part: Path, now: datetime) -> kept.Manifest:
    folder = part / kept.DATABASE
    folder.mkdir(mode=0o700)
    copies.save(database, folder)
    at = level(database) or ""
    rows = copies.trial(folder, database, at)
    _secret(settings, part)
    media, missing = _media(database, media_store(settings), FolderStore(part.parent / kept.MEDIA))
    kind = "sqlite" if database.is_sqlite else "postgresql"
    manifest = kept.Manifest(now.isoformat(timespec="seconds"), kind, at, rows, media, missing)
    kept.write(part, manifest)
    if kept.read(part) != manifest:
        raise TrialFailed
    return manifest


def _secret(settings: Settings, part: Path) -> None:
    """What links in letters are signed with, when it is not among the settings."""
    file = settings.folder / kept.SECRET
    if file.is_file():
        with os.fdopen(os.open(part / kept.SECRET, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as copy:
            copy.write(file.read_bytes())


def _media(
    database: Database, source: MediaStore, target: FolderStore
) -> tuple[dict[str, int], tuple[str, ...]]:
    """Copies what the target does not have. Gives what is safe, and what was gone or damaged."""
    with database.reading() as session:
        wanted = session.execute(select(MediaBlob.sha256, MediaBlob.size).order_by(MediaBlob.sha256)).all()
    safe, missing = {}, []
    for sha, size in wanted:
        if _intact(target, sha) or _copied(source, target, sha):
            safe[sha] = size
        else:
            missing.append(sha)
    return safe, tuple(missing)


def _intact(target: FolderStore, sha: str) -> bool:
    """An earlier backup brought it, and it is still what it was."""
    if not target.has(sha):
        return False
    with target.open(sha) as stream:
        return fingerprint(stream).sha256 == sha


def _copied(source: MediaStore, target: FolderStore, sha: str) -> bool:
    try:
        with source.open(sha) as stream:
            came = target.put(stream).sha256
    except MediaMissing:
        return False
    if came != sha:
        target.remove(came)
    return came == sha


def _remember(settings: Settings, place: Path, now: datetime) -> None:
    text = json.dumps({"made": now.isoformat(timespec="seconds"), "place": str(place.absolute())})
    (settings.folder / LAST).write_text(text, "utf-8")
