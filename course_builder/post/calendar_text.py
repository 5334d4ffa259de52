"""Lines of a calendar file (RFC 5545): what they escape, and how they are folded."""

from collections.abc import Iterable

LINE = 75
"""Bytes of a line; a longer one is folded."""
ESCAPES = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\r\n": "\\n", "\n": "\\n", "\r": "\\n"}


def escaped(text: str) -> str:
    for sign, instead in ESCAPES.items():
        text = text.replace(sign, instead)
    return "".join(sign for sign in text if sign >= " ")


def calendar(lines: Iterable[str]) -> bytes:
    return "".join(_folded(line) for line in lines).encode()


def _folded(line: str) -> str:
    """In lines of at most 75 bytes, never within a letter."""
    folded, length = [], 0
    for sign in line:
        size = len(sign.encode())
        if length + size > LINE:
            folded.append("\r\n ")
            length = 1
        folded.append(sign)
        length += size
    return "".join(folded) + "\r\n"
