"""The whole server as a process of its own, with a clock that a test sets. `python -m tests.acceptance.clocked DATA FILE PORT`.

FILE holds how many seconds the server's clock is ahead of the machine's. Browsers get the same by `page.clock`.
"""

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from flask import Flask

from course_builder.cli.listening import HOST, listen
from course_builder.cli.server import Server
from course_builder.cli.words import Say
from course_builder.settings import Settings
from course_builder.web import background
from course_builder.web.application import create_app

THREADS = 24


class Clocked:
    """Always on the same port, as browsers expect. `ahead` is set before it is started, and moved by `pass_`."""

    def __init__(self, data: Path, start: datetime) -> None:
        self.data = data
        self.file = data.parent / "ahead"
        self.port = 0
        self.process: subprocess.Popen[str] | None = None
        self._ahead = start - datetime.now(UTC)
        self._write()

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.port}"

    @property
    def now(self) -> datetime:
        return datetime.now(UTC) + self._ahead

    def pass_(self, seconds: float) -> None:
        self._ahead += timedelta(seconds=seconds)
        self._write()

    def start(self) -> None:
        words = [
            sys.executable,
            "-m",
            "tests.acceptance.clocked",
            str(self.data),
            str(self.file),
            str(self.port),
        ]
        self.process = subprocess.Popen(
            words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, start_new_session=True
        )
        assert self.process.stdout is not None
        self.port = int(self.process.stdout.readline())

    def kill(self) -> None:
        """With all its processes, in the middle of whatever they do."""
        if self.process is None or self.process.poll() is not None:
            return
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(30)

    def _write(self) -> None:
        part = self.file.with_suffix(".part")
        part.write_text(str(self._ahead.total_seconds()))
        part.replace(self.file)


def serve(data: str, file: Path, port: int) -> None:
    def clock() -> datetime:
        return datetime.now(UTC) + timedelta(seconds=float(file.read_text()))

    def make() -> Flask:
        app = create_app(Settings(data=data), clock=clock)
        background.start(app)
        return app

    listener = listen(HOST, port, Say("sv"))

    def ready() -> None:
        print(listener.getsockname()[1], flush=True)

    Server(make, listener, THREADS, 1, ready).run()


if __name__ == "__main__":
    serve(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
