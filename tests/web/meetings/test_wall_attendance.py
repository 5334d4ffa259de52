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
