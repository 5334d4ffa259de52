"""A program in a child: so much of the processor, of memory, of the disk and of the clock, no network, nothing inherited."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from signal import SIGKILL
from threading import Timer

CORES = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else set()
"""Those of the machine that this process was given; a thread of it may be held to one."""
START = Path(__file__).with_name("start.py")
MOST_SAID = 1_000_000
"""Characters of output that are kept."""
GIGABYTE = 1 << 30


@dataclass(frozen=True)
class Limits:
    """Seconds and bytes."""

    cpu: int = 60
    wall: float = 120.0
    memory: int = GIGABYTE
    written: int = 0


@dataclass(frozen=True)
class Ended:
    """What the program said, and whether it ended well of its own will."""

    well: bool
    said: str


def run(command: Sequence[str], limits: Limits, heard: Callable[[str], object] | None = None) -> Ended:
    """Waits for the end; `heard` is told each line as it comes. A child that stays too long is killed with its own."""
    words = [
        sys.executable, "-I", str(START),
        str(os.getpid()), str(limits.cpu), str(limits.memory), str(limits.written), *command,
    ]  # fmt: skip
    child = subprocess.Popen(  # noqa: S603 -- a fixed list of words, no shell
        words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_environment(),
        start_new_session=True, text=True, encoding="utf-8", errors="replace",
    )  # fmt: skip
    _anywhere(child)
    clock = Timer(limits.wall, _kill, [child])
    clock.daemon = True
    clock.start()
    try:
        said = _listened(child, heard)
    finally:
        clock.cancel()
        _kill(child)
        code = child.wait()
    return Ended(code == 0, said)


def _anywhere(child: "subprocess.Popen[str]") -> None:
    if CORES:
        with suppress(ProcessLookupError):  # it has ended already
            os.sched_setaffinity(child.pid, CORES)


def _listened(child: "subprocess.Popen[str]", heard: Callable[[str], object] | None) -> str:
    said: list[str] = []
    length = 0
    stream = child.stdout
    while stream is not None and (line := stream.readline(MOST_SAID)):
        length += len(line)
        if length > MOST_SAID and heard is None:
            _kill(child)
            break
        if heard is None:
            said.append(line)
        else:
            heard(line.rstrip("\n"))
    if stream is not None and length <= MOST_SAID:
        child.wait()
    return "".join(said)


def _kill(child: "subprocess.Popen[str]") -> None:
    if child.poll() is None:
        try:
            os.killpg(child.pid, SIGKILL)
        except ProcessLookupError:
            return


def _environment() -> dict[str, str]:
    """Where programs are, and nothing else: no secrets, no proxies."""
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C.UTF-8"}
