"""Start a server as an administrator does, and stop it by its own id."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from bench.process import COMMAND


@contextmanager
def application(environ: Mapping[str, str], folder: Path) -> Iterator[int]:
    """`course-builder run`; gives its port."""
    command = [str(COMMAND), "run", str(folder), "--port", "0"]
    with _started(command, environ) as process:
        yield int(_line(process, "http://").split("http://")[1].split("/")[0].rpartition(":")[2])


@contextmanager
def bare(folder: Path, url: str) -> Iterator[int]:
    """One Flask view that inserts a row, under the same server: what the machine can do."""
    command = [sys.executable, "-m", "bench.load.bare", url]
    with _started(command, {"PYTHONPATH": str(Path.cwd()), "BARE": str(folder)}) as process:
        yield int(_line(process, "port ").split()[1])


@contextmanager
def _started(command: list[str], environ: Mapping[str, str]) -> Iterator["subprocess.Popen[str]"]:
    process = subprocess.Popen(  # noqa: S603 -- our own command
        command, env={**os.environ, **environ}, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, start_new_session=True
    )  # fmt: skip
    try:
        yield process
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(60)


def _line(process: "subprocess.Popen[str]", words: str) -> str:
    for line in process.stdout or ():
        if words in line:
            return line
    raise RuntimeError("the server did not start")
