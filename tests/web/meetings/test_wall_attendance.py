"""The code on the wall: whoever is signed in says herself that she is there, while the hour is open, and nothing else."""

import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from course_builder.meetings.closing import close
from course_builder.meetings.models import AttendanceChange, Attendee, Meeting
from tests.meetings.held import Held
from tests.web.region import Region, both
from tests.web.room.stages import stage

As = Callable[[str], FlaskClient]


@pytest.fixture
def token(held: Held, as_: As) -> str:
    """Of the open hour, as the wall shows it."""
    begin(held)
    told = as_("rep").get(f"/apt/{held.meeting_id}/attendance/wall.json").get_json()
    assert set("".join(told["picture"])) == {"0", "1"}
    return str(told["address"]).rsplit("/", 1)[1]


def begin(held: Held) -> None:
    with held.region.database.writing() as session:
        session.get_one(Meeting, held.meeting_id).began = held.region.time()


def there(held: Held) -> list[tuple[int | None, str, int | None]]:
    """Who was noted, how and by whom."""
    with held.region.database.reading() as session:
        rows = session.execute(
            select(Attendee.person_id, AttendanceChange.how, AttendanceChange.by_id)
            .join(AttendanceChange, AttendanceChange.attendee_id == Attendee.id)
            .order_by(AttendanceChange.id)
        )
        return [(person, how, by) for person, how, by in rows]


def shown(held: Held, what: str) -> None:
    """A leader has it on the wall."""
    body = {
        "base": held.meeting().stage_revision,
        "stage": stage(show={"what": what, "round": None}),
        "verbs": [],
    }
    assert held.region.as_("rep").put(f"/apt/{held.meeting_id}/stage", json=body).status_code == 200


def on_wall(held: Held) -> list[str]:
    """The picture on a wall that nobody is signed in to; empty without one."""
    answer = held.region.anonymous().get(f"/wall/{held.meeting().wall}/here")
    assert (answer.status_code, answer.headers["Cache-Control"], list(answer.json)) == (
        200,
        "no-store",
        ["picture"],
    )
    return list(answer.json["picture"])


def of_leader(held: Held) -> tuple[str, list[str]]:
    """The token, and the picture of it."""
    told = held.region.as_("rep").get(f"/apt/{held.meeting_id}/attendance/wall.json").get_json()
    return str(told["address"]).rsplit("/", 1)[1], told["picture"]


@both
def test_she_confirms_and_is_on_the_list_once(held: Held, as_: As, token: str) -> None:
    elin, sven = held.region.people["employee"], held.region.people["employee2"]
    for key in ("employee", "employee", "employee2"):
        page = as_(key).get(f"/apt/here/{token}").text
        assert "Jag är här" in page
        told = as_(key).post(f"/apt/here/{token}", follow_redirects=True).text
        assert "Du är noterad som närvarande." in told
    assert there(held) == [(elin, "wall", elin), (sven, "wall", sven)]


def test_to_open_the_page_changes_nothing(held: Held, as_: As, token: str) -> None:
    as_("employee").get(f"/apt/here/{token}")
    assert there(held) == []


def test_signed_out_she_signs_in_first(held: Held, region: Region, token: str) -> None:
    stranger = region.anonymous()
    assert "/sign-in" in (stranger.get(f"/apt/here/{token}").location or "")
    assert stranger.post(f"/apt/here/{token}").status_code in (401, 403)
    assert there(held) == []


def test_another_token_and_one_that_has_run_out_lead_nowhere(held: Held, region: Region, as_: As, token: str) -> None:  # fmt: skip
    elin = as_("employee")
    for wrong in (token[:-5] + ("A" if token[-5] != "A" else "B") + token[-4:], "1", "x" * 40):
        assert (elin.get(f"/apt/here/{wrong}").status_code, elin.post(f"/apt/here/{wrong}").status_code) == (
            404,
            404,
        )
    region.time.pass_(minutes=31)
    elin = as_("employee")
    assert (elin.get(f"/apt/here/{token}").status_code, elin.post(f"/apt/here/{token}").status_code) == (
        404,
        404,
    )
    assert there(held) == []


