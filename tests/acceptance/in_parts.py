"""A package served in parts, as most portals do; without them nobody can move about in a film."""

import mimetypes
import re
from collections.abc import Mapping
from urllib.parse import unquote, urlsplit

from tests.portal.server import Answer, Mounted, Portal, Request

PART = re.compile(r"bytes=(\d+)-(\d*)")


def upload(portal: Portal, files: Mapping[str, bytes]) -> str:
    """The address of the package."""
    address = portal.upload(files)
    portal.mount(unquote(urlsplit(address).path), _serving(files))
    return address


def _serving(files: Mapping[str, bytes]) -> Mounted:
    def answer(request: Request) -> Answer:
        if request.path not in files:
            return 404, "text/plain", b"", {}
        kind = mimetypes.guess_type(request.path)[0] or "application/octet-stream"
        return _part(request.headers.get("Range", ""), kind, files[request.path])

    return answer


def _part(wanted: str, kind: str, data: bytes) -> Answer:
    found = PART.fullmatch(wanted)
    if not found:
        return 200, kind, data, {"Accept-Ranges": "bytes"}
    first, last = int(found[1]), min(int(found[2] or len(data)), len(data) - 1)
    return 206, kind, data[first : last + 1], {"Content-Range": f"bytes {first}-{last}/{len(data)}"}
