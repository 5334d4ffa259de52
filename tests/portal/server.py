"""The portal double: serves built packages, the portal's pages around them, and keeps what it is told."""

import json
import mimetypes
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path
from threading import Condition, Thread
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlsplit

DOUBLE = Path(__file__).parent / "double"
REPOSITORY = Path(__file__).resolve().parents[2]
SCORM_AGAIN = REPOSITORY / "node_modules" / "scorm-again" / "dist"
LIBRARY = {"1.2": "scorm12.min.js", "2004": "scorm2004.min.js"}
STRICT_CSP = "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors *"


@dataclass
class Launch:
    """How the portal opens a course, and how it misbehaves."""

    version: str = "1.2"
    window: str = "iframe"  # iframe sandbox scripts-only popup nested foreign opener
    mode: str = "normal"
    mastery: float | None = None
    learner: str = "Öberg, Åsa"
    stored: dict[str, str] = field(default_factory=dict)
    lacks: tuple[str, ...] = ()
    refuses: tuple[str, ...] = ()
    late: int = 0
    slow: int = 0
    lose: int | str = 0
    mutters: bool = False
    both: bool = False

    def seeds(self) -> dict[str, str]:
        """What the portal's object knows before the course starts."""
        if self.version == "1.2":
            own = {
                "cmi.core.student_id": "p-1", "cmi.core.student_name": self.learner,
                "cmi.core.credit": "credit" if self.mode == "normal" else "no-credit", "cmi.core.lesson_mode": self.mode,
            }  # fmt: skip
            if self.mastery is not None:
                own["cmi.student_data.mastery_score"] = f"{self.mastery * 100:g}"
        else:
            own = {
                "cmi.learner_id": "p-1", "cmi.learner_name": self.learner,
                "cmi.credit": "credit" if self.mode == "normal" else "no-credit", "cmi.mode": self.mode,
            }  # fmt: skip
            if self.mastery is not None:
                own["cmi.scaled_passing_score"] = f"{self.mastery:g}"
        return own | self.stored


