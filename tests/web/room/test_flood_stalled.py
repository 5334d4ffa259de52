"""trust 48: who stops in the middle of what she asks holds none of the server's few threads, and who is slow is answered."""

import json
import socket
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace

import pytest

from bench.load.hours import hours
from course_builder.settings import Settings
from tests.faults.running import Server
from tests.hang import HANG

STALLED = 30
PAGE = b"GET /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
JSON = "Host: 127.0.0.1\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\n"


@dataclass
class There:
    port: int
    door: str


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> Iterator[There]:
    folder = tmp_path_factory.mktemp("stalled")
    settings = replace(Settings(), data=str(folder / "data"))
    (hour,) = hours(settings, folder, 1)
    server = Server(settings)
    server.start()
    yield There(server.port, hour.door)
    server.fall()


def said(port: int, *pieces: bytes) -> socket.socket:
    """Each piece is on its way by itself."""
    made = socket.create_connection(("127.0.0.1", port), timeout=HANG)
    made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    for piece in pieces:
        made.sendall(piece)
    return made


def status(made: socket.socket) -> int:
    with made.makefile("rb") as answer:
        found = int(answer.readline().split()[1])
        length = 0
        while (line := answer.readline()) != b"\r\n":
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        answer.read(length)
    return found


def test_those_who_stop_in_the_middle_hold_nobody_up(there: There) -> None:
    """Anew on a connection that was answered once, too: many more than there are threads."""
    fresh = [said(there.port, b"GET /sign-in HTTP/1.1\r\nHo") for _ in range(STALLED)]
    again = [said(there.port, PAGE) for _ in range(STALLED)]
    assert [status(one) for one in again] == [200] * STALLED
    for one in again:
        one.sendall(b"GET /sign-in HTTP/1.1\r\nHo")
    assert [status(said(there.port, PAGE)) for _ in range(5)] == [200] * 5
    for one in (fresh[0], again[0]):
        one.sendall(b"st: 127.0.0.1\r\n\r\n")
        assert status(one) == 200
    for one in (*fresh, *again):
        one.close()


def test_a_head_in_pieces_and_a_body_after_it_are_heard(there: There) -> None:
    assert status(said(there.port, *(PAGE[at : at + 1] for at in range(len(PAGE))))) == 200
    body = json.dumps({"token": "a" * 32}).encode()
    head = f"POST /rum/{there.door}/join HTTP/1.1\r\n{JSON}Content-Length: {len(body)}\r\n\r\n".encode()
    assert status(said(there.port, head, body[:5], body[5:])) == 200
    assert status(said(there.port, head + body)) == 200


def test_a_head_without_an_end_is_not_waited_for(there: There) -> None:
    endless = said(there.port, b"GET / HTTP/1.1\r\nX: " + b"x" * 70_000)
    with suppress(ConnectionResetError):  # the rest of it was on its way
        assert endless.recv(1) == b""
