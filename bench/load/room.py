"""A room full of phones: how soon they are in, how soon a question is on all of them, and that each answer is kept."""

import asyncio
import os
import random
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from secrets import token_hex

from bench.load.hours import Hour, hours, lost
from bench.load.loop import run
from bench.load.phones import Phone, saved_by
from bench.load.room_hour import room_hour
from bench.load.school import opened
from bench.load.serving import application
from bench.table import show
from course_builder.settings import Settings
from tests.database.server import DURABLE, running

PHONES = 1000
SESSIONS, IN_EACH = 20, 50
ROUNDS = 3
COMES_WITHIN, VOTES_WITHIN = 10.0, 2.0
"""Seconds over which a room comes in, and in which it answers."""
SETTLED = 60.0


@dataclass
class Seen:
    """Seconds. `lost`: answers that were told to be saved and are not in the count, or are counted otherwise."""

    phones: int
    joined: int = 0
    joining: float = 0.0
    asked: list[float] = field(default_factory=list)
    votes: list[float] = field(default_factory=list)
    saved: int = 0
    lost: int = 0
    page: list[float] = field(default_factory=list)


def room(folder: Path) -> None:
    rows = []
    plain = replace(Settings(), data=str(folder / "one"))
    rows.append(_row(f"SQLite, one session of {PHONES}", measure(plain, folder / "one", 1, PHONES)))
    many = replace(Settings(), data=str(folder / "many"))
    rows.append(
        _row(f"SQLite, {SESSIONS} sessions of {IN_EACH}", measure(many, folder / "many", SESSIONS, IN_EACH))
    )
    with running(DURABLE) as server:
        server.run("CREATE DATABASE ours")
        shared = replace(Settings(), data=str(folder / "shared"), database_url=server.url("ours"))
        rows.append(_row(f"PostgreSQL, 2 processes, {PHONES}", measure(shared, folder / "shared", 1, PHONES)))
    show(
        f"Phones in a room, the machine's load {os.getloadavg()[0]:.1f} "
        "(goal: in within 60 s; question p95 under 300 ms; all answer inside 2 s, p95 under 1.5 s; none lost)",
        ["", "joined", "all in", "question p95", "answer p50", "p95", "saved", "lost", "page p95"],
        rows,
    )
    room_hour(folder)


def measure(settings: Settings, folder: Path, sessions: int, phones: int) -> Seen:
    made = hours(settings, folder, sessions)
    environ = {"COURSE_BUILDER_DATA": settings.data, "DATABASE_URL": settings.database_url}
    with application(environ, folder) as port:
        seen, saved = run(_session(port, made, phones))
    with opened(settings) as database:
        seen.lost = lost(database, saved)
    return seen


async def _session(port: int, made: Sequence[Hour], many: int) -> tuple[Seen, dict[str, Counter[str]]]:
    """Everybody comes, listens, and answers each question."""
    dice = random.Random(len(made))  # noqa: S311
    rooms = [(hour, [Phone(port, hour.door) for _ in range(many)]) for hour in made]
    everybody = [phone for _, phones in rooms for phone in phones]
    seen = Seen(len(everybody))
    started = time.perf_counter()
    came = await asyncio.gather(*(_come(phone, dice.uniform(0, COMES_WITHIN)) for phone in everybody))
    seen.joined, seen.joining = sum(came), time.perf_counter() - started
    listening = [asyncio.create_task(phone.listen()) for phone in everybody]
    await _until_all(everybody, lambda phone: phone.streams > 0)
    saved: dict[str, Counter[str]] = {}
    for _ in range(ROUNDS):
        for ids in await asyncio.gather(*(_round(port, hour, phones, seen, dice) for hour, phones in rooms)):
            saved |= ids
    for one in listening:
        one.cancel()
    seen.votes = [one for phone in everybody for one in phone.times]
    return seen, saved


async def _come(phone: Phone, after: float) -> bool:
    await asyncio.sleep(after)
    return await phone.join()


async def _round(
    port: int, hour: Hour, phones: Sequence[Phone], seen: Seen, dice: random.Random
) -> dict[str, Counter[str]]:
    round_id = token_hex(16)
    asked = time.perf_counter()
    if await asyncio.to_thread(hour.ask, port, round_id) != 200:
        raise RuntimeError("no question could be asked")
    await _until_all(phones, lambda phone: round_id in phone.heard)
    seen.asked += [phone.heard[round_id] - asked for phone in phones if round_id in phone.heard]
    watching = asyncio.create_task(_pages(port, seen))
    await asyncio.gather(
        *(
            _answer(phone, round_id, dice.uniform(0, VOTES_WITHIN), str(dice.randint(1, 4)))
            for phone in phones
        )
    )
    watching.cancel()
    await asyncio.to_thread(hour.close, port, round_id)
    seen.saved += sum(round_id in phone.saved for phone in phones)
    return {round_id: saved_by(phones, round_id)}


async def _answer(phone: Phone, round_id: str, after: float, given: str) -> bool:
    await asyncio.sleep(after)
    return await phone.vote(round_id, given)


async def _pages(port: int, seen: Seen) -> None:
    """Somebody else looks at an ordinary page meanwhile."""
    while True:
        started = time.perf_counter()
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"GET /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
        await reader.read(-1)
        writer.close()
        seen.page.append(time.perf_counter() - started)
        await asyncio.sleep(0.05)


async def _until_all(phones: Sequence[Phone], fine: Callable[[Phone], bool]) -> None:
    last = time.perf_counter() + SETTLED
    while not all(map(fine, phones)) and time.perf_counter() < last:
        await asyncio.sleep(0.02)


def at(times: Sequence[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, int(share * len(times)))] if times else float("nan")


def _row(name: str, seen: Seen) -> list[str]:
    ms = [1000 * one for one in (at(seen.asked, 0.95), at(seen.votes, 0.5), at(seen.votes, 0.95))]
    return [
        name, f"{seen.joined} of {seen.phones}", f"{seen.joining:.1f} s", *(f"{one:.0f} ms" for one in ms),
        f"{seen.saved} of {ROUNDS * seen.phones}", str(seen.lost), f"{1000 * at(seen.page, 0.95):.0f} ms",
    ]  # fmt: skip
