"""An hour in a minute: phones that sleep, drop and come back, a question every second, and what the server's memory does."""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from secrets import token_hex

from bench.load.hours import Hour, hours, lost
from bench.load.loop import run
from bench.load.phones import Phone, saved_by
from bench.load.school import opened
from bench.table import show
from course_builder.settings import Settings
from tests.faults.running import Server

PHONES, MINUTES = 100, 60
A_MINUTE = 1.0
"""Seconds that a minute takes here."""
SLEEPS = 0.2
"""Of the phones, in any minute: their stream is gone, and they come back a minute or two later."""
SETTLED = 10
"""Minutes until caches are filled; memory is compared with what it was then."""


@dataclass
class Hourly:
    saved: int = 0
    lost: int = 0
    before: float = 0.0
    after: float = 0.0
    """Megabytes of the process that answers."""
    dropped: int = 0

    @property
    def growth(self) -> float:
        return self.after / self.before - 1


def room_hour(folder: Path) -> None:
    seen = measure(replace(Settings(), data=str(folder / "hour")), folder / "hour")
    show(
        f"An hour on a fast clock: {PHONES} phones that sleep and drop, {MINUTES} questions (goal: none lost, growth under 5 %)",
        ["", "saved", "lost", "streams dropped", "memory", "growth"],
        [
            [
                "SQLite",
                str(seen.saved),
                str(seen.lost),
                str(seen.dropped),
                f"{seen.after:.0f} MB",
                f"{seen.growth:+.1%}",
            ]
        ],
    )


def measure(settings: Settings, folder: Path, minutes: int = MINUTES) -> Hourly:
    (hour,) = hours(settings, folder, 1)
    server, seen = Server(settings), Hourly()
    server.start()
    try:
        saved = run(_hour(server, hour, seen, minutes))
    finally:
        server.fall()
    with opened(settings) as database:
        seen.lost = lost(database, saved)
    seen.saved = sum(given.total() for given in saved.values())
    return seen


async def _hour(server: Server, hour: Hour, seen: Hourly, minutes: int) -> dict[str, Counter[str]]:
    dice = random.Random(7)  # noqa: S311
    phones = [Phone(server.port, hour.door) for _ in range(PHONES)]
    if not all(await asyncio.gather(*(one.join() for one in phones))):
        raise RuntimeError("somebody is not in")
    lives = [asyncio.create_task(_live(one, seen, dice)) for one in phones]
    saved: dict[str, Counter[str]] = {}
    for minute in range(minutes):
        if minute == min(SETTLED, minutes // 2):
            seen.before = memory(server)
        saved |= await _minute(server.port, hour, phones, dice)
    seen.after = memory(server)
    for one in lives:
        one.cancel()
    return saved


async def _live(phone: Phone, seen: Hourly, dice: random.Random) -> None:
    """Awake, and asleep now and then."""
    while True:
        listening = asyncio.create_task(phone.listen())
        try:
            await asyncio.sleep(A_MINUTE * dice.uniform(1, 2 / SLEEPS))
        finally:
            listening.cancel()
        with suppress(asyncio.CancelledError):
            await listening
        seen.dropped += 1
        await asyncio.sleep(A_MINUTE * dice.uniform(1, 2))


async def _minute(
    port: int, hour: Hour, phones: Sequence[Phone], dice: random.Random
) -> dict[str, Counter[str]]:
    """A question; each phone that hears of it before it is closed answers."""
    round_id, began = token_hex(16), time.perf_counter()
    if await asyncio.to_thread(hour.ask, port, round_id) != 200:
        raise RuntimeError("no question could be asked")
    await asyncio.sleep(A_MINUTE / 4)
    heard = [one for one in phones if round_id in one.heard]
    await asyncio.gather(*(one.vote(round_id, str(dice.randint(1, 4))) for one in heard))
    await asyncio.to_thread(hour.close, port, round_id)
    await asyncio.sleep(max(0.0, A_MINUTE - (time.perf_counter() - began)))
    return {round_id: saved_by(heard, round_id)}


def memory(server: Server) -> float:
    """What its processes hold, in megabytes."""
    pid = server.process.pid if server.process else 0
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    pages = [int(Path(f"/proc/{one}/statm").read_text().split()[1]) for one in children]
    return sum(pages) * 4096 / 1e6
