"""An event stream as an answer to a request. Our own server hands its connection to the hub, and the thread that
answered is free (`cli/worker.py`); a plain server reads the other end of a pair of sockets, on a thread for each.
"""

import socket
from collections.abc import Iterator

from flask import Response, request

from course_builder.web.room.hub import Hub
from course_builder.web.room.listener import Channel

HANDED = "course_builder.stream"
"""In the environment of a request: the stream that its connection becomes."""
TYPE = "text/event-stream"
AT_ONCE = 65_536
OPENING = b"retry: 2000\n\n"


class Stream:
    def __init__(self, hub: Hub, channel: Channel, key: str, last: str) -> None:
        self._hub, self._channel, self._key, self._last = hub, channel, key, last

    def take(self, sock: socket.socket, head: bytes) -> None:
        """`head` is what goes before the first event."""
        self._hub.add(sock, self._channel, self._key, self._last, head + OPENING)

    def __iter__(self) -> Iterator[bytes]:
        ours, theirs = socket.socketpair()
        self.take(theirs, b"")
        try:
            while data := ours.recv(AT_ONCE):
                yield data
        finally:
            ours.close()


def answer(hub: Hub, channel: Channel, key: str) -> Response:
    """No proxy may gather what is sent, and nobody keep it."""
    stream = Stream(hub, channel, key, request.headers.get("Last-Event-ID", "")[:40])
    request.environ[HANDED] = stream
    response = Response(iter(stream), content_type=TYPE)
    response.headers.update({"Cache-Control": "no-store", "X-Accel-Buffering": "no"})
    return response
