"""Three hundred phones in one room, with the whole server: all are in, each question reaches all, and the count is exact."""

from dataclasses import replace
from pathlib import Path

import pytest

from bench.load import room_hour
from bench.load.room import ROUNDS, measure
from course_builder.settings import Settings
from tests.database.server import DURABLE, running

PHONES = 300


@pytest.mark.timeout(600)
@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_all_are_in_and_nothing_is_lost(tmp_path: Path, kind: str) -> None:
    """On PostgreSQL in two processes, where half of the phones are told by the other."""
    settings = replace(Settings(), data=str(tmp_path / "data"))
    if kind == "sqlite":
        seen = measure(settings, tmp_path, 1, PHONES)
    else:
        with running(DURABLE) as server:
            server.run("CREATE DATABASE room")
            seen = measure(replace(settings, database_url=server.url("room")), tmp_path, 1, PHONES)
    assert (seen.joined, len(seen.asked), seen.saved, seen.lost) == (
        PHONES,
        ROUNDS * PHONES,
        ROUNDS * PHONES,
        0,
    )


def test_phones_that_sleep_and_drop_lose_no_answer(tmp_path: Path) -> None:
    seen = room_hour.measure(replace(Settings(), data=str(tmp_path / "data")), tmp_path, minutes=12)
    assert seen.saved > 6 * room_hour.PHONES
    assert seen.dropped > room_hour.PHONES / 2
    assert seen.lost == 0
