"""The room's screen: its leaders' own, one screen for all, and a wall that anybody may see and nobody can steer from."""

import json
import re

from flask.testing import FlaskClient

from course_builder.meetings.models import Meeting
from tests.meetings.held import Held
from tests.web.room.joined import opened
from tests.web.room.stages import stage

LEADERS = ("Anna Ombud", "Maria Chef")


def hour(held: Held, view: str) -> str:
    return f"/apt/{held.meeting_id}/{view}"


def data(html: str) -> dict[str, object]:
    found = re.search(r'<script type="application/json" id="hour">(.*?)</script>', html, re.DOTALL)
    assert found is not None
    return dict(json.loads(found[1]))


def begun(held: Held) -> FlaskClient:
    """The hour runs, and Anna has steered it."""
    client = held.region.as_("rep")
    body = {"base": 0, "stage": stage(), "verbs": [{"verb": "start", "step": "vgff"}]}
    assert client.put(hour(held, "stage"), json=body).status_code == 200
    return client


def test_its_leaders_open_it_and_nobody_else(held: Held) -> None:
    for view in ("room", "one", "media/vantrummet.webm"):
        assert held.region.as_("rep").get(hour(held, view)).status_code == 200
        for stranger in ("employee", "rep2", "trainer", "coordinator", "admin"):
            assert held.region.as_(stranger).get(hour(held, view)).status_code == 404
        assert held.region.anonymous().get(hour(held, view)).status_code in (302, 401)


def test_the_page_knows_the_hour_its_unit_and_where_it_is(held: Held) -> None:
    client = begun(held)
    page = data(client.get(hour(held, "room")).text)
    assert page["role"] == "room"
    assert page["revision"] == 1
    steps = page["steps"]
    assert isinstance(steps, list)
    assert sum(step["minutes"] for step in steps) == 60
    one = data(client.get(hour(held, "one")).text)
    assert one["role"] == "single"
    assert one["ends"] == one["starts"] + 60 * 60_000  # type: ignore[operator]


def test_films_come_in_ranges_from_the_hours_own_release(held: Held) -> None:
    client = held.region.as_("manager")
    part = client.get(hour(held, "media/vantrummet.webm"), headers={"Range": "bytes=100-199"})
    assert (part.status_code, len(part.data)) == (206, 100)
    assert part.headers["Content-Range"].startswith("bytes 100-199/")
    assert client.get(hour(held, "media/finns-inte.webm")).status_code == 404


def test_a_wall_shows_what_the_room_sees_and_says_nothing_of_those_who_lead(held: Held) -> None:
    """Trust 46: the projector's address is read-only and has no key material."""
    begun(held)
    wall = opened(held).wall
    visitor = held.region.anonymous()
    page = visitor.get(f"/wall/{wall}/")
    assert page.status_code == 200
    assert page.headers["Cache-Control"] == "no-store"
    told = visitor.get(f"/wall/{wall}/stage")
    assert told.json["stage"]["at"] == stage()["at"]
    meeting = held.meeting()
    for text in (page.text, told.text):
        assert not [name for name in LEADERS if name in text]
        for secret in (meeting.code, meeting.door, meeting.salt):
            assert secret
            assert secret not in text
    server = data(page.text)["server"]
    assert isinstance(server, dict)
    assert "csrf" not in server
    assert visitor.get(f"/wall/{wall}/media/vantrummet.webm").status_code == 200
    assert visitor.get(f"/wall/{wall}").status_code == 308


def test_nothing_can_be_steered_from_a_wall(held: Held) -> None:
    """Trust 46: every way to control the hour is closed to whoever has its address."""
    begun(held)
    wall = opened(held).wall
    visitor = held.region.anonymous()
    body = {"base": 1, "stage": stage(), "verbs": []}
    for address in (f"/wall/{wall}/", f"/wall/{wall}/stage"):
        for method in (visitor.post, visitor.put, visitor.delete):
            assert method(address, json=body).status_code == 405
    assert visitor.put(hour(held, "stage"), json=body).status_code == 401
    assert held.meeting().stage_revision == 1


def test_the_address_of_a_wall_is_gone_with_the_hour(held: Held) -> None:
    begun(held)
    wall = opened(held).wall
    visitor = held.region.anonymous()
    with held.region.database.writing() as session:
        session.get_one(Meeting, held.meeting_id).wall = None
    for address in ("", "stage", "media/vantrummet.webm"):
        assert visitor.get(f"/wall/{wall}/{address}").status_code == 404
    assert visitor.get(f"/wall/{'0' * 32}/").status_code == 404
