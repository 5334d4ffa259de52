"""The fonts a package carries: those whose letters its page shows."""

import re
from collections.abc import Iterable

FACE = re.compile(rb"@font-face\{[^}]*url\(\"?(fonts/[^\")]+)\"?\)[^}]*\}")
EXTENDED = re.compile("[\u0100-\u017f]")
"""Latin Extended-A: Sami, Polish, Turkish. The fonts for it have names of their own."""


def needed(sheet: bytes, html: str) -> list[str]:
    """The font files a page needs, of those its style sheet names."""
    extended = EXTENDED.search(html) is not None
    named = sorted({name.decode() for name in FACE.findall(sheet)})
    return [name for name in named if extended or "-ext." not in name]


def only(sheet: bytes, kept: Iterable[str]) -> bytes:
    """The style sheet without the faces of fonts that are not kept."""
    names = {path.encode() for path in kept}
    return FACE.sub(lambda face: face[0] if face[1] in names else b"", sheet)
