"""What a file is, by what it holds. Its ending says what it should be; only a file that is both is taken in (trust 9)."""

import codecs
import re
from collections.abc import Mapping
from enum import StrEnum
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile

HEAD = 65_536


class Kind(StrEnum):
    PNG = "png"
    JPEG = "jpeg"
    GIF = "gif"
    WEBP = "webp"
    AVIF = "avif"
    HEIC = "heic"
    SVG = "svg"
    MP4 = "mp4"
    QUICKTIME = "quicktime"
    WEBM = "webm"
    MATROSKA = "matroska"
    AVI = "avi"
    WMV = "wmv"
    M4A = "m4a"
    MP3 = "mp3"
    OGG = "ogg"
    PDF = "pdf"
    WORD = "word"
    SHEET = "sheet"
    SLIDES = "slides"
    ODT = "odt"
    OLD_OFFICE = "old-office"
    WEBVTT = "webvtt"
    SRT = "srt"
    TEXT = "text"
    MARKUP = "markup"
    """Text with tags, or anything a browser could take for a page. Never taken in."""


SUFFIXES: Mapping[str, Kind] = {
    ".avif": Kind.AVIF, ".gif": Kind.GIF, ".jpeg": Kind.JPEG, ".jpg": Kind.JPEG, ".png": Kind.PNG, ".svg": Kind.SVG,
    ".webp": Kind.WEBP,
    ".m4v": Kind.MP4, ".mp4": Kind.MP4, ".webm": Kind.WEBM,
    ".m4a": Kind.M4A, ".mp3": Kind.MP3, ".ogg": Kind.OGG,
    ".srt": Kind.SRT, ".vtt": Kind.WEBVTT,
    ".docx": Kind.WORD, ".odt": Kind.ODT, ".pdf": Kind.PDF, ".pptx": Kind.SLIDES, ".xlsx": Kind.SHEET,
    ".csv": Kind.TEXT, ".txt": Kind.TEXT,
}  # fmt: skip
"""Every ending of content.media, and what stands behind it."""
CONVERTED: Mapping[str, Kind] = {
    ".mov": Kind.QUICKTIME, ".qt": Kind.QUICKTIME, ".mkv": Kind.MATROSKA, ".avi": Kind.AVI, ".wmv": Kind.WMV,
}  # fmt: skip
"""Films that are taken in to be made into MP4."""

STARTS: tuple[tuple[bytes, Kind], ...] = (
    (b"\x89PNG\r\n\x1a\n", Kind.PNG), (b"\xff\xd8\xff", Kind.JPEG), (b"GIF87a", Kind.GIF), (b"GIF89a", Kind.GIF),
    (b"%PDF-", Kind.PDF), (b"OggS", Kind.OGG), (b"ID3", Kind.MP3),
    (bytes.fromhex("3026b2758e66cf11"), Kind.WMV), (bytes.fromhex("d0cf11e0a1b11ae1"), Kind.OLD_OFFICE),
)  # fmt: skip
BRANDS: Mapping[bytes, Kind] = {
    b"avif": Kind.AVIF, b"avis": Kind.AVIF, b"heic": Kind.HEIC, b"heix": Kind.HEIC, b"mif1": Kind.HEIC, b"msf1": Kind.HEIC,
    b"qt  ": Kind.QUICKTIME, b"M4A ": Kind.M4A, b"M4B ": Kind.M4A,
}  # fmt: skip
DOC_TYPE = re.compile(rb"\x42\x82[\x81-\x8f]([a-z]{4,8})")
MP3_FRAME = re.compile(rb"\xff[\xfa\xfb\xf2\xf3][\x10-\xef]")
INSIDE: tuple[tuple[str, Kind], ...] = (
    ("word/document.xml", Kind.WORD), ("xl/workbook.xml", Kind.SHEET), ("ppt/presentation.xml", Kind.SLIDES),
)  # fmt: skip
ODT = b"application/vnd.oasis.opendocument.text"
MACROS = re.compile(r"(?:^|/)(?:vbaProject\.bin|Scripts/.*|Basic/.*)$")
TAGS = re.compile(
    r"<\s*(?:!doctype|!--|\?xml|html|head|body|script|iframe|object|embed|style|svg|a\s|img\s)", re.IGNORECASE
)
SVG_ROOT = re.compile(r"\s*(?:<\?xml[^<>]*\?>|<!--.{0,2000}?-->|<!DOCTYPE[^<>]*(?:\[[^\]]*\])?[^<>]*>|\s)*<(?:\w{1,20}:)?svg[\s>/]",
                      re.DOTALL | re.IGNORECASE)  # fmt: skip
TIMES = re.compile(r"^[ \t]*(?:[0-9]+:)?[0-9]{1,2}:[0-9]{2}[.,][0-9]{1,3}[ \t]*-->", re.MULTILINE)
UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")


def kind_of(stream: BinaryIO) -> Kind | None:
    """None for what is not known. Reads the beginning, and of a zip its list of names."""
    head = stream.read(HEAD)
    for start, kind in STARTS:
        if head.startswith(start):
            return kind
    if head[4:8] == b"ftyp":
        return BRANDS.get(head[8:12], Kind.MP4)
    if head.startswith(b"RIFF"):
        return {b"WEBP": Kind.WEBP, b"AVI ": Kind.AVI}.get(head[8:12])
    if head.startswith(b"\x1aE\xdf\xa3"):
        return _matroska(head)
    if head.startswith(b"PK\x03\x04"):
        return _zipped(stream)
    if head[4:8] in (b"moov", b"mdat", b"wide", b"free") and b"\0" in head[:4]:
        return Kind.QUICKTIME
    if MP3_FRAME.match(head):
        return Kind.MP3
    return _written(head)


def _matroska(head: bytes) -> Kind | None:
    said = DOC_TYPE.search(head[:200])
    return {b"webm": Kind.WEBM, b"matroska": Kind.MATROSKA}.get(said[1]) if said else None


def _zipped(stream: BinaryIO) -> Kind | None:
    """An office file without macros; nothing is unpacked but the short name of its type."""
    try:
        with ZipFile(stream) as archive:
            names = archive.namelist()
            if any(MACROS.search(name) for name in names):
                return None
            if names[:1] == ["mimetype"] and archive.getinfo("mimetype").file_size == len(ODT):
                return Kind.ODT if archive.read("mimetype") == ODT else None
    except (BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return None
    if "[Content_Types].xml" not in names:
        return None
    return next((kind for name, kind in INSIDE if name in names), None)


def _written(head: bytes) -> Kind | None:
    """Text of some sort: UTF-8, UTF-16 with its mark, or what an older Windows programme saves."""
    text = _decoded(head)
    if text is None or not text.strip() or UNREADABLE.search(text):
        return None
    if SVG_ROOT.match(text):
        return Kind.SVG
    if text.startswith("WEBVTT"):
        return Kind.WEBVTT
    if TAGS.search(text[:4096]):
        return Kind.MARKUP
    return Kind.SRT if TIMES.search(text[:4096]) else Kind.TEXT


def _decoded(head: bytes) -> str | None:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", errors="replace").removeprefix("\ufeff")
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(head).removeprefix("\ufeff")
    except UnicodeDecodeError:
        return None if b"\0" in head else head.decode("cp1252", errors="replace")
