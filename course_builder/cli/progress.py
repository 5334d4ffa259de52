"""A bar on long work, for a person at a terminal only; a pipe gets nothing."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import BinaryIO

PATIENCE = 0.5  # seconds before a bar is worth showing
STEP = 0.1
WIDTH = 30


@contextmanager
def growing(file: BinaryIO, expected: int, label: str) -> Iterator[None]:
    """Shows how far a file has grown towards its expected size."""
    if not sys.stderr.isatty() or expected <= 0:
        yield
        return
    done = Event()
    watcher = Thread(target=_watch, args=(file.fileno(), expected, label, done), daemon=True)
    watcher.start()
    try:
        yield
    finally:
        done.set()
        watcher.join()


def _watch(descriptor: int, expected: int, label: str, done: Event) -> None:
    if done.wait(PATIENCE):
        return
    while not done.wait(STEP):
        share = min(1.0, os.fstat(descriptor).st_size / expected)
        filled = round(share * WIDTH)
        sys.stderr.write(f"\r{label} [{'#' * filled}{'.' * (WIDTH - filled)}] {share:4.0%}")
        sys.stderr.flush()
    sys.stderr.write("\r\033[K")
    sys.stderr.flush()
