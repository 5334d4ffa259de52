"""A large film sent through the application in pieces, with a cut on the way: how long it takes and how much memory."""

import json
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bench.load.client import Connection, get, post
from bench.load.school import opened
from bench.load.serving import application
from bench.load.trainer import Trainer, begin
from bench.table import seconds, show
from course_builder.library.drafts.models import Kind
from course_builder.library.drafts.saving import create
from course_builder.settings import Settings

FILM_BYTES = 500_000_000
PIECE = 8_000_000
COURSE = "kurs"
FILM = ("-f", "lavfi", "-i", "testsrc=d=2:s=160x90:r=10", "-c:v", "libx264", "-pix_fmt", "yuv420p")


@dataclass(frozen=True)
class Sent:
    """Bytes and seconds; the peak is of the server's own processes, in MB."""

    size: int
    seconds: float
    at_rest_mb: float
    peak_mb: float
    resumed_at: int
    path: str


def upload(folder: Path) -> None:
    sent = send(folder, FILM_BYTES)
    show(
        "A 500 MB film through the application, cut once and resumed (goal: 150 MB of memory)",
        ["", "seconds", "at rest", "peak memory", "went on at"],
        [[sent.path, seconds(sent.seconds), f"{sent.at_rest_mb:.0f} MB", f"{sent.peak_mb:.0f} MB", f"{sent.resumed_at / 1e6:.0f} MB"]],
    )  # fmt: skip


def send(folder: Path, size: int) -> Sent:
    """As a browser does: begin, pieces, a connection that breaks in the middle of one, ask, go on, finish."""
    data = folder / "data"
    film = large_film(folder / "film.mp4", size)
    with opened(Settings(data=str(data))) as database, database.writing() as session:
        her = begin(session)
        create(
            session,
            Kind.COURSE,
            COURSE,
            {"course.yaml": "id: kurs\ntitle: Kurs\n"},
            None,
            None,
            datetime.now(UTC),
        )
    with application({"COURSE_BUILDER_DATA": str(data), "DATABASE_URL": ""}, folder) as port:
        browser = _Browser(port, her)
        address, started = browser.begin(film), time.perf_counter()
        at_rest = peak_mb(data)
        browser.send(address, film, 0, size // 2)
        browser.cut(address, film, size // 2)
        there = int(str(browser.ask(get(address, her.token))["offset"]))
        browser.send(address, film, there, size)
        told = browser.ask(post(f"{address}/finish", her.token, her.csrf, {}))
        spent = time.perf_counter() - started
        return Sent(size, spent, at_rest, peak_mb(data), there, str(told.get("path")))


def large_film(file: Path, size: int) -> Path:
    """A short film with a box behind it that players skip."""
    subprocess.run(["ffmpeg", "-v", "quiet", "-y", *FILM, str(file)], check=True)  # noqa: S603, S607 -- our own words
    rest = size - file.stat().st_size
    with file.open("ab") as stream:
        stream.write(rest.to_bytes(4, "big") + b"free")
        left = rest - 8
        while left:
            left -= stream.write((b"course-builder " * 70_000)[:left])
    return file


def peak_mb(data: Path) -> float:
    """The largest of the processes that serve this data folder."""
    return max((_high_water(one) for one in _serving(data)), default=0.0)


def _serving(data: Path) -> Iterator[Path]:
    wanted = f"COURSE_BUILDER_DATA={data}".encode()
    for one in Path("/proc").glob("[0-9]*"):
        try:
            if wanted in (one / "environ").read_bytes().split(b"\0"):
                yield one
        except OSError:
            continue


def _high_water(process: Path) -> float:
    for line in (process / "status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return 0.0


@dataclass(frozen=True)
class _Browser:
    port: int
    her: Trainer

    def ask(self, request: bytes) -> dict[str, object]:
        connection = Connection(self.port)
        status, body = connection.ask(request)
        connection.close()
        if status not in (200, 201):
            raise RuntimeError(f"{status}: {body[:200]!r}")
        return dict(json.loads(body))

    def begin(self, film: Path) -> str:
        what = {"name": "Lång film.mp4", "size": film.stat().st_size}
        told = self.ask(post(f"/write/course/{COURSE}/uploads", self.her.token, self.her.csrf, what))
        return f"/write/uploads/{told['token']}"

    def send(self, address: str, film: Path, start: int, end: int) -> None:
        with film.open("rb") as stream:
            while start < end:
                stream.seek(start)
                piece = stream.read(min(PIECE, end - start))
                start = int(str(self.ask(self._patch(address, start, len(piece)) + piece)["offset"]))

    def cut(self, address: str, film: Path, start: int) -> None:
        """Announces a piece, sends a part of it and is gone."""
        connection = Connection(self.port)
        with film.open("rb") as stream:
            stream.seek(start)
            connection.socket.sendall(self._patch(address, start, PIECE) + stream.read(PIECE // 3))
        connection.close()
        time.sleep(0.5)  # the server notices that nobody is there

    def _patch(self, address: str, start: int, length: int) -> bytes:
        return (
            f"PATCH {address} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: cb={self.her.token}\r\nX-CSRF-Token: {self.her.csrf}\r\n"
            f"Sec-Fetch-Site: same-origin\r\nUpload-Offset: {start}\r\nContent-Length: {length}\r\n\r\n"
        ).encode()
