"""Media files that are what their names say, and drawings that hold no program."""

import re
from collections.abc import Iterator, Mapping

from course_builder.content.checks.context import Checked
from course_builder.content.media import Media
from course_builder.content.problems import Code, Place, Problem

HEAD = 512
LARGEST_SVG = 500_000
SIGNATURES: Mapping[str, tuple[bytes, ...]] = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".gif": (b"GIF87a", b"GIF89a"),
    ".webp": (b"RIFF",),
    ".webm": (b"\x1aE\xdf\xa3",),
    ".pdf": (b"%PDF-",),
    ".ogg": (b"OggS",),
    ".mp3": (b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2"),
}
BOX = (".mp4", ".m4v", ".m4a", ".avif")
"""Kinds whose `ftyp` box stands at byte 4 (ISO base media file format)."""
UNSAFE_SVG = re.compile(
    rb"<script|<foreignObject|<!DOCTYPE|<!ENTITY|\son\w+\s*=|javascript:|(?:href|src)\s*=\s*[\"'](?!#|data:image/(?:png|jpeg|webp))",
    re.IGNORECASE,
)

OTHER_KIND = Code("media-mismatch", "error", "Filen {path} är något annat än namnet säger.", "The file {path} is not what its name says.",
                  "Spara om den i rätt format.", "Save it again in the right format.")  # fmt: skip
EMPTY = Code("media-empty", "error", "Filen {path} är tom.", "The file {path} is empty.", "Lägg dit filen på nytt.", "Put the file there again.")  # fmt: skip
UNSAFE = Code("svg-unsafe", "error", "Teckningen {path} innehåller program eller länkar utåt.", "The drawing {path} contains a script or links to other sites.",
              "Spara om den som ren bild, eller som png.", "Save it as a plain picture, or as png.")  # fmt: skip
LARGE_SVG = Code("svg-large", "warning", "Teckningen {path} är större än 500 kB.", "The drawing {path} is larger than 500 kB.", "Förenkla den, eller spara som webp.", "Simplify it, or save it as webp.")  # fmt: skip


def check(checked: Checked) -> Iterator[Problem]:
    for media in checked.course.media:
        code = _wrong(media)
        if code is not None:
            yield code.at(Place(media.shown), path=media.path)


def _wrong(media: Media) -> Code | None:
    if media.blob.size == 0:
        return EMPTY
    suffix = media.name[media.name.rfind(".") :]
    if suffix == ".svg":
        return _drawing(media)
    with media.blob.open() as stream:
        head = stream.read(HEAD)
    if suffix in SIGNATURES and not head.startswith(SIGNATURES[suffix]):
        return OTHER_KIND
    if suffix in BOX and head[4:8] != b"ftyp":
        return OTHER_KIND
    return None


def _drawing(media: Media) -> Code | None:
    if media.blob.size > LARGEST_SVG:
        return LARGE_SVG
    with media.blob.open() as stream:
        text = stream.read()
    if b"<svg" not in text[:2000]:
        return OTHER_KIND
    return UNSAFE if UNSAFE_SVG.search(text) else None
