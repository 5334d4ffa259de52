"""The text of a file that somebody wrote in another program, whichever letters it was saved in."""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE

from course_builder.content.problems import Place, Problem
from course_builder.importing import told

LARGEST = 5_000_000
"""Bytes."""


def text_of(data: bytes, name: str) -> str | Problem:
    """UTF-8 with or without a mark at its beginning, UTF-16 with one, else Windows-1252; line ends as `\\n`."""
    place = Place(name)
    if len(data) > LARGEST:
        return told.TOO_LARGE.at(place, most=LARGEST // 1_000_000)
    try:
        text = _decoded(data)
    except UnicodeDecodeError:
        return told.NOT_TEXT.at(place)
    if "\0" in text:
        return told.NOT_TEXT.at(place)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes) -> str:
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")
