"""Serve the whole application by gunicorn: threads in one process on SQLite, several processes on PostgreSQL."""

import os
import socket
from collections.abc import Callable
from itertools import count
from resource import RLIMIT_NOFILE, getrlimit, setrlimit
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication

from course_builder.cli.worker import Worker

GRACE = 30
"""Seconds that answers under way get to end in when the server is told to stop."""
PATIENCE = 120
"""Seconds of silence after which a process is taken for dead; threads keep it talking however long an answer takes."""


class Server(BaseApplication):  # type: ignore[misc]
    """`make` is called in each process after it has begun, so that no connection is ever shared by two."""

    def __init__(
        self,
        make: Callable[[], Flask],
        listener: socket.socket,
        threads: int,
        processes: int,
        ready: Callable[[], None],
    ) -> None:
        self._make, self._listener, self._ready = make, listener, ready
        self._threads, self._processes = threads, processes
        super().__init__()

    def load_config(self) -> None:
        chosen = {
            "bind": f"fd://{os.dup(self._listener.fileno())}", "worker_class": Worker, "workers": self._processes,
            "threads": self._threads, "graceful_timeout": GRACE, "timeout": PATIENCE, "loglevel": "warning", "keepalive": 15,
            "control_socket_disable": True, "pre_fork": _numbered, "post_worker_init": self._begun, "forwarded_allow_ips": "", "proc_name": "course-builder",
        }  # fmt: skip
        for name, value in chosen.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        _, most = getrlimit(RLIMIT_NOFILE)
        setrlimit(RLIMIT_NOFILE, (most, most))  # each phone in a room is an open file
        return self._make()

    def _begun(self, worker: Any) -> None:
        if worker.age == 1:
            self._ready()


def _numbered(arbiter: Any, worker: Worker) -> None:
    """The lowest number that none of the others has: one that takes the place of a dead one gets its core too."""
    taken = {other.number for other in arbiter.WORKERS.values()}
    worker.number = next(number for number in count() if number not in taken)
