"""A flooded room, with the whole server: it holds exactly what it may, and the hour in it goes on."""

from dataclasses import replace
from pathlib import Path

import pytest

from bench.load.flood import Flood, measure
from course_builder.settings import Settings
from tests.database.server import DURABLE, running

ASKED = Flood(cap=120, honest=20, joins=500, seconds=1.0, half_open=60, stuck=30)


@pytest.mark.timeout(600)
@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_the_cap_holds_and_those_who_are_in_go_on(tmp_path: Path, kind: str) -> None:
    """trust 47 and 48: all who came first are in, hear each question and have their answers counted; the leader's stage and an
    ordinary page are answered all the while."""
    settings = replace(Settings(), data=str(tmp_path / "data"))
    if kind == "sqlite":
        seen = measure(settings, tmp_path, ASKED)
    else:
        with running(DURABLE) as server:
            server.run("CREATE DATABASE flood")
            seen = measure(replace(settings, database_url=server.url("flood")), tmp_path, ASKED)
    let_in = ASKED.cap - ASKED.honest
    assert seen.joined == {200: let_in, 503: ASKED.joins - let_in}
    assert (seen.came, seen.there) == (ASKED.honest, ASKED.cap)
    assert (seen.heard, seen.saved, seen.lost) == (2 * ASKED.honest, 2 * ASKED.honest, 0)
    assert (set(seen.stage), set(seen.pages)) == ({200}, {200})
