"""`run` and `preview` answer on this machine only, each on a port of its own."""

import os
import re
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.hang import HANG

COMMAND = Path(sys.executable).parent / "course-builder"
ADDRESS = re.compile(r"(http://127\.0\.0\.1:(\d+)/\S*)")

Start = Callable[..., tuple[str, int]]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts the command and gives the address it prints, and the port in it."""
    started: list[Path] = []
    with ExitStack() as running:

        def begin(*words: str) -> tuple[str, int]:
            folder = tmp_path / f"data{len(started)}"
            started.append(folder)
            environment = {**os.environ, "COURSE_BUILDER_DATA": str(folder)}
            server = running.enter_context(
                subprocess.Popen(
                    [COMMAND, *words],
                    cwd=tmp_path,
                    env=environment,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    text=True,
                )
            )
            running.callback(server.terminate)
            assert server.stdout is not None
            found = ADDRESS.search(server.stdout.readline())
            assert found
            return found[1], int(found[2])

        yield begin


def title(address: str) -> str:
    with urllib.request.urlopen(address) as answer:
        found = re.search(r"<title>(.*?)</title>", answer.read().decode(), re.DOTALL)
    return found[1].strip() if found else ""


def test_a_second_one_takes_the_next_free_port(start: Start) -> None:
    first, second = start("run"), start("run")
    assert first[1] < second[1]
    assert title(first[0]) == title(second[0])


def test_preview_shows_the_course_in_the_player(start: Start, tmp_path: Path) -> None:
    subprocess.run([COMMAND, "new", "Barn hos oss"], cwd=tmp_path, check=True, stdout=subprocess.DEVNULL)
    address, _ = start("preview", "barn-hos-oss", "--port", "0")
    assert "/courses/barn-hos-oss/player" in address
    assert "Barn hos oss" in title(address)


def test_a_port_that_is_taken(start: Start, tmp_path: Path) -> None:
    _, port = start("run", "--port", "0")
    done = subprocess.run(
        [COMMAND, "run", "--port", str(port)], cwd=tmp_path, capture_output=True, text=True
    )  # a folder of its own
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == f"Port {port} är upptagen. Välj en annan med --port.\n"


def test_two_servers_never_write_one_database(start: Start, tmp_path: Path) -> None:
    start("run", "--port", "0")
    environment = {**os.environ, "COURSE_BUILDER_DATA": str(tmp_path / "data0")}
    done = subprocess.run([COMMAND, "run", "--port", "0"], env=environment, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("Servern är igång (process ")


def test_an_empty_place_begins_with_a_first_page_and_a_code(tmp_path: Path) -> None:
    environment = {**os.environ, "COURSE_BUILDER_DATA": str(tmp_path / "data")}
    words = [COMMAND, "run", "--port", "0"]
    with subprocess.Popen(
        words, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        assert server.stdout is not None
        address, told = server.stdout.readline().split()[1], server.stdout.readline()
        assert title(address).startswith("Första gången")
        server.terminate()
        assert server.wait() == 0
    assert re.search(r"koden [A-Z2-9]{4}-[A-Z2-9]{4}, ", told)


def test_nobody_waits_for_another_ones_network(start: Start) -> None:
    """More silent connections than threads, and browsers that never close theirs: each would hold the loop for 2 s."""
    address, port = start("run")
    with ExitStack() as held:
        for words in (b"", b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"):
            for _ in range(20):
                connection = held.enter_context(socket.create_connection(("127.0.0.1", port)))
                connection.sendall(words)
        with urllib.request.urlopen(address, timeout=HANG) as answer:
            assert answer.status == 200


def test_who_asked_for_the_last_time_reads_it_whole_and_is_parted_from(start: Start) -> None:
    """Also what was sent after the request does not cut the answer short."""
    _, port = start("run")
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\nmore")
        with connection.makefile("rb") as reader:
            heard = reader.read()
    head, _, body = heard.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200")
    assert f"content-length: {len(body)}".encode() in head.lower()
