"""Logs and error pages name nobody: ids, routes and codes only."""

import json
import logging

import pytest
from flask.testing import FlaskClient

from course_builder.people.may import Action
from course_builder.people.models import Person
from course_builder.web.guard import allow
from course_builder.web.log import Lines
from tests.web.region import Region
from tests.web.walk import Walk, everything, walk

__all__ = ["walk"]

CANARY = "Kanariefågel"
MAIL = "kanariefagel@exempel.se"


def planted(region: Region, key: str) -> FlaskClient:
    with region.database.writing() as session:
        person = session.get_one(Person, region.people[key])
        person.name, person.email = f"{CANARY}\r\n{{}} Ombud", MAIL
    return region.as_(key)


def test_no_name_address_password_or_word_of_hers_is_logged(
    walk: Walk, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    """trust 68"""
    caplog.set_level(logging.DEBUG)
    logging.getLogger("sqlalchemy").setLevel(logging.WARNING)
    browser = planted(walk.region, "coordinator")
    everything(walk.region, "coordinator")
    said = {
        name: CANARY
        for name in ("name", "email", "password", "text", "note", "title", "reference", "q", "given")
    }
    for method, _, address in walk.addresses("GET", "POST"):
        if address.startswith("/sign-out"):
            continue
        browser.open(
            f"{address}?q={CANARY}&next={MAIL}", method=method, data=said if method == "POST" else None
        )
        browser.environ_base["HTTP_USER_AGENT"] = f"{CANARY}/1.0"
    browser.get(f"/people/{CANARY}/{MAIL}")
    browser.get("/", headers={"Host": f"{CANARY}.example"})
    told = caplog.text + "".join(capfd.readouterr())
    assert "people_persons" not in told
    assert "/people/<int:person_id>" in told
    assert [word for word in (CANARY, MAIL, CANARY.lower()) if word in told] == []


def test_a_request_is_one_line_of_ids(region: Region, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "course_builder.requests")
    answer = region.as_("rep").get("/me?q=hemligt")
    line = json.loads(caplog.messages[-1])
    assert {name: line[name] for name in ("actor", "method", "route", "status", "request")} == {
        "actor": region.accounts["rep"],
        "method": "GET",
        "route": "/me",
        "status": 200,
        "request": answer.headers["X-Request-ID"],
    }
    assert line["ms"] > 0


def test_what_breaks_is_told_by_a_number(region: Region, caplog: pytest.LogCaptureFixture) -> None:
    """trust 68: the log says where it broke, the page a number, and neither what the error said."""

    @allow(Action.SIGN_OUT)
    def broken() -> str:
        raise ValueError(f"{CANARY} {MAIL}")

    region.app.view_functions["account.me"] = broken
    region.app.testing = False
    answer = region.as_("rep").get("/me")
    assert answer.status_code == 500
    assert answer.headers["X-Request-ID"] in answer.text
    fault = next(
        json.loads(record.message) for record in caplog.records if record.name == "course_builder.faults"
    )
    assert (fault["error"], fault["route"], fault["request"]) == (
        "ValueError",
        "/me",
        answer.headers["X-Request-ID"],
    )
    assert "broken" in fault["frames"][-1]
    assert [word for word in (CANARY, MAIL) if word in caplog.text + answer.text] == []


def test_a_server_writes_each_line_whole_and_at_once(capfd: pytest.CaptureFixture[str]) -> None:
    lines = Lines()
    for said in ("ett", "två"):
        lines.handle(logging.LogRecord("x", logging.INFO, "", 0, said, None, None))
    assert capfd.readouterr().err == "ett\ntvå\n"
