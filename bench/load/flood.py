"""A room that is flooded: more joins than it may hold, connections that stall and streams nobody reads, while an hour is led in it."""

import asyncio
import os
import socket
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from secrets import token_hex

from sqlalchemy import func, select

from bench.load.client import Connection, get
from bench.load.hours import Hour, hours, lost
from bench.load.loop import run
from bench.load.phones import Phone, saved_by
from bench.load.room import at
from bench.load.school import opened
from bench.load.serving import application
from bench.table import show
from course_builder.meetings import models
from course_builder.settings import Settings
from tests.database.server import DURABLE, running

SETTLED = 120.0
"""Seconds until what has not come is taken for lost."""
SIDE_BY_SIDE = 100
"""Joins of the flood that are under way at once."""


@dataclass(frozen=True)
class Flood:
    """`cap` phones may be in; `honest` ones are in before `joins` more come over so many seconds. `half_open` connections
    never say all of what they want, `stuck` streams are never read.
    """

    cap: int = 1000
    honest: int = 100
    joins: int = 5000
    seconds: float = 10.0
    half_open: int = 500
    stuck: int = 200


@dataclass
class Drowned:
    """`joined` says how the flood was answered, by status; `there` how many phones the room holds in the end."""

    joined: Counter[int] = field(default_factory=Counter)
    there: int = 0
    came: int = 0
    heard: int = 0
    saved: int = 0
    lost: int = 0
    stage: Counter[int] = field(default_factory=Counter)
    pages: Counter[int] = field(default_factory=Counter)
    spent: float = 0.0
    staged: list[float] = field(default_factory=list)
    paged: list[float] = field(default_factory=list)


def flood(folder: Path) -> None:
    rows = [_row("SQLite", measure(replace(Settings(), data=str(folder / "one")), folder / "one", Flood()))]
    with running(DURABLE) as server:
        server.run("CREATE DATABASE flood")
        shared = replace(Settings(), data=str(folder / "shared"), database_url=server.url("flood"))
        rows.append(_row("PostgreSQL, 2 processes", measure(shared, folder / "shared", Flood())))
    show(
        f"{Flood().joins} joins in {Flood().seconds:.0f} s, {Flood().half_open} half-open connections and {Flood().stuck} streams that are never "
        f"read, the machine's load {os.getloadavg()[0]:.1f} (goal: exactly {Flood().cap} in the room, none lost, the leader's page p95 under 300 ms)",
        ["", "in the room", "turned away", "flood took", "honest heard", "saved", "lost", "stage p95", "page p95"],
        rows,
    )  # fmt: skip


def measure(settings: Settings, folder: Path, asked: Flood) -> Drowned:
    (hour,) = hours(settings, folder, 1)
    environ = {
        "COURSE_BUILDER_DATA": settings.data, "DATABASE_URL": settings.database_url,
        "COURSE_BUILDER_PHONES": str(asked.cap), "COURSE_BUILDER_THREADS": str(settings.threads),
    }  # fmt: skip
    with application(environ, folder) as port:
        seen, saved = run(_drown(port, hour, asked))
    with opened(settings) as database:
        seen.lost = lost(database, saved)
        with database.reading() as session:
            seen.there = session.scalar(select(func.count()).select_from(models.Phone)) or 0
    return seen


async def _drown(port: int, hour: Hour, asked: Flood) -> tuple[Drowned, dict[str, Counter[str]]]:
    seen, honest = Drowned(), [Phone(port, hour.door) for _ in range(asked.honest)]
    seen.came = sum(await asyncio.gather(*(one.join() for one in honest)))
    listening = [asyncio.create_task(one.listen()) for one in honest]
    await _until(lambda: all(one.streams for one in honest))
    with ExitStack() as held:
        for sock in _stalled(port, hour, asked):
            held.callback(sock.close)
        watching = [
            asyncio.create_task(_watch(port, request, answers, times))
            for request, answers, times in (
                (get(f"/apt/{hour.id}/stage", hour.token), seen.stage, seen.staged),
                (get("/sign-in", ""), seen.pages, seen.paged),
            )
        ]
        flooding = asyncio.create_task(_flood(port, hour, asked, seen))
        rounds = [await _round(port, hour, honest, seen)]
        await flooding
        rounds.append(await _round(port, hour, honest, seen))
        for one in (*watching, *listening):
            one.cancel()
    return seen, dict(rounds)


def _stalled(port: int, hour: Hour, asked: Flood) -> list[socket.socket]:
    """Half say nothing at all, half stop in the middle of a line; and streams."""
    half = [socket.create_connection(("127.0.0.1", port)) for _ in range(asked.half_open)]
    for one in half[::2]:
        one.sendall(b"GET /rum/ HTTP/1.1\r\nHost: 127")
    stuck = [socket.create_connection(("127.0.0.1", port)) for _ in range(asked.stuck)]
    for number, one in enumerate(stuck):
        head = f"GET /rum/{hour.door}/events?s=stuck{number} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n"
        one.sendall(head.encode())
    return [*half, *stuck]


async def _flood(port: int, hour: Hour, asked: Flood, seen: Drowned) -> None:
    started, turns = time.perf_counter(), asyncio.Semaphore(SIDE_BY_SIDE)

    async def comes(number: int) -> None:
        await asyncio.sleep(asked.seconds * number / asked.joins)
        async with turns:
            phone = Phone(port, hour.door)
            seen.joined += Counter([200]) if await phone.join() else phone.refused

    await asyncio.gather(*(comes(number) for number in range(asked.joins)))
    seen.spent = time.perf_counter() - started


async def _round(port: int, hour: Hour, honest: Sequence[Phone], seen: Drowned) -> tuple[str, Counter[str]]:
    """The leader asks, and those who were in before answer."""
    round_id = token_hex(16)
    if await asyncio.to_thread(hour.ask, port, round_id) != 200:
        raise RuntimeError("no question could be asked")
    await _until(lambda: all(round_id in one.heard for one in honest))
    answers: Sequence[Awaitable[bool]] = [
        one.vote(round_id, str(1 + number % 4)) for number, one in enumerate(honest)
    ]
    await asyncio.gather(*answers)
    await asyncio.to_thread(hour.close, port, round_id)
    seen.heard += sum(round_id in one.heard for one in honest)
    seen.saved += sum(round_id in one.saved for one in honest)
    return round_id, saved_by(honest, round_id)


async def _watch(port: int, request: bytes, answers: Counter[int], times: list[float]) -> None:
    """Asked again and again, as by somebody who waits for each answer."""

    def ask() -> int:
        connection = Connection(port)
        status, _ = connection.ask(request)
        connection.close()
        return status

    while True:
        started = time.perf_counter()
        answers[await asyncio.to_thread(ask)] += 1
        times.append(time.perf_counter() - started)
        await asyncio.sleep(0.05)


async def _until(fine: Callable[[], bool]) -> None:
    last = time.perf_counter() + SETTLED
    while not fine() and time.perf_counter() < last:
        await asyncio.sleep(0.02)


def _row(name: str, seen: Drowned) -> list[str]:
    return [
        name, str(seen.there), str(seen.joined[503]), f"{seen.spent:.1f} s", str(seen.heard), str(seen.saved), str(seen.lost),
        f"{1000 * at(seen.staged, 0.95):.0f} ms", f"{1000 * at(seen.paged, 0.95):.0f} ms",
    ]  # fmt: skip
