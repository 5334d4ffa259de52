"""What hangs is told from what is slow: one generous limit, so that a busy machine fails nothing. Times are `make bench`'s."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

HANG = 30
"""Seconds. What is asked under it takes milliseconds; what a hostile input makes explode takes minutes."""


@contextmanager
def answered() -> Iterator[None]:
    """What is done within is done before anybody would call it hanging."""
    begun = time.monotonic()
    yield
    took = time.monotonic() - begun
    assert took < HANG, f"{took:.0f} s"
