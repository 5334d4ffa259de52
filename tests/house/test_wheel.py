"""The wheel: what is in it, and that it works in an empty environment on a machine without Node."""

import os
import re
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

BIN = Path(sys.executable).parent
SECRET = "COURSE_BUILDER_SECRET=planted"


@pytest.fixture(scope="module")
def wheel(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from a copy of what git would keep, with secrets planted where they could leak."""
    copy, dist = tmp_path_factory.mktemp("copy"), tmp_path_factory.mktemp("dist")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=repository,
        capture_output=True,
        text=True,
        check=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        if (repository / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(repository / name, copy / name)
    shutil.copytree(repository / "course_builder/_built", copy / "course_builder/_built")
    for folder in ("", "courses", "templates", "course_builder", "course_builder/_built"):
        (copy / folder / ".env").write_text(SECRET)
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", dist], cwd=copy, check=True
    )
    return next(dist.glob("*.whl"))


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    with ZipFile(wheel) as opened:
        return set(opened.namelist())


def test_the_wheel_holds_the_product_and_nothing_else(repository: Path, names: set[str]) -> None:
    tops = {name.partition("/")[0] for name in names}
    assert {re.sub(r"-.*", "", top) for top in tops} == {"course_builder"}
    assert [name for name in names if ".env" in name or "__pycache__" in name or "/browser/" in name] == []
    assert {name.split("/")[2] for name in names if name.startswith("course_builder/_shipped/")} == {
        "courses",
        "quizzes",
        "templates",
    }


@pytest.mark.parametrize("folder", ["courses", "quizzes", "templates"])
def test_everything_we_ship_is_in_it(repository: Path, names: set[str], folder: str) -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", folder],
        cwd=repository,
        capture_output=True,
        text=True,
        check=True,
    )
    wanted = {f"course_builder/_shipped/{name}" for name in filter(None, listed.stdout.split("\0"))}
    assert wanted - names == set()


def test_every_built_file_is_in_it(repository: Path, names: set[str]) -> None:
    built = repository / "course_builder/_built"
    wanted = {
        f"course_builder/_built/{path.relative_to(built)}" for path in built.rglob("*") if path.is_file()
    }
    assert {name for name in wanted if not name.endswith(".part")} - names == set()


@pytest.fixture(scope="module")
def installed(repository: Path, wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bin folder of an empty environment with the wheel in it, dependencies from the hashed lock."""
    home = tmp_path_factory.mktemp("empty")
    uv = [BIN / "uv", "--quiet"]
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", home / "venv"], check=True)
    python = home / "venv/bin/python"
    lock = repository / "requirements.lock"
    subprocess.run([*uv, "pip", "install", "--python", python, "--require-hashes", "-r", lock], check=True)
    subprocess.run([*uv, "pip", "install", "--python", python, "--no-deps", wheel], check=True)
    return python.parent


def without_node(bin_folder: Path) -> dict[str, str]:
    return {"PATH": str(bin_folder), "HOME": os.environ.get("HOME", "/"), "LANG": "C.UTF-8"}


def build(installed: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    words = [installed / "course-builder", "build", "grundutbildning", "--output", "paket"]
    return subprocess.run(words, cwd=folder, env=without_node(installed), capture_output=True, text=True)


def test_a_shipped_course_is_built(installed: Path, tmp_path: Path) -> None:
    done = build(installed, tmp_path)
    assert done.returncode == 0, done.stderr
    with ZipFile(tmp_path / "paket/grundutbildning-scorm12.zip") as package:
        assert {"imsmanifest.xml", "index.html", "player.js", "player.css"} <= set(package.namelist())


def test_a_missing_font_is_told(installed: Path, tmp_path: Path) -> None:
    font = next(installed.parent.glob("lib/*/site-packages/course_builder/_built/fonts/hedvig-serif.woff2"))
    kept = font.rename(font.with_suffix(".away"))
    done = build(installed, tmp_path)
    kept.rename(font)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("Webbfilerna är inte byggda (fonts/hedvig-serif.woff2 saknas).")
    assert list((tmp_path / "paket").iterdir()) == []


@pytest.fixture
def address(installed: Path, tmp_path: Path) -> Iterator[str]:
    command = [installed / "course-builder", "run", "--port", "0"]
    with subprocess.Popen(
        command, cwd=tmp_path, env=without_node(installed), stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        line = server.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+/", line)
        assert found, line
        yield found[0]
        server.terminate()


def test_run_starts_empty_with_a_way_in(address: str) -> None:
    with urllib.request.urlopen(address) as page:
        assert page.status == 200
        assert "Här är tomt än. Skapa den första administratören" in page.read().decode()
