"""The portal double: serves built packages, the portal's pages around them, and keeps what it is told."""

import json
import mimetypes
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from tests.portal.pages import nest, portal_page
from tests.portal.sessions import Launch, Session

__all__ = ["Answer", "Launch", "Portal", "Request", "Session"]

DOUBLE = Path(__file__).parent / "double"
REPOSITORY = Path(__file__).resolve().parents[2]
SCORM_AGAIN = REPOSITORY / "node_modules" / "scorm-again" / "dist"
STRICT_CSP = "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors *"
NOTHING: Mapping[str, str] = {}
SCRIPT = "text/javascript"


@dataclass(frozen=True)
class Request:
    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes


Answer = tuple[int, str, bytes, Mapping[str, str]]
Mounted = Callable[[Request], Answer]


class Portal:
    """A server on the loopback, in its own thread."""

    def __init__(self) -> None:
        self._packages: dict[str, Mapping[str, bytes]] = {}
        self._headers: dict[str, Mapping[str, str]] = {}
        self._sessions: dict[int, Session] = {}
        self._mounted: dict[str, Mounted] = {}
        self._numbers = count(1)
        self._server = _Server(self.answer)
        self.port = self._server.server_address[1]
        self.origin = f"http://127.0.0.1:{self.port}"
        self.elsewhere = f"http://localhost:{self.port}"
        Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def upload(self, files: Mapping[str, bytes], headers: Mapping[str, str] | None = None) -> str:
        """The address of a package, under a folder with spaces and Swedish letters."""
        folder = f"/kurser/min kurs åäö {next(self._numbers)}/"
        self._packages[folder] = files
        self._headers[folder] = headers or NOTHING
        return self.origin + quote(folder)

    def begin(self, course: str, launch: Launch) -> Session:
        number = next(self._numbers)
        self._sessions[number] = Session(launch, course, f"/portal/{number}")
        return self._sessions[number]

    def mount(self, prefix: str, mounted: Mounted) -> None:
        """What begins with this path is answered by something else: a cmi5 portal."""
        self._mounted[prefix] = mounted

    def answer(self, request: Request) -> Answer:
        for prefix, mounted in self._mounted.items():
            if request.path.startswith(prefix):
                return mounted(Request(**{**vars(request), "path": request.path.removeprefix(prefix)}))
        if request.method == "POST":
            self._session(request.path).tell(json.loads(request.body))
            return 204, "text/plain", b"", NOTHING
        for folder, files in self._packages.items():
            if request.path.startswith(folder):
                return self._file(folder, files, request.path.removeprefix(folder))
        return self._own(request.path)

    def _session(self, path: str) -> Session:
        return self._sessions[int(path.split("/")[2])]

    def _file(self, folder: str, files: Mapping[str, bytes], name: str) -> Answer:
        if name not in files:
            return 404, "text/plain", b"", NOTHING
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        # A portal's server says no charset: the page has to.
        return 200, kind, files[name], self._headers[folder]

    def _own(self, path: str) -> Answer:
        name = path.rsplit("/", 1)[1]
        if path.startswith("/double/"):
            return 200, SCRIPT, (DOUBLE / name).read_bytes(), NOTHING
        if path.startswith("/scorm-again/"):
            return 200, SCRIPT, (SCORM_AGAIN / name).read_bytes(), NOTHING
        if path.startswith("/portal/"):
            session = self._session(path)
            html = nest(session, int(name)) if "/nest/" in path else portal_page(session, self.origin)
            return 200, "text/html; charset=utf-8", html.encode(), NOTHING
        return (204 if path == "/favicon.ico" else 404), "text/plain", b"", NOTHING


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, respond: Mounted) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.respond = respond

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A tab that goes away in the middle of a request is not news; anything else is."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def log_message(self, *_: Any) -> None:
        """Tests are quiet."""

    def do_GET(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        split = urlsplit(self.path)
        asked = Request(self.command, unquote(split.path), dict(parse_qsl(split.query)), self.headers, body)  # type: ignore[arg-type]
        status, kind, answer, headers = self.server.respond(asked)
        self.send_response(status)
        for name, value in {
            "Content-Type": kind,
            "Content-Length": str(len(answer)),
            "Cache-Control": "no-store",
            **headers,
        }.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer)

    do_POST = do_PUT = do_OPTIONS = do_GET
