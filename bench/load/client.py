"""A client that costs little: ready-made requests over one kept connection."""

import json
import socket
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass, field


class Connection:
    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.reader = self.socket.makefile("rb")

    def ask(self, request: bytes) -> tuple[int, bytes]:
        self.socket.sendall(request)
        status = int(self.reader.readline().split()[1])
        length = 0
        while (line := self.reader.readline()) != b"\r\n":
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        return status, self.reader.read(length)

    def close(self) -> None:
        self.reader.close()
        self.socket.close()


def get(path: str, token: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: cb={token}\r\n\r\n".encode()


def post(path: str, token: str, csrf: str, body: object) -> bytes:
    data = json.dumps(body).encode()
    head = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: cb={token}\r\nX-CSRF-Token: {csrf}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\nContent-Length: {len(data)}\r\n\r\n"
    return head.encode() + data


@dataclass
class Heard:
    """Seconds of each answer, and what was not 200."""

    times: list[float] = field(default_factory=list)
    refused: list[tuple[int, bytes]] = field(default_factory=list)
    spent: float = 0.0

    def at(self, share: float) -> float:
        return sorted(self.times)[min(len(self.times) - 1, int(share * len(self.times)))]

    @property
    def rate(self) -> float:
        return len(self.times) / self.spent


def all_at_once(port: int, work: Iterable[Iterable[bytes]], seconds: float) -> Heard:
    """One thread for each list of requests, each sending the next when the last is answered."""
    heard, lock = Heard(), threading.Lock()
    begin = threading.Event()
    last = [0.0]

    def send(requests: Iterable[bytes]) -> None:
        connection = Connection(port)
        times, refused = [], []
        begin.wait()
        for request in requests:
            started = time.perf_counter()
            if started > last[0]:
                break
            status, body = connection.ask(request)
            times.append(time.perf_counter() - started)
            if status != 200:
                refused.append((status, body[:200]))
        connection.close()
        with lock:
            heard.times += times
            heard.refused += refused

    threads = [threading.Thread(target=send, args=(requests,)) for requests in work]
    for thread in threads:
        thread.start()
    started = time.perf_counter()
    last[0] = started + seconds
    begin.set()
    for thread in threads:
        thread.join()
    heard.spent = time.perf_counter() - started
    return heard
