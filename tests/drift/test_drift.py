"""docs/drift.md, followed word for word: from nothing to a server behind TLS, its backup, an upgrade and the way back."""

import re
import ssl
import subprocess
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.drift.page import Run, Write, steps
from tests.drift.place import Place


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    made = Place(tmp_path / "s")
    made.prepare()
    yield made
    made.stop()


def page(repository: Path, name: str) -> str:
    return (repository / "docs" / name).read_text("utf-8")


def test_english_says_the_same(repository: Path) -> None:
    """Every line to run and every file to write."""
    assert list(steps(page(repository, "operations.md"))) == list(steps(page(repository, "drift.md")))


@pytest.mark.timeout(900)
def test_word_for_word(repository: Path, place: Place) -> None:
    said = []
    for step in steps(page(repository, "drift.md")):
        if isinstance(step, Write):
            place.write(step.path, step.content)
        elif isinstance(step, Run):
            said.append(place.run(step.lines, repository))
    text = "\n".join(said)
    assert len(re.findall(r'"status":"ok"', text)) == 4
    assert "https://portal.region.example/barnratt/link/invite/" in text
    assert len(re.findall(r"läst tillbaka på prov\.", text)) == 2
    assert text.count("Tillbakaläst: ") == 2
    assert "Allt stämmer med händelserna." in text
    the_way_back_was_gone(place)
    nobody_else_reads_it(place)
    everything_under_its_path(place)


def the_way_back_was_gone(place: Place) -> None:
    assert (place.root / "opt/course-builder").readlink() == place.root / "opt/course-builder-0.1.0"
    assert (place.root / "srv/course-builder/course_builder.sqlite").is_file()
    assert (place.root / "srv/course-builder.efter/course_builder.sqlite").is_file()


def nobody_else_reads_it(place: Place) -> None:
    for folder in ("srv/course-builder", "var/backups/course-builder"):
        for file in (place.root / folder).rglob("*"):
            if "sqlite" in file.name or file.name == "secret":
                assert file.stat().st_mode & 0o077 == 0, file


def everything_under_its_path(place: Place) -> None:
    """Through nginx: the sign-in page and what it fetches, all under /barnratt, cookies for TLS only."""
    context = ssl.create_default_context(cafile=str(place.root / "etc/ssl/course-builder.pem"))
    context.check_hostname = False
    host = f"https://127.0.0.1:{place.ports['443']}"
    asked = urllib.request.Request(f"{host}/barnratt/sign-in", headers={"Host": "portal.region.example"})
    with urllib.request.urlopen(asked, context=context) as answer:
        html = answer.read().decode()
        cookies = answer.headers.get_all("Set-Cookie") or []
    local = re.findall(r'(?:href|src|action)="(/[^"]*)"', html)
    assert local
    assert [one for one in local if not one.startswith("/barnratt/")] == []
    assert [one for one in cookies if not one.startswith("__Host-") or "Secure" not in one] == []
    sheet = next(one for one in local if ".css" in one)
    fetched = urllib.request.Request(host + sheet, headers={"Host": "portal.region.example"})
    with urllib.request.urlopen(fetched, context=context) as answer:
        assert answer.status == 200


def test_the_unit_is_one_systemd_understands(repository: Path, tmp_path: Path) -> None:
    files = [
        one for one in steps(page(repository, "drift.md")) if isinstance(one, Write) and "systemd" in one.path
    ]
    assert [Path(one.path).suffix for one in files] == [".service", ".service", ".timer"]
    for one in files:
        content = re.sub(r"ExecStart=\S+", "ExecStart=/bin/true", one.content)
        (tmp_path / Path(one.path).name).write_text(re.sub(r"User=\S+", "User=root", content))
    units = sorted(tmp_path.iterdir())
    done = subprocess.run(["systemd-analyze", "verify", *units], capture_output=True, text=True)
    ours = [line for line in done.stderr.splitlines() if "course-builder" in line]
    assert (done.returncode, ours) == (0, [])
