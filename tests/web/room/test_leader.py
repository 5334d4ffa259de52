"""The leader's view as the application gives it: to whom, with what, and who stays signed in while the hour runs."""

import json
import re
from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient

from course_builder.content.steps import planned
from course_builder.meetings.models import Meeting
from course_builder.paths.folder import FolderTree
from course_builder.paths.shipped import BUILT
from course_builder.people import sign_in
from course_builder.player.hour.data import Room
from course_builder.player.hour.room import room_page
from course_builder.player.hour.screen_page import Beside
from tests.meetings.held import STARTS, Held

IDLE_TWICE = 30
"""Minutes between two signs of life."""


def lead(held: Held) -> str:
    return f"/apt/{held.meeting_id}/lead"


def data(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="hour">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    made: dict[str, Any] = json.loads(found[1])
    return made


@pytest.mark.parametrize("who", ["manager", "rep"])
def test_both_leaders_have_it(held: Held, who: str) -> None:
    answer = held.region.as_(who).get(lead(held))
    assert answer.status_code == 200
    assert "Ditt stöd – syns inte i rummet" in answer.text


@pytest.mark.parametrize("who", ["employee", "coordinator", "manager2", "admin"])
def test_nobody_else_finds_it(held: Held, who: str) -> None:
    answers = held.region.as_(who)
    assert [
        answers.get(lead(held)).status_code,
        answers.post(f"/apt/{held.meeting_id}/here").status_code,
    ] == [404, 404]


def test_it_knows_the_hour_its_steps_and_where_to_write(held: Held) -> None:
    made = data(held.region.as_("rep").get(lead(held)).text)
    starts = round(STARTS.timestamp() * 1000)
    assert (made["role"], made["name"]) == ("leader", "Anna Ombud")
    assert (made["starts"], made["ends"]) == (starts, starts + 60 * 60_000)
    assert [step["id"] for step in made["steps"]] == [row["id"] for row in held.meeting().plan]
    assert (made["stage"], made["revision"]) == (None, 0)
    assert made["server"]["stage"] == f"/apt/{held.meeting_id}/stage"


def test_facts_stand_with_their_provisions_and_no_link_leads_nowhere(held: Held) -> None:
    page = held.region.as_("rep").get(lead(held)).text
    assert "även vårdnadshavaren (Patientlagen (2014:821) 3 kap. 3 §)" in page
    targets = set(re.findall(r'href="#([^"]+)"', page)) - set(re.findall(r'\bid="([^"]+)"', page))
    assert {name for name in targets if not name.startswith("i-")} == set()


def test_what_is_said_for_the_leader_is_in_nothing_that_the_room_gets(held: Held) -> None:
    """The same hour as both views have it: the notes are in one of them. trust D"""
    said = "Samtalet fastnar i vem som gjorde fel"
    assert said in held.region.as_("rep").get(lead(held)).text
    room = Room(held.course, planned(held.course, held.meeting().plan))
    assert said not in room_page(room, Beside(FolderTree(BUILT)))


def test_every_word_of_the_page_is_there(held: Held) -> None:
    """A `$name` that nobody filled in would stand there as it is."""
    page = held.region.as_("rep").get(lead(held)).text
    assert re.findall(r"\$\w+", page.split('<script type="application/json"')[0]) == []


def test_an_hour_that_is_over_leads_to_what_came_of_it(held: Held) -> None:
    with held.region.database.writing() as session:
        session.get_one(Meeting, held.meeting_id).ended = held.region.time()
    answer = held.region.as_("rep").get(lead(held))
    assert (answer.status_code, answer.location) == (302, f"/apt/{held.meeting_id}/after")


def begin(held: Held, browser: FlaskClient) -> None:
    assert browser.post(f"/apt/{held.meeting_id}/open").status_code == 200


def here(held: Held, browser: FlaskClient) -> bool:
    answer = browser.post(f"/apt/{held.meeting_id}/here")
    assert answer.status_code == 200
    kept: bool = answer.get_json()["kept"]
    return kept


def test_a_running_hour_never_signs_its_leader_out(held: Held) -> None:
    """She signed in eleven and a half hours ago: the longest there is ends in the middle of the hour."""
    held.region.time.now = STARTS - sign_in.LONGEST + timedelta(minutes=30)
    anna = held.region.as_("rep")
    while held.region.time.now < STARTS:
        assert anna.get("/me").status_code == 200
        held.region.time.pass_(minutes=IDLE_TWICE)
    held.region.time.now = STARTS
    begin(held, anna)
    for _ in range(4):
        assert here(held, anna) is True
        held.region.time.pass_(minutes=25)
    assert anna.get(lead(held)).status_code == 200


def test_an_hour_that_has_not_begun_is_over_or_was_forgotten_keeps_nobody(held: Held) -> None:
    """trust 23: a page left open is no way to stay for ever."""
    held.region.time.now = STARTS
    anna = held.region.as_("rep")
    assert here(held, anna) is False
    begin(held, anna)
    assert here(held, anna) is True
    held.region.time.pass_(minutes=59)
    assert here(held, anna) is True
    held.region.time.pass_(minutes=59)
    assert here(held, anna) is True
    held.region.time.pass_(minutes=3)
    assert here(held, anna) is False
    with held.region.database.writing() as session:
        session.get_one(Meeting, held.meeting_id).ended = held.region.time()
    held.region.time.now = STARTS + timedelta(minutes=90)
    assert here(held, held.region.as_("rep")) is False


def test_a_session_that_was_ended_is_not_woken(held: Held) -> None:
    held.region.time.now = STARTS
    anna = held.region.as_("rep")
    begin(held, anna)
    anna.post("/sign-out")
    assert anna.post(f"/apt/{held.meeting_id}/here").status_code in (401, 403)


def test_who_signs_in_anew_gets_her_new_token(held: Held) -> None:
    anna = held.region.as_("rep")
    known = data(anna.get(lead(held)).text)["server"]["csrf"]
    again = held.region.as_("rep")
    told = again.get(f"/apt/{held.meeting_id}/here").get_json()["csrf"]
    assert told == again.environ_base["HTTP_X_CSRF_TOKEN"] != known
