"""The server is killed while a room answers: what phones were told is saved is what is counted, to the last answer.

Each phone goes on as its page does: what was not answered is sent again, and a new answer replaces the one before.
"""

import asyncio
import os
import random
from collections import Counter
from pathlib import Path
from secrets import token_hex

import pytest
from sqlalchemy import select, text

from bench.load.hours import Hour, hours, tally
from bench.load.loop import run
from bench.load.phones import Phone
from bench.load.school import opened
from course_builder.meetings.joining import Room
from course_builder.meetings.models import Ballot, Meeting
from course_builder.meetings.voting import name_of
from course_builder.settings import Settings
from tests.faults.running import Server

KILLS = int(os.environ.get("ROOM_KILLS", "10"))
PHONES = 20
PROGRESS = 3
"""Answers that each phone gets saved before the next fall."""


class Answering:
    """A phone whose owner changes her mind all the time. `sending` is what it has sent and not heard of."""

    def __init__(self, phone: Phone, round_id: str, dice: random.Random) -> None:
        self.phone, self.round_id, self.dice = phone, round_id, dice
        self.sending: str | None = None
        self.saved = 0

    async def go_on(self, over: asyncio.Event) -> None:
        while not over.is_set():
            self.sending = str(self.dice.randint(1, 4))
            assert await self.phone.vote(self.round_id, self.sending), self.phone.refused
            self.sending = None
            self.saved += 1
            await asyncio.sleep(0)


async def fall_after_fall(
    server: Server, room: list[Answering], settings: Settings, dice: random.Random
) -> None:
    """When it ends, each phone has been told of its last answer, and the server is up."""
    over = asyncio.Event()
    going = [asyncio.create_task(one.go_on(over)) for one in room]
    for _ in range(KILLS):
        before = [one.saved for one in room]
        while any(one.saved < was + PROGRESS for one, was in zip(room, before, strict=True)):
            await asyncio.sleep(0.02)
        await asyncio.sleep(dice.uniform(0, 0.2))
        server.fall()
        counted(settings, room)
        await asyncio.to_thread(server.start)
    over.set()
    await asyncio.gather(*going)


def counted(settings: Settings, room: list[Answering]) -> None:
    """While nothing runs: each phone's ballot is what it was told, or what it has sent since."""
    with opened(settings) as database, database.reading() as session:
        salt = session.scalars(select(Meeting.salt)).one() or ""
        ballots = {one.phone: one.given for one in session.query(Ballot)}
        assert session.scalars(text("PRAGMA integrity_check")).all() == ["ok"]
    assert len(ballots) == PHONES
    for one in room:
        stored = ballots[name_of(Room(0, "", salt, "", 0), one.phone.token)]
        assert stored in (one.phone.saved[one.round_id], one.sending)


@pytest.mark.timeout(900)
def test_what_phones_were_told_is_what_is_counted(tmp_path: Path) -> None:
    settings, dice = Settings(data=str(tmp_path / "data")), random.Random(49)
    (hour,) = hours(settings, tmp_path, 1)
    server = Server(settings)
    server.start()
    room = run(through(server, hour, settings, dice))
    assert hour.close(server.port, room[0].round_id) == 200
    server.fall()
    with opened(settings) as database:
        found = Counter(tally(database, room[0].round_id))
    assert found == Counter(one.phone.saved[one.round_id] for one in room)
    print(
        f"a room: {KILLS} kills, {sum(one.saved for one in room)} answers told to be saved, the count is theirs"
    )


async def through(server: Server, hour: Hour, settings: Settings, dice: random.Random) -> list[Answering]:
    round_id = token_hex(16)
    assert await asyncio.to_thread(hour.ask, server.port, round_id) == 200
    room = [Answering(Phone(server.port, hour.door), round_id, dice) for _ in range(PHONES)]
    assert all(await asyncio.gather(*(one.phone.join() for one in room)))
    await fall_after_fall(server, room, settings, dice)
    return room
