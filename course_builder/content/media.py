"""The files a course shows: found from the source's paths, and named for the page."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from urllib.parse import unquote

from course_builder.content.keys import letters
from course_builder.content.tree import Blob, Tree

SUFFIXES: Mapping[str, str] = {
    ".avif": "picture", ".gif": "picture", ".jpeg": "picture", ".jpg": "picture", ".png": "picture",
    ".svg": "picture", ".webp": "picture",
    ".m4v": "film", ".mp4": "film", ".webm": "film",
    ".m4a": "sound", ".mp3": "sound", ".ogg": "sound",
    ".srt": "captions", ".vtt": "captions",
    ".docx": "document", ".odt": "document", ".pdf": "document", ".pptx": "document", ".xlsx": "document",
    ".csv": "document", ".txt": "document",
}  # fmt: skip


RESERVED = {"aux", "con", "nul", "prn"} | {
    f"{port}{number}" for port in ("com", "lpt") for number in range(10)
}
"""Names that Windows keeps for its devices: a portal there could not unpack them."""


@dataclass(frozen=True)
class Media:
    """A file of the course.

    `name` is its name in the page: ASCII, lower-case, unique in the course. `shown` is its path for a person.
    """

    name: str
    path: str
    shown: str
    blob: Blob = field(compare=False, repr=False)

    @property
    def kind(self) -> str:
        return SUFFIXES[PurePosixPath(self.path).suffix.lower()]

    @property
    def url(self) -> str:
        return f"media/{self.name}"


@dataclass
class MediaShelf:
    """Every file the course has asked for so far, so that each gets one name."""

    found: dict[tuple[str, str], Media] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)

    def add(self, owner: str, path: str, blob: Blob) -> Media:
        if (owner, path) not in self.found:
            self.found[owner, path] = Media(self._name(owner, path), path, owner + path, blob)
        return self.found[owner, path]

    def _name(self, owner: str, path: str) -> str:
        name = file_name(path)
        if name in self.names or PurePosixPath(name).stem in RESERVED:
            stem, suffix = PurePosixPath(name).stem, PurePosixPath(name).suffix
            name = file_name(f"{stem}-{letters(f'{owner}{path}'.encode(), 6)}{suffix}")
        self.names.add(name)
        return name


@dataclass(frozen=True)
class MediaFinder:
    """Looks up the paths written in one source file."""

    shelf: MediaShelf
    tree: Tree
    owner: str
    folder: str = ""

    def find(self, path: str) -> Media | str:
        """The file, or the name of the problem: `media_path`, `media_kind`, `media_missing`.

        An address in Markdown can have no space: `%20` is one, where no file is called just that.
        """
        clean = inside(path, self.folder)
        if clean is None:
            return "media_path"
        if PurePosixPath(clean).suffix.lower() not in SUFFIXES:
            return "media_kind"
        for written in (clean, inside(unquote(path), self.folder)):
            blob = self.tree.get(written) if written else None
            if written and blob:
                return self.shelf.add(self.owner, written, blob)
        return "media_missing"


def inside(path: str, folder: str = "") -> str | None:
    """The path below the tree's root, or None when it would leave the tree."""
    if not path or path.startswith("/") or "\\" in path or ":" in path or "\0" in path:
        return None
    parts = [part for part in PurePosixPath(folder, path).parts if part != "."]
    return None if ".." in parts else "/".join(parts)


def file_name(path: str) -> str:
    """`Bild på väntrum.PNG` -> `bild-pa-vantrum.png`: safe in every portal and on every disk."""
    stem, suffix = PurePosixPath(path).stem, PurePosixPath(path).suffix.lower()
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    return (re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80] or "fil") + suffix
