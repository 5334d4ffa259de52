"""A thousand learners at once, each thinking for 5 to 15 seconds between one thing and the next."""

import asyncio
import random
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bench.load.client import Heard, get
from bench.load.loop import run
from bench.load.school import Pupil, school
from bench.load.serving import application
from bench.table import show
from course_builder.settings import Settings

LEARNERS = 1000
SECONDS = 45
THINK = (5.0, 15.0)


def crowd(folder: Path) -> None:
    settings = replace(Settings(), data=str(folder / "data"))
    pupils = school(settings, folder, LEARNERS, 10)
    with application({"COURSE_BUILDER_DATA": settings.data, "DATABASE_URL": ""}, folder) as port:
        heard = run(_all(port, pupils))
    if heard.refused:
        raise RuntimeError(f"refused: {heard.refused[:3]}")
    show(
        f"{LEARNERS} learners, {THINK[0]:.0f}-{THINK[1]:.0f} s between two things, one process on SQLite (goal: p95 under 250 ms, no error)",
        ["requests", "a second", "median", "p95"],
        [
            [
                str(len(heard.times)),
                f"{heard.rate:.0f}",
                *(f"{1000 * heard.at(share):.0f} ms" for share in (0.5, 0.95)),
            ]
        ],
    )


async def _all(port: int, pupils: list[Pupil]) -> Heard:
    heard = Heard()
    started = time.perf_counter()
    await asyncio.gather(
        *(_one(port, pupil, heard, started + SECONDS, random.Random(pupil.attempt)) for pupil in pupils)  # noqa: S311
    )
    heard.spent = time.perf_counter() - started
    return heard


async def _one(port: int, pupil: Pupil, heard: Heard, last: float, dice: random.Random) -> None:
    await asyncio.sleep(dice.uniform(0, THINK[1]))
    for request in _work(pupil, dice):
        if time.perf_counter() > last:
            return
        started = time.perf_counter()
        status, body = await _ask(port, request)
        heard.times.append(time.perf_counter() - started)
        if status != 200:
            heard.refused.append((status, body[:200]))
        await asyncio.sleep(dice.uniform(*THINK))


def _work(pupil: Pupil, dice: random.Random) -> Iterator[bytes]:
    """She opens the course, answers, and looks at her courses now and then."""
    yield get(f"/learn/{pupil.course_id}/", pupil.token)
    for request in pupil.requests():
        yield request
        if dice.random() < 0.3:
            yield get("/mine", pupil.token)


async def _ask(port: int, request: bytes) -> tuple[int, bytes]:
    """A connection of its own, as after so long a pause."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(request.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n", 1))
    head, _, body = (await reader.read(-1)).partition(b"\r\n\r\n")
    writer.close()
    await writer.wait_closed()
    return int(head.split()[1]), body
