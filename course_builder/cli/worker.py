"""Gunicorn's worker with threads, which waits for nobody's network: neither its only loop nor its few threads do.

As it comes, its loop stands still for up to two seconds until a client has closed too, a browser that opens a connection
in advance holds a thread for five, and whoever stops in the middle of a head holds one as long as she likes. All of them
wait at the poller here, which costs nothing. An event stream would
hold a thread for an hour: its connection is handed to the hub (`web/room/hub.py`), and the thread is free.

Its threads keep to one core of the machine (`cores.py`).
"""

import selectors
import socket
import time
from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from typing import Any

from gunicorn.http.message import Request
from gunicorn.workers.gthread import TConn, ThreadWorker

from course_builder.cli.cores import OneCore
from course_builder.web.room.handing import HANDED, Stream

LINGER = 2.0
"""Seconds that a client gets to read the last of an answer before its connection is closed for good."""
AT_ONCE = 65_536
HEAD_ENDS = b"\r\n\r\n"
Environ = dict[str, Any]
App = Callable[..., Iterable[bytes]]


class HandedOver(Exception):
    """The answer is a stream that goes on without a thread. `head` is what it begins with."""

    def __init__(self, stream: Stream, head: bytes) -> None:
        super().__init__()
        self.stream, self.head = stream, head


class Worker(ThreadWorker):  # type: ignore[misc]
    wsgi: App
    number = 0
    """Which of the server's processes it is."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._parting: deque[TConn] = deque()

    def load_wsgi(self) -> None:
        super().load_wsgi()
        self.wsgi = partial(_answered, self.wsgi)

    def init_process(self) -> None:
        """All threads of the process begin after this, and keep to its core unless they begin `anywhere`."""
        self._core = OneCore(self.number)
        self._core.stay()
        super().init_process()

    def wait_for_and_dispatch_events(self, timeout: float) -> None:
        super().wait_for_and_dispatch_events(timeout)
        self._core.let_go()

    def handle(self, conn: TConn) -> Any:
        with self._core.at_work():
            return super().handle(conn)

    def handle_request(self, req: Request, conn: TConn) -> bool:
        try:
            return bool(super().handle_request(req, conn))
        except HandedOver as handed:
            handed.stream.take(conn.sock.dup(), handed.head)
            conn.handed = True
            return False

    def enqueue_req(self, conn: TConn) -> None:
        """A new connection gets a thread when it has said the whole head of what it wants."""
        if conn.initialized or conn.data_ready:
            super().enqueue_req(conn)
            return
        conn.sock.setblocking(False)
        conn.set_timeout()
        self.pending_conns.append(conn)
        self.poller.register(conn.sock, selectors.EVENT_READ, partial(self.on_pending_socket_readable, conn))

    def on_pending_socket_readable(self, conn: TConn, client: socket.socket) -> None:
        if _has_said(conn):
            super().on_pending_socket_readable(conn, client)

    def on_client_socket_readable(self, conn: TConn, client: socket.socket) -> None:
        if _has_said(conn):
            super().on_client_socket_readable(conn, client)

    def finish_request(self, conn: TConn, answered: "Future[Any]") -> None:
        if answered.cancelled() or answered.exception() is not None or answered.result():
            super().finish_request(conn, answered)
        elif getattr(conn, "handed", False):
            self.nr_conns -= 1
            conn.close()
        else:
            self._part(conn)

    def murder_pending(self) -> None:
        super().murder_pending()
        now = time.monotonic()
        while self._parting and self._parting[0].timeout <= now:
            self._end(self._parting[0])

    def _part(self, conn: TConn) -> None:
        """Says that nothing more comes, and hears until the client has closed: else what it has not read yet is lost."""
        conn.timeout = time.monotonic() + LINGER
        self._parting.append(conn)
        try:
            conn.sock.setblocking(False)
            self.poller.register(conn.sock, selectors.EVENT_READ, partial(self._hear, conn))
            conn.sock.shutdown(socket.SHUT_WR)
        except (OSError, ValueError):  # gone already
            self._end(conn)

    def _hear(self, conn: TConn, _: socket.socket) -> None:
        try:
            more = conn.sock.recv(AT_ONCE)
        except BlockingIOError:
            return
        except OSError:
            more = b""
        if not more:
            self._end(conn)

    def _end(self, conn: TConn) -> None:
        self._parting.remove(conn)
        with suppress(KeyError, ValueError):  # closed before it was registered
            self.poller.unregister(conn.sock)
        conn.close()
        self.nr_conns -= 1


def _has_said(conn: TConn) -> bool:
    """Whether a thread can go on without waiting: the head is whole, or nothing more is heard, as after one that never ends."""
    heard = getattr(conn, "heard", b"")
    if conn.parser is not None:
        heard = conn.parser.unreader.take_buffered() + heard
    try:
        more = conn.sock.recv(AT_ONCE)
    except BlockingIOError:
        return False
    except OSError:
        more = b""
    conn.heard = heard + more
    if more and HEAD_ENDS not in conn.heard:
        if len(conn.heard) < AT_ONCE:
            return False
        conn.sock.shutdown(socket.SHUT_RD)
    conn.init()
    conn.parser.unreader.unread(conn.heard)
    conn.heard = b""
    return True


def _answered(app: App, environ: Environ, start: Callable[..., Any]) -> Iterable[bytes]:
    """As the application answers. Raises HandedOver when the answer is a stream."""
    begun: list[tuple[str, list[tuple[str, str]]]] = []

    def begin(status: str, headers: list[tuple[str, str]], *error: Any) -> Any:
        begun[:] = [(status, headers)]
        return start(status, headers, *error)

    answer = app(environ, begin)
    stream = environ.get(HANDED)
    if stream is None:
        return answer
    if hasattr(answer, "close"):
        answer.close()
    ((status, headers),) = begun
    lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in headers), "Connection: close"]
    raise HandedOver(stream, "\r\n".join([*lines, "", ""]).encode("latin-1"))
