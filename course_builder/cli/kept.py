"""A backup as it lies in a folder: which files, and whether each is still what it was when it was made.

TARGET/media/ab/ab12…            films and pictures, each once, shared by all backups of TARGET
TARGET/20261122T010551Z/         one backup: the database, manifest.json, SHA256SUMS
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from course_builder.library.fingerprint import fingerprint

MANIFEST = "manifest.json"
SUMS = "SHA256SUMS"
"""As `sha256sum -c` reads it."""
DATABASE = "database"
SECRET = "secret"  # noqa: S105 -- the name of a file
MEDIA = "media"
FORMAT = 1


class NoBackup(Exception):
    """The folder holds no backup that this version can read."""


class DamagedBackup(Exception):
    """`files` are missing or no longer what they were, by their path in the backup."""

    def __init__(self, files: list[str]) -> None:
        super().__init__(", ".join(files))
        self.files = files


@dataclass(frozen=True)
class Manifest:
    """What is in a backup, and what it was made of."""

    made: str
    """Moment in UTC."""
    kind: str
    """`sqlite` or `postgresql`."""
    level: str
    """The last migration of its database."""
    rows: Mapping[str, int]
    media: Mapping[str, int]
    """SHA-256 -> bytes."""
    missing: tuple[str, ...] = ()
    """Media that were gone or damaged already when the backup was made."""
    format: int = FORMAT


def write(folder: Path, manifest: Manifest) -> None:
    """The manifest and the sums: the last that is written to a backup."""
    text = json.dumps(asdict(manifest), ensure_ascii=False, indent=1, sort_keys=True)
    (folder / MANIFEST).write_text(text + "\n", "utf-8")
    lines = [f"{_sum(folder / name)}  {name}" for name in _own_files(folder)]
    lines += [f"{sha}  {media_path(sha)}" for sha in sorted(manifest.media)]
    (folder / SUMS).write_text("".join(f"{line}\n" for line in lines), "utf-8")


def read(folder: Path) -> Manifest:
    """Raises NoBackup, or DamagedBackup with every file that is not as it was."""
    if not (folder / SUMS).is_file() and not (folder / MANIFEST).is_file():
        raise NoBackup
    damaged = list(_damaged(folder))
    if damaged:
        raise DamagedBackup(damaged)
    data = json.loads((folder / MANIFEST).read_text("utf-8"))
    if data["format"] != FORMAT:
        raise NoBackup
    return Manifest(**{**data, "missing": tuple(data["missing"])})


def media_path(sha: str) -> str:
    """From the folder of a backup."""
    return f"../{MEDIA}/{sha[:2]}/{sha}"


def _damaged(folder: Path) -> Iterator[str]:
    sums = _sums(folder)
    yield from sorted({*_own_files(folder), MANIFEST} - sums.keys())
    for name, expected in sums.items():
        file = folder / name
        if not file.is_file() or _sum(file) != expected:
            yield name


def _sums(folder: Path) -> dict[str, str]:
    try:
        lines = (folder / SUMS).read_text("utf-8").splitlines()
    except (FileNotFoundError, UnicodeDecodeError):
        raise DamagedBackup([SUMS]) from None
    pairs = [line.partition("  ") for line in lines]
    return {name: sha for sha, _, name in pairs}


def _own_files(folder: Path) -> list[str]:
    files = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return sorted(name for name in files if name != SUMS)


def _sum(file: Path) -> str:
    with file.open("rb") as stream:
        return fingerprint(stream).sha256
