"""Event streams under our own server: no thread each, pages answered all the while, and a stop that is not waited for."""

import os
import signal
import socket
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from bench.load.client import Connection
from bench.load.hours import Hour, hours
from course_builder.settings import Settings
from tests.faults.running import Server
from tests.hang import HANG, answered

STREAMS, NEVER_READ, HALF_OPEN = 150, 20, 40
"""More than the threads of the server, many times over."""


@dataclass
class Live:
    server: Server
    hour: Hour

    def stream(self, key: str) -> socket.socket:
        """Opened, and its head read."""
        made = socket.create_connection(("127.0.0.1", self.server.port), timeout=20)
        made.sendall(
            f"GET /rum/{self.hour.door}/events?s={key} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n".encode()
        )
        return made

    def page(self) -> int:
        connection = Connection(self.server.port)
        status, _ = connection.ask(b"GET /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        connection.close()
        return status


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Live]:
    settings = replace(Settings(), data=str(tmp_path / "data"), threads=4)
    (hour,) = hours(settings, tmp_path, 1)
    server = Server(settings)
    server.start()
    yield Live(server, hour)
    if server.process is not None and server.process.poll() is None:
        server.fall()


def read_until(sock: socket.socket, wanted: bytes) -> bytes:
    data = b""
    while wanted not in data:
        more = sock.recv(65_536)
        assert more, data
        data += more
    return data


def test_streams_hold_no_threads_and_what_is_asked_reaches_them(live: Live) -> None:
    """trust 48: with many streams, some that never read and some that say nothing, pages are answered as before."""
    silent = [live.stream(f"never{number}") for number in range(NEVER_READ)]
    half = [socket.create_connection(("127.0.0.1", live.server.port)) for _ in range(HALF_OPEN)]
    streams = [live.stream(f"s{number}") for number in range(STREAMS)]
    heads = [read_until(one, b"event: room") for one in streams]
    assert all(b"200 OK" in head and b"X-Accel-Buffering: no" in head for head in heads)
    threads = sum(len(list(Path(f"/proc/{child}/task").iterdir())) for child in children(live.server))
    assert threads < STREAMS / 4
    with answered():
        assert [live.page() for _ in range(20)] == [200] * 20
    assert live.hour.ask(live.server.port, "a" * 32) == 200
    assert all(b"a" * 32 in read_until(one, b"a" * 32) for one in streams)
    for one in (*silent, *half, *streams):
        one.close()


def test_a_server_with_open_streams_stops_within_seconds(live: Live) -> None:
    streams = [live.stream(f"s{number}") for number in range(20)]
    for one in streams:
        read_until(one, b"event: room")
    process = live.server.process
    assert process is not None
    os.kill(process.pid, signal.SIGTERM)
    process.wait(HANG)
    assert all(_ended(one) for one in streams)


def _ended(sock: socket.socket) -> bool:
    try:
        while sock.recv(65_536):
            pass
    except ConnectionResetError:
        pass
    return True


def children(server: Server) -> list[str]:
    assert server.process is not None
    pid = server.process.pid
    return Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
