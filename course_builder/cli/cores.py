"""Which core of the machine answers (docs/decisions/0025).

Python runs one thread at a time, but a thread lets go at every call into SQLite, some seventy times an answer. With two
cores the thread that waits wakes on the other one each time, in vain or with everything still in the first one's cache:
half of the machine's time. So the threads of a process that answer share a core. Whoever takes long, with passwords or a
big file, is let go wherever there is room.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import get_native_id
from time import monotonic

ALL = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else set()
"""That the whole server was given; empty where the system does not tell."""
LONG = 0.1
"""Seconds; most answers take a hundredth."""


class OneCore:
    """For the threads that answer in one process. `number` counts the processes of a server from 0."""

    def __init__(self, number: int) -> None:
        cores = sorted(ALL)
        # from the server's own id on: two servers on one machine seldom begin at the same core
        self._own = {cores[(os.getppid() + number) % len(cores)]} if cores else set()
        self._at_work: dict[int, float] = {}
        self._let_go: set[int] = set()

    def stay(self) -> None:
        """The thread that calls, and those it starts from now on."""
        _move(get_native_id(), self._own)

    @contextmanager
    def at_work(self) -> Iterator[None]:
        thread = get_native_id()
        self._at_work[thread] = monotonic()
        try:
            yield
        finally:
            del self._at_work[thread]
            if thread in self._let_go:
                self._let_go.discard(thread)
                _move(thread, self._own)

    def let_go(self) -> None:
        """To be called now and then."""
        early = monotonic() - LONG
        for thread, since in list(self._at_work.items()):
            if since < early and thread not in self._let_go:
                self._let_go.add(thread)
                _move(thread, ALL)
            if self._at_work.get(thread) != since:  # it was ready in the same moment
                self._let_go.discard(thread)
                _move(thread, self._own)


@contextmanager
def anywhere() -> Iterator[None]:
    """Threads that are begun in it may run on any core: those that do long things and answer nobody."""
    here = os.sched_getaffinity(0) if ALL else set()
    _move(get_native_id(), ALL)
    try:
        yield
    finally:
        _move(get_native_id(), here)


def _move(thread: int, cores: set[int]) -> None:
    if cores:
        with suppress(OSError):  # it has ended, or the system does not let us choose
            os.sched_setaffinity(thread, cores)
