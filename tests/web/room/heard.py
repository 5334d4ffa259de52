"""An event stream as a browser reads it."""

import json
from collections.abc import Iterator
from typing import Any

from flask.testing import FlaskClient

STREAM = {"Accept": "text/event-stream"}


def events(client: FlaskClient, address: str, **headers: str) -> Iterator[tuple[str, Any, str]]:
    """Each event's name, what it holds, and its id; the stream ends when the iterator is closed."""
    answer = client.get(address, headers={**STREAM, **headers})
    assert answer.status_code == 200, answer.status_code
    try:
        yield from _told(answer.iter_encoded())
    finally:
        answer.close()


def _told(parts: Iterator[bytes]) -> Iterator[tuple[str, Any, str]]:
    text = ""
    for part in parts:
        text += part.decode()
        while "\n\n" in text:
            frame, _, text = text.partition("\n\n")
            lines = dict(line.split(": ", 1) for line in frame.split("\n") if ": " in line)
            if "event" in lines:
                yield lines["event"], json.loads(lines["data"]), lines.get("id", "")
