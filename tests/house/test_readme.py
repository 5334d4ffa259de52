"""What README tells a person to do works."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
COMMAND = Path(sys.executable).parent / "course-builder"


def lines(repository: Path) -> list[str]:
    text = (repository / "README.md").read_text("utf-8")
    return [line.partition("#")[0].strip() for block in BLOCK.findall(text) for line in block.splitlines()]


def test_the_commands_work_in_their_order(repository: Path, tmp_path: Path) -> None:
    told = [line for line in lines(repository) if "course-builder" in line]
    assert told
    for line in told:
        words = [str(COMMAND), *shlex.split(line)[1:]]
        done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, env=os.environ)
        assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"


def test_every_make_target_it_names_is_there(repository: Path) -> None:
    text = (repository / "README.md").read_text("utf-8") + (repository / "CONTRIBUTING.md").read_text("utf-8")
    makefile = (repository / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    assert set(re.findall(r"(?:^|`)make ([a-z]+)", text, re.MULTILINE)) <= targets


def test_every_link_and_picture_is_there(repository: Path) -> None:
    for page in ("README.md", "CONTRIBUTING.md"):
        text = (repository / page).read_text("utf-8")
        paths = [path for path in re.findall(r"\]\(([^)]+)\)", text) if "://" not in path]
        assert [path for path in paths if not (repository / path).exists()] == []
