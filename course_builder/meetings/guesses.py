"""Guessing a code costs work once somebody has guessed wrong often, and more the more it happens.

A whole workplace shares one address, so no address is shut out: each try from there brings a small sum with it, which a
phone does by itself in the time it takes to blink, and a guesser once for every guess. Only failures count, never joins.
Nothing is written down; addresses are forgotten after ten minutes.
"""

import hmac
from collections import Counter, deque
from hashlib import sha256
from threading import Lock

REMEMBERED = 600.0
"""Seconds that a wrong guess counts."""
FREE_HERE, FREE_IN_ALL = 10, 200
"""Wrong guesses that cost nothing: of one address, and of all together."""
LEAST_BITS, MOST_BITS = 12, 16
"""Zero bits to be found: 4,000 tries, which is at once, and 65,000, which takes a phone a few tenths of a second."""
GOOD_FOR = 300
"""Seconds until there is another sum; the one before is still taken."""
MOST_REMEMBERED = 50_000


class Guesses:
    """Of one process. Times are seconds of any clock that does not go back."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret
        self._lock = Lock()
        self._failed: deque[tuple[float, bytes]] = deque()
        self._here: Counter[bytes] = Counter()

    def failed(self, address: str, now: float) -> None:
        with self._lock:
            key = self._key(address)
            self._failed.append((now, key))
            self._here[key] += 1
            self._forget(now)

    def bits(self, address: str, now: float) -> int:
        """How much work a try from there must bring; 0: none."""
        with self._lock:
            self._forget(now)
            here, in_all = self._here[self._key(address)], len(self._failed)
        return max(_bits(here, FREE_HERE), _bits(in_all, FREE_IN_ALL))

    def sum(self, now: float) -> str:
        """What the work is about: the same in all processes, and another before long."""
        return self._sum(int(now // GOOD_FOR))

    def done(self, about: str, code: str, number: str, bits: int, now: float) -> bool:
        """Whether somebody has done the work for this code."""
        part = int(now // GOOD_FOR)
        if not any(hmac.compare_digest(about.encode(), self._sum(one).encode()) for one in (part, part - 1)):
            return False
        found = int.from_bytes(sha256(f"{about}{code}{number}".encode()).digest()[:4])
        return found >> (32 - bits) == 0

    def _sum(self, part: int) -> str:
        return hmac.new(self._secret, f"sum {part}".encode(), sha256).hexdigest()[:16]

    def _key(self, address: str) -> bytes:
        return hmac.new(self._secret, address.encode(), sha256).digest()[:8]

    def _forget(self, now: float) -> None:
        while self._failed and (
            self._failed[0][0] <= now - REMEMBERED or len(self._failed) > MOST_REMEMBERED
        ):
            _, key = self._failed.popleft()
            self._here[key] -= 1
            if self._here[key] <= 0:
                del self._here[key]


def _bits(failures: int, free: int) -> int:
    """One more each time the failures have doubled."""
    return 0 if failures < free else min(MOST_BITS, LEAST_BITS + (failures // free).bit_length() - 1)
