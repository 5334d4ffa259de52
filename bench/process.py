"""Run our command as a person does, and see what it took."""

import os
import shutil
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

COMMAND = Path(sys.executable).parent / "course-builder"
ORDINARY = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Where nothing is compiled in advance, most of a small build is compiling."""


@dataclass(frozen=True)
class Run:
    seconds: float
    peak_mb: float


def run(*arguments: str | Path, command: Path = COMMAND) -> Run:
    """One process from a cold interpreter; its output is thrown away, its failure is ours."""
    words = [str(command), *map(str, arguments)]
    quiet = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
    started = time.perf_counter()
    pid = os.posix_spawn(str(command), words, ORDINARY, file_actions=quiet)
    _, status, usage = os.wait4(pid, 0)
    seconds = time.perf_counter() - started
    if os.waitstatus_to_exitcode(status):
        raise RuntimeError(f"failed: {' '.join(words)}")
    return Run(seconds, usage.ru_maxrss / 1024)


def best(times: int, *arguments: str | Path, command: Path = COMMAND) -> Run:
    """The quickest of several: what the work costs when nothing else is in the way."""
    return min((run(*arguments, command=command) for _ in range(times)), key=lambda one: one.seconds)


def in_process(arguments: Sequence[str | Path], out: Path | None = None) -> float:
    """The same command once the interpreter and our modules are warm; `out` is emptied before each run."""
    from course_builder.cli.application import execute  # noqa: PLC0415 -- only here is the command run inside

    silence = os.open(os.devnull, os.O_WRONLY)
    kept = os.dup(1)
    os.dup2(silence, 1)
    try:
        for _ in range(2):
            if out is not None:
                shutil.rmtree(out, ignore_errors=True)
            started = time.perf_counter()
            execute([str(word) for word in arguments], os.environ)
            seconds = time.perf_counter() - started
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(silence)
    return seconds
