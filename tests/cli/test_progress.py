"""A bar for a person at a terminal, nothing in a pipe."""

import os
import pty
import subprocess
import sys
import time
from pathlib import Path

GROW = """
import sys
from pathlib import Path
from course_builder.cli.progress import growing
with Path(sys.argv[1]).open("w+b") as file, growing(file, 100, "kurs.zip"):
    file.write(b"x" * 50)
    file.flush()
    sys.stdin.read()
"""


def grow(path: Path, errors: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", GROW, path], stdin=subprocess.PIPE, stderr=errors)


def test_a_person_sees_how_far_it_has_come(tmp_path: Path) -> None:
    screen, terminal = pty.openpty()
    process = grow(tmp_path / "fil", terminal)
    shown = b""
    while b"50%" not in shown:
        shown += os.read(screen, 1000)
    process.communicate(b"")
    assert shown.decode().split("\r")[1].startswith("kurs.zip [###############...............]  50%")


def test_a_pipe_gets_nothing(tmp_path: Path) -> None:
    process = grow(tmp_path / "fil", subprocess.PIPE)
    time.sleep(1)
    _, told = process.communicate(b"")
    assert told == b""
