"""The stage of a running hour: on top of the newest only, by its leaders only, and nothing of a break but minutes."""

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from course_builder.meetings.again import hold_again
from course_builder.meetings.models import Leader, Meeting, Steering
from tests.meetings.held import STARTS, Held
from tests.web.region import both
from tests.web.room.stages import stage

As = Callable[[str], FlaskClient]


def put(client: FlaskClient, held: Held, base: int, made: dict[str, Any], *verbs: str) -> tuple[int, Any]:
    body = {"base": base, "stage": made, "verbs": [{"verb": one, "step": made["at"]} for one in verbs]}
    answer = client.put(f"/apt/{held.meeting_id}/stage", json=body)
    return answer.status_code, answer.json


@both
def test_both_leaders_steer_and_the_second_of_two_is_told(held: Held, as_: As) -> None:
    manager, rep = as_("manager"), as_("rep")
    assert put(manager, held, 0, stage(), "start")[0] == 200
    status, told = put(rep, held, 0, stage(at="avslut"), "next")
    assert (status, told["revision"], told["by"]) == (409, 1, "Maria Chef")
    assert told["stage"]["at"] == "valkommen"
    assert put(rep, held, 1, stage(at="avslut"), "next") == (200, {"revision": 2, "now": told["now"]})
    read = manager.get(f"/apt/{held.meeting_id}/stage").json
    assert (read["stage"]["at"], read["revision"], read["by"]) == ("avslut", 2, "Anna Ombud")


def test_who_did_what_is_kept_to_the_minute(held: Held, as_: As) -> None:
    held.region.time.pass_(seconds=42)
    put(as_("manager"), held, 0, stage(), "start")
    put(as_("rep"), held, 1, stage(at="avslut"), "next", "film", "theme")
    with held.region.database.reading() as session:
        done = [
            (one.person_id, one.verb, one.step, one.at.second)
            for one in session.query(Steering).order_by(Steering.id)
        ]
    people = held.region.people
    assert done == [(people["manager"], "start", "valkommen", 0), (people["rep"], "next", "avslut", 0)]


def test_of_a_break_nothing_is_kept_but_its_minutes(held: Held, as_: As) -> None:
    manager, time = as_("manager"), held.region.time
    put(manager, held, 0, stage(), "start")
    calm = {"calm": True, "calmed": time().timestamp() * 1000}
    put(manager, held, 1, stage(**calm, verb="calm"), "calm")
    time.pass_(minutes=3, seconds=10)
    put(manager, held, 2, stage(**calm), "blank")
    put(manager, held, 3, stage(rested=4), "resume")
    kept = held.meeting()
    assert (kept.rested_minutes, (kept.stage or {})["calmed"]) == (4, None)
    with held.region.database.reading() as session:
        assert [one.verb for one in session.query(Steering)] == ["start"]


@both
def test_what_is_told_twice_since_an_answer_got_lost_is_noted_once(held: Held, as_: As) -> None:
    """The key is the hour's: the same one in another hour is another thing."""
    rep, address = as_("rep"), f"/apt/{held.meeting_id}/stage"
    first, then = (
        {"verb": "start", "step": "a", "key": "0a" * 8},
        {"verb": "next", "step": "b", "key": "0b" * 8},
    )
    for base, verbs in ((0, [first]), (1, [first, then, then]), (2, [then, {**then, "key": "0c" * 8}])):
        assert rep.put(address, json={"base": base, "stage": stage(), "verbs": verbs}).status_code == 200
    with held.region.database.writing() as session:
        assert [one.step for one in session.query(Steering).order_by(Steering.id)] == ["a", "b", "b"]
        other = hold_again(
            session, session.get_one(Meeting, held.meeting_id), held.meeting().starts, 60, None, STARTS
        ).id
    body = {"base": 0, "stage": stage(), "verbs": [first]}
    assert rep.put(f"/apt/{other}/stage", json=body).status_code == 200
    with held.region.database.reading() as session:
        assert session.query(Steering).count() == 4


@pytest.mark.parametrize("key", ["", "kort", "x" * 17, 7])
def test_a_key_that_is_none_is_refused(held: Held, as_: As, key: object) -> None:
    body = {"base": 0, "stage": stage(), "verbs": [{"verb": "start", "step": "a", "key": key}]}
    assert as_("rep").put(f"/apt/{held.meeting_id}/stage", json=body).status_code == 422
    assert held.meeting().stage is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"at": 7},
        {"html": "<b>"},
        {"show": {"what": "anything"}},
        {"film": {"step": "film"}},
        {"plan": [{"id": "a", "minutes": "4"}]},
        {"device": "x" * 200},
        {"plan": [{"id": f"{number}", "minutes": 1} for number in range(300)]},
    ],
)
def test_a_stage_that_is_none_is_refused(held: Held, as_: As, wrong: dict[str, Any]) -> None:
    assert put(as_("rep"), held, 0, stage(**wrong))[0] == 422
    assert held.meeting().stage is None


def test_too_much_is_refused(held: Held, as_: As) -> None:
    assert put(as_("rep"), held, 0, stage(device="x" * 70_000))[0] == 413


def test_opened_twice_the_hour_has_one_code(held: Held, as_: As) -> None:
    rep = as_("rep")
    first = rep.post(f"/apt/{held.meeting_id}/open").json
    again = as_("manager").post(f"/apt/{held.meeting_id}/open").json
    assert (first["code"], first["door"], first["wall"]) == (again["code"], again["door"], again["wall"])
    assert len(first["code"]) == 6 and not set(first["code"]) & set("IO01")
    assert held.meeting().began == held.region.time()


def test_an_hour_that_is_over_takes_nothing_more(held: Held, as_: As) -> None:
    rep = as_("rep")
    put(rep, held, 0, stage(), "start")
    with held.region.database.writing() as session:
        session.merge(held.meeting()).ended = held.region.time()
    assert put(rep, held, 1, stage(at="avslut"), "next")[0] == 410
    assert rep.post(f"/apt/{held.meeting_id}/open").status_code == 410


@pytest.mark.parametrize("role", ["coordinator", "employee", "rep2", "trainer", "admin"])
def test_nobody_else_steers(held: Held, as_: As, role: str) -> None:
    """trust 46"""
    other = as_(role)
    assert put(other, held, 0, stage(), "start")[0] == 404
    for address in ("stage", "events"):
        assert other.get(f"/apt/{held.meeting_id}/{address}").status_code == 404
    assert other.post(f"/apt/{held.meeting_id}/open").status_code == 404


def test_who_leads_no_longer_steers_no_longer(held: Held, as_: As) -> None:
    """trust 46"""
    rep = as_("rep")
    assert put(rep, held, 0, stage(), "start")[0] == 200
    with held.region.database.writing() as session:
        session.query(Leader).filter_by(person_id=held.region.people["rep"]).delete()
    assert put(rep, held, 1, stage(at="avslut"), "next")[0] == 404
