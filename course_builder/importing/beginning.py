"""How a file begins, whatever its name says: what tells a web page or a PDF from a table or a text."""

MARKS = b"\xef\xbb\xbf \t\r\n"
LOOKED_AT = 100
"""Bytes."""


def begins(data: bytes, *starts: bytes) -> bool:
    """Past a byte order mark and blanks."""
    return data[:LOOKED_AT].lstrip(MARKS).startswith(starts)
