"""Event streams: each has at once what there is, then what changes, and never what it has already."""

from collections.abc import Callable, Iterator

import pytest
from flask.testing import FlaskClient

from tests.meetings.held import Held
from tests.web.region import both
from tests.web.room.heard import STREAM, events
from tests.web.room.stages import stage
from tests.web.room.test_stage import put

As = Callable[[str], FlaskClient]


@pytest.fixture(autouse=True)
def _stopped(held: Held) -> Iterator[None]:
    yield
    held.region.app.extensions["hub"].stop()


@both
def test_what_one_leader_does_the_other_and_the_wall_see(held: Held, as_: As) -> None:
    rep = as_("rep")
    wall = rep.post(f"/apt/{held.meeting_id}/open").json["wall"]
    other = events(as_("manager"), f"/apt/{held.meeting_id}/events")
    room = events(held.region.anonymous(), f"/wall/{wall}/events")
    assert [next(other)[0], next(other)[0]] == ["stage", "rounds"]
    assert [next(room)[0], next(room)[0]] == ["stage", "rounds"]
    put(rep, held, 0, stage(at="avslut"), "start")
    for one in (other, room):
        name, told, _ = next(one)
        assert (name, told["stage"]["at"], told["revision"]) == ("stage", "avslut", 1)
        assert ("Anna" in str(told)) == (one is other)
        one.close()


def test_who_comes_back_gets_only_what_is_new(held: Held, as_: As) -> None:
    rep = as_("rep")
    put(rep, held, 0, stage(), "start")
    address = f"/apt/{held.meeting_id}/events"
    first = events(rep, address)
    have = next(first)
    assert have[0] == "stage"
    first.close()
    again = events(rep, address, **{"Last-Event-ID": have[2]})
    assert next(again)[0] == "rounds"
    again.close()


def test_a_page_has_one_stream(held: Held, as_: As) -> None:
    """trust 48"""
    rep = as_("rep")
    first = events(rep, f"/apt/{held.meeting_id}/events?s=one")
    assert next(first)[0] == "stage"
    second = events(rep, f"/apt/{held.meeting_id}/events?s=one")
    assert next(second)[0] == "stage"
    assert [name for name, _, _ in first] == ["rounds", "elsewhere"]
    hub = held.region.app.extensions["hub"]
    assert hub.listeners.count(("leader", held.meeting_id)) == 1
    second.close()


def test_only_what_can_read_a_stream_gets_one(held: Held, as_: As) -> None:
    assert as_("rep").get(f"/apt/{held.meeting_id}/events").status_code == 406
    assert held.region.anonymous().get("/wall/none/events", headers=STREAM).status_code == 404


def test_no_proxy_keeps_a_stream_or_gathers_it(held: Held, as_: As) -> None:
    answer = as_("rep").get(f"/apt/{held.meeting_id}/events", headers=STREAM)
    told = {name: answer.headers[name] for name in ("X-Accel-Buffering", "Cache-Control", "Content-Type")}
    assert told == {
        "X-Accel-Buffering": "no",
        "Cache-Control": "no-store",
        "Content-Type": "text/event-stream",
    }
    answer.close()
