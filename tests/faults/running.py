"""`course-builder run` as a process of its own, to be killed."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from course_builder.settings import Settings

COMMAND = Path(sys.executable).parent / "course-builder"


class Server:
    """On a data folder; always on the same port, as browsers expect. `folders` are the courses it begins with."""

    def __init__(self, settings: Settings, folders: Sequence[Path] = ()) -> None:
        self.settings = settings
        self.folders = folders
        self.process: subprocess.Popen[str] | None = None
        self.port = 0

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        environ = {
            **os.environ,
            "COURSE_BUILDER_DATA": self.settings.data,
            "DATABASE_URL": self.settings.database_url,
        }
        words = [str(COMMAND), "run", *map(str, self.folders), "--port", str(self.port)]
        self.process = subprocess.Popen(
            words,
            env=environ,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
        )
        assert self.process.stdout is not None
        line = next(line for line in self.process.stdout if "http://" in line)
        self.port = int(line.split("http://")[1].split("/")[0].rpartition(":")[2])

    def fall(self) -> None:
        assert self.process is not None
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(30)

    @property
    def workers(self) -> list[int]:
        """The processes that answer."""
        assert self.process is not None
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [int(child) for child in children.split()]

    def lose_its_worker(self) -> None:
        for worker in self.workers:
            os.kill(worker, signal.SIGKILL)
