"""One open event stream: what is on its way to it, and what it has. It holds a socket, and nothing else."""

import socket
from collections.abc import Mapping
from dataclasses import dataclass, field

Channel = tuple[str, int]
"""Who looks (`leader`, `wall` or `phone`), and at which hour."""
LITTLE = 16_384
"""Bytes the system keeps for somebody who does not read; more would only grow old."""
UNHEARD_MS = 30_000
"""Until a phone that went without a word is known to be gone."""


@dataclass(eq=False, slots=True)
class Listener:
    """`key` is the page's own: a page has one stream, and its new one replaces the old. Times are monotonic seconds."""

    sock: socket.socket
    channel: Channel
    key: str
    last: str
    """The id of the last event the page has."""
    out: bytes
    until: float
    beat: float
    waiting: dict[str, bytes] = field(default_factory=dict)
    has: Mapping[str, bytes] = field(default_factory=dict)
    stuck: float | None = None
    """Since when it has not read."""

    def prepare(self) -> None:
        """Raises OSError when it is gone already."""
        self.sock.setblocking(False)
        if self.sock.family != socket.AF_UNIX:
            self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, LITTLE)
            self.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, UNHEARD_MS)

    def offer(self, frames: Mapping[str, bytes]) -> None:
        """Only what it has not got. Of each event the newest counts: what has not left yet is replaced."""
        for name, frame in frames.items():
            if self.has.get(name) != frame:
                self.waiting[name] = frame
        self.has = frames

    def say(self, frame: bytes) -> None:
        """Besides."""
        self.waiting[f"{len(self.waiting)}"] = frame

    def flush(self, now: float) -> bool:
        """Whether everything has left. Raises OSError when nobody is there any more."""
        try:
            while self.out or self.waiting:
                self.out = self.out or self.waiting.pop(next(iter(self.waiting)))
                self.out = self.out[self.sock.send(self.out) :]
                self.stuck = None
        except BlockingIOError:
            self.stuck = self.stuck or now
            return False
        return True

    def gone(self) -> bool:
        """Whether the other end has closed; what it says is not heard."""
        try:
            return not self.sock.recv(LITTLE)
        except BlockingIOError:
            return False
        except OSError:
            return True