@dataclass
class Session:
    """One launch: its calls in order, and what had been kept when the portal last heard."""

    number: int
    launch: Launch
    course: str
    home: str
    told: list[dict[str, Any]] = field(default_factory=list)
    heard: Condition = field(default_factory=Condition)

    def tell(self, what: dict[str, Any]) -> None:
        with self.heard:
            self.told.append(what)
            self.told.sort(key=lambda one: one["number"])
            self.heard.notify_all()

    @property
    def calls(self) -> list[dict[str, Any]]:
        return [one for one in self.told if "verb" in one]

    @property
    def violations(self) -> list[str]:
        return [one["violation"] for one in self.told if "violation" in one]

    @property
    def kept(self) -> dict[str, str]:
        """The values of the last commit or finish that reached the portal."""
        snapshots = [one["kept"] for one in self.told if "kept" in one]
        return self.launch.stored | snapshots[-1] if snapshots else dict(self.launch.stored)

    @property
    def finished(self) -> bool:
        """The course has said goodbye, and all it said before has arrived too: beacons overtake each other."""
        last = max((one["number"] for one in self.calls if one["verb"] == "finish"), default=None)
        return last is not None and [one["number"] for one in self.told][:last] == list(range(1, last + 1))

    def count(self, verb: str) -> int:
        return sum(call["verb"] == verb for call in self.calls)

    def sets(self, element: str) -> list[str]:
        """Every value the course has set, in order."""
        return [
            call["args"][1] for call in self.calls if call["verb"] == "set" and call["args"][0] == element
        ]

    def interactions(self) -> list[dict[str, str]]:
        rows: dict[int, dict[str, str]] = {}
        for call in self.calls:
            if call["verb"] == "set" and call["args"][0].startswith("cmi.interactions."):
                _, _, number, name = call["args"][0].split(".", 3)
                rows.setdefault(int(number), {})[name] = call["args"][1]
        return [rows[number] for number in sorted(rows)]

    def next_launch(self, **changes: Any) -> Launch:
        """The same person comes back: a portal keeps nothing of an attempt that was not suspended."""
        kept = self.kept
        is_12 = self.launch.version == "1.2"
        suspended = kept.get("cmi.core.exit" if is_12 else "cmi.exit") == "suspend"
        lasting = {name: value for name, value in kept.items() if not name.endswith(("session_time", "exit"))}
        if not suspended and not is_12:
            lasting = {}
        lasting["cmi.core.entry" if is_12 else "cmi.entry"] = "resume" if suspended else ""
        return Launch(**{**vars(self.launch), "stored": lasting, **changes})


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
        self._headers: dict[str, dict[str, str]] = {}
        self._sessions: dict[int, Session] = {}
        self._mounted: dict[str, Mounted] = {}
        self._numbers = count(1)
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
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
        self._headers[folder] = dict(headers or {})
        return self.origin + quote(folder)

    def mount(self, prefix: str, mounted: "Mounted") -> None:
        """What begins with this path is answered by something else: a cmi5 portal."""
        self._mounted[prefix] = mounted

    def begin(self, course: str, launch: Launch) -> Session:
        number = next(self._numbers)
        session = Session(number, launch, course, f"/portal/{number}")
        self._sessions[number] = session
        return session

    def _handler(portal) -> type[BaseHTTPRequestHandler]:  # noqa: N805 -- the handler's own self is in the way
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_: Any) -> None:
                pass

            def do_GET(self) -> None:
                self._serve()

            def do_POST(self) -> None:
                self._serve()

            def do_PUT(self) -> None:
                self._serve()

            def _serve(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                split = urlsplit(self.path)
                for prefix, mounted in portal._mounted.items():
                    if split.path.startswith(prefix):
                        query = dict(parse_qsl(split.query))
                        request = Request(self.command, split.path[len(prefix) :], query, dict(self.headers.items()), body)
                        return self._answer(*mounted(request))
                if self.command == "POST":
                    number = int(self.path.split("/")[2])
                    portal._sessions[number].tell(json.loads(body))
                    return self._answer(204, "text/plain", b"", {})
                return self._answer(*portal.page(unquote(split.path)))

            def _answer(self, status: int, kind: str, body: bytes, headers: Mapping[str, str]) -> None:
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.send_header("Cache-Control", "no-store")
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

        return Handler

    def page(self, path: str) -> Answer:
        for folder, files in self._packages.items():
            if path.startswith(folder):
                return self._file(folder, files, path[len(folder) :])
        if path.startswith("/double/"):
            return 200, "text/javascript", (DOUBLE / Path(path).name).read_bytes(), {}
        if path.startswith("/scorm-again/"):
            return 200, "text/javascript", (SCORM_AGAIN / Path(path).name).read_bytes(), {}
        if path.startswith("/portal/"):
            _, _, number, *rest = path.split("/")
            session = self._sessions[int(number)]
            html = nest(session, int(rest[1])) if rest else portal_page(session, self)
            return 200, "text/html; charset=utf-8", html.encode(), {}
        return (204 if path == "/favicon.ico" else 404), "text/plain", b"", {}

    def _file(
        self, folder: str, files: Mapping[str, bytes], name: str
    ) -> Answer:
        if name not in files:
            return 404, "text/plain", b"", {}
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        # A portal's server says no charset: the page has to.
        return 200, kind, files[name], self._headers[folder]


FRAMES = {
    "iframe": '<iframe src="{course}index.html"></iframe>',
    "sandbox": '<iframe sandbox="allow-scripts allow-same-origin" src="{course}index.html"></iframe>',
    "scripts-only": '<iframe sandbox="allow-scripts" src="{course}index.html"></iframe>',
    "nested": '<iframe src="{home}/nest/6"></iframe>',
    "foreign": '<iframe src="{course}index.html"></iframe>',
    "popup": '<button id="open">Öppna kursen</button>',
    "opener": '<button id="open">Öppna kursen</button>',
}


def portal_page(session: Session, portal: Portal) -> str:
    launch = session.launch
    config = {
        **{
            name: getattr(launch, name)
            for name in ("version", "mode", "lacks", "refuses", "late", "slow", "lose", "mutters", "both")
        },
        "stored": launch.seeds(),
        "frame": FRAMES[launch.window].format(course=session.course, home=session.home),
        "home": portal.origin + session.home,
        "course": f"{session.home}/nest/2" if launch.window == "opener" else session.course + "index.html",
    }
    return (
        '<!doctype html><html lang="sv"><meta charset="utf-8"><title>Portalen</title>'
        '<link rel="icon" href="data:,"><style>iframe{width:100%;height:90vh;border:0}</style>'
        f'<script type="application/json" id="config">{json.dumps(config)}</script>'
        f'<script src="/scorm-again/{LIBRARY[launch.version]}"></script><script type="module" src="/double/portal.js"></script>'
        "<body></body></html>"
    )


def nest(session: Session, depth: int) -> str:
    inner = f"{session.home}/nest/{depth - 1}" if depth > 1 else f"{session.course}index.html"
    return f'<!doctype html><title>Ram {depth}</title><style>iframe{{width:100%;height:90vh;border:0}}</style><iframe src="{inner}"></iframe>'