def test_an_hour_that_has_ended_takes_nobody_in(held: Held, as_: As, token: str) -> None:
    with held.region.database.writing() as session:
        close(session, session.get_one(Meeting, held.meeting_id), held.region.time(), None)
    assert "Timmen är inte öppen" in as_("employee").get(f"/apt/here/{token}").text
    assert as_("employee").post(f"/apt/here/{token}").status_code == 422
    assert there(held) == []


def test_where_only_a_number_is_kept_nobody_is_named(held: Held, as_: As, token: str) -> None:
    as_("manager").post(f"/apt/{held.meeting_id}/attendance/say-number", data={"number": "11"})
    told = as_("employee").post(f"/apt/here/{token}")
    assert (told.status_code, "sparas bara ett antal" in told.text) == (422, True)
    assert there(held) == []


def test_before_it_is_opened_there_is_no_code(held: Held, as_: As) -> None:
    told = as_("rep").get(f"/apt/{held.meeting_id}/attendance/wall.json").get_json()
    assert (told["address"], told["picture"]) == ("", [])
    assert (
        "Koden finns bara medan timmen är öppen"
        in as_("rep").get(f"/apt/{held.meeting_id}/attendance/wall").text
    )


def test_the_code_steers_nothing(held: Held, as_: As, token: str) -> None:
    """trust 46: with it a stranger can say that she is there herself, and see neither list nor hour."""
    sven = as_("employee2")
    page = sven.get(f"/apt/here/{token}").text
    assert not re.search(r"Elin|Anna|Maria", page)
    for path in ("", "/list.json", "/wall", "/wall.json"):
        assert sven.get(f"/apt/{held.meeting_id}/attendance{path}").status_code == 404
    assert sven.post(f"/apt/here/{token}", data={"person": held.region.people["employee"]}).status_code == 302
    assert [person for person, _, _ in there(held)] == [held.region.people["employee2"]]


def test_it_shares_nothing_with_the_code_that_phones_vote_by(held: Held, as_: As, token: str) -> None:
    """trust 51"""
    with held.region.database.writing() as session:
        hour = session.get_one(Meeting, held.meeting_id)
        hour.code, hour.door, hour.wall, hour.salt = "ABC234", "d" * 32, "w" * 32, "s" * 32
    page = as_("employee").get(f"/apt/here/{token}").text
    assert not any(one in page + token for one in ("ABC234", "d" * 32, "w" * 32, "s" * 32))


@both
def test_a_wall_that_nobody_is_signed_in_to_shows_it_while_a_leader_does(held: Held, as_: As) -> None:
    """trust 46: the same picture as in the leaders' window, as short-lived, and only while it is shown there."""
    for what in ("step", "join"):
        shown(held, what)
        assert on_wall(held) == []
    shown(held, "here")
    first, picture = of_leader(held)
    assert on_wall(held) == picture != []
    held.region.time.pass_(minutes=10)
    assert on_wall(held) == of_leader(held)[1] != picture
    held.region.time.pass_(minutes=21)
    assert as_("employee").get(f"/apt/here/{first}").status_code == 404
    shown(held, "step")
    assert on_wall(held) == []


def test_a_wall_has_no_picture_when_it_would_note_nobody(held: Held, as_: As) -> None:
    shown(held, "here")
    as_("manager").post(f"/apt/{held.meeting_id}/attendance/say-number", data={"number": "11"})
    assert on_wall(held) == []
    with held.region.database.writing() as session:
        session.get_one(Meeting, held.meeting_id).way = None
    assert on_wall(held) != []
    as_("rep").post(f"/apt/{held.meeting_id}/end")
    assert held.region.anonymous().get(f"/wall/{'0' * 32}/here").status_code == 404


def test_a_wall_knows_of_it_nothing_but_the_picture(held: Held) -> None:
    """trust 46: page and stage of a wall hold no key; trust 51: phones and the code for attendance share no address."""
    shown(held, "here")
    visitor, wall = held.region.anonymous(), held.meeting().wall
    token, _ = of_leader(held)
    for address in ("", "stage", "joining"):
        assert token not in visitor.get(f"/wall/{wall}/{address}").text
    for method in (visitor.post, visitor.put, visitor.delete):
        assert method(f"/wall/{wall}/here").status_code == 405
    assert there(held) == []
