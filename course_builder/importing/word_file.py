"""A Word document looked through before it is opened: a zip of XML, without anything that multiplies or fetches."""

from collections import Counter
from io import BytesIO

from course_builder.content.problems import Place, Problem
from course_builder.importing import told
from course_builder.importing.zip_tree import ZipRefused, open_zip

LARGEST = 60_000_000
"""Bytes of the file, with its pictures."""
LARGEST_XML = 5_000_000
"""Bytes of all text in it, unpacked: many hundred pages."""
DOCUMENT = "word/document.xml"
OLE = b"\xd0\xcf\x11\xe0"
COUNTED = {b"<c:chart ": "drawing", b"<dgm:relIds ": "drawing", b"<w:object>": "drawing", b"<m:oMath>": "formula", b"<w:commentReference ": "comment"}  # fmt: skip
"""What is silently passed over when the text is read."""


def look(data: bytes, name: str, dropped: Counter[str], document: str = DOCUMENT) -> Problem | None:
    """Why it cannot be opened; counts what will not come along. `document` is the part that holds its text."""
    place = Place(name)
    if len(data) > LARGEST:
        return told.TOO_LARGE.at(place, most=LARGEST // 1_000_000)
    if data.startswith(OLE):
        return told.OLD_WORD.at(place)
    try:
        tree = open_zip(BytesIO(data))
        parts = {path: tree.get(path) for path in tree.paths() if path.lower().endswith((".xml", ".rels"))}
        if document not in parts:
            return told.NO_WORD.at(place)
        left = LARGEST_XML
        for path, blob in parts.items():
            left -= blob.size if blob else 0
            if blob is None or left < 0:
                return told.TOO_LARGE.at(place, most=LARGEST_XML // 1_000_000)
            with blob.open() as stream:
                text = stream.read().replace(b"\0", b"")
            if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
                return told.BROKEN_WORD.at(place)
            if path == DOCUMENT:
                dropped.update({what: text.count(sign) for sign, what in COUNTED.items()})
    except ZipRefused:
        return told.NO_WORD.at(place)
    return None
