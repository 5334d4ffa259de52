"""What an event stream sends: each event whole, so that whoever has the newest has all she needs."""

import json
from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

HEARTBEAT = b":\n\n"
REPLACED = b"event: elsewhere\ndata: {}\n\n"
"""To a page that is open in another window too, and has its stream there."""


def frames(documents: Mapping[str, Any]) -> dict[str, bytes]:
    """By the event's name. The id says what it holds, so that nobody is sent again what she has."""
    return {name: _frame(name, one) for name, one in documents.items()}


def known(of: Mapping[str, bytes], last: str) -> dict[str, bytes]:
    """Those that somebody has whose last event had this id."""
    return {name: one for name, one in of.items() if last and one.startswith(f"id: {last}\n".encode())}


def passing(name: str) -> bytes:
    """Something has happened; whoever cares looks herself."""
    return f"event: {name}\ndata: {{}}\n\n".encode()


def _frame(name: str, document: Any) -> bytes:
    data = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    mark = blake2b(f"{name} {data}".encode(), digest_size=8).hexdigest()
    return f"id: {mark}\nevent: {name}\ndata: {data}\n\n".encode()
