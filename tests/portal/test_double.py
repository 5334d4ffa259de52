"""The double is as strict as packages.md 3.2 asks: what scorm-again lets pass is refused here, and said."""

from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.portal.server import Launch, Portal

EMPTY = {"index.html": b"<!doctype html><title>Tom</title>"}
API = {"1.2": "API", "2004": "API_1484_11"}


class Caller:
    def __init__(self, portal: Portal, page: Page, version: str) -> None:
        self.session = portal.begin(portal.upload(EMPTY), Launch(version=version))
        self.page = page
        self.name = API[version]
        self.made = 0
        page.goto(portal.origin + self.session.home)
        page.wait_for_function(f"window.{self.name}")

    def __call__(self, verb: str, *values: Any) -> str:
        self.made += not verb.endswith("GetLastError")
        return str(self.page.evaluate(f"values => window.{self.name}.{verb}(...values)", list(values)))

    def violations(self) -> list[str]:
        """Once everything that was called has been told."""
        while len(self.session.calls) < self.made:
            self.page.wait_for_timeout(10)
        return self.session.violations


@pytest.fixture
def call(portal: Portal, context: BrowserContext, request: pytest.FixtureRequest) -> Caller:
    return Caller(portal, context.new_page(), request.param)


ONE = pytest.mark.parametrize("call", ["1.2"], indirect=True)
TWO = pytest.mark.parametrize("call", ["2004"], indirect=True)
pytestmark = pytest.mark.browser


@ONE
@pytest.mark.parametrize(
    ("element", "value"),
    [
        ("cmi.suspend_data", "x" * 4097),
        ("cmi.suspend_data", "å" * 2049),
        ("cmi.core.exit", "normal"),
        ("cmi.core.exit", "logout"),
        ("cmi.core.score.raw", "33.333333333"),
        ("cmi.core.score.raw", "85,5"),
        ("cmi.core.score.raw", "101"),
        ("cmi.core.lesson_status", "not attempted"),
        ("cmi.core.session_time", "0:1:2"),
        ("cmi.interactions.0.id", "fråga"),
        ("cmi.interactions.1.id", "q2"),
        ("cmi.interactions.0.type", "choice"),
        ("cmi.completion_status", "completed"),
    ],
)
def test_a_value_that_a_strict_1_2_portal_refuses(call: Caller, element: str, value: str) -> None:
    assert call("LMSInitialize", "") == "true"
    assert call("LMSSetValue", element, value) == "false"
    assert call("LMSGetLastError") != "0"
    assert len(call.violations()) == 1


@ONE
@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("student_response", "x" * 256),
        ("result", "incorrect"),
        ("student_response", "10,11"),
        ("type", "long-fill-in"),
    ],
)
def test_an_answer_that_a_strict_1_2_portal_refuses(call: Caller, field: str, value: str) -> None:
    call("LMSInitialize", "")
    call("LMSSetValue", "cmi.interactions.0.id", "q1")
    call("LMSSetValue", "cmi.interactions.0.type", "fill-in" if len(value) > 99 else "choice")
    assert call("LMSSetValue", f"cmi.interactions.0.{field}", value) == "false"
    assert len(call.violations()) == 1


@TWO
@pytest.mark.parametrize(
    ("element", "value"),
    [
        ("cmi.interactions.0.id", "fråga 1"),
        ("cmi.session_time", "PT0.333S"),
        ("cmi.score.scaled", "1.1"),
        ("cmi.suspend_data", "x" * 64001),
        ("cmi.exit", "logout"),
        ("cmi.interactions.0.type", "choice"),
        ("cmi.core.lesson_status", "passed"),
    ],
)
def test_a_value_that_a_strict_2004_portal_refuses(call: Caller, element: str, value: str) -> None:
    assert call("Initialize", "") == "true"
    assert call("SetValue", element, value) == "false"
    assert len(call.violations()) == 1


@TWO
@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("description", "{lang=sv}" + "x" * 251),
        ("timestamp", "2026-11-21T10:00:00Z"),
        ("learner_response", "öl"),
        ("result", "wrong"),
    ],
)
def test_an_answer_that_a_strict_2004_portal_refuses(call: Caller, field: str, value: str) -> None:
    call("Initialize", "")
    call("SetValue", "cmi.interactions.0.id", "q1")
    call("SetValue", "cmi.interactions.0.type", "choice")
    assert call("SetValue", f"cmi.interactions.0.{field}", value) == "false"
    assert len(call.violations()) == 1


@ONE
def test_calls_outside_the_session(call: Caller) -> None:
    assert call("LMSInitialize") == "false"
    assert call("LMSSetValue", "cmi.suspend_data", "x") == "false"
    assert call("LMSInitialize", "") == "true"
    assert call("LMSInitialize", "") == "false"
    assert call("LMSSetValue", "cmi.core.score.raw", 80) == "false"
    assert call("LMSSetValue", "cmi.core.lesson_status", "incomplete") == "true"
    assert call("LMSFinish", "") == "true"
    assert call("LMSFinish", "") == "false"
    assert call("LMSGetValue", "cmi.suspend_data") == ""
    assert call.violations() == [
        "Initialize wants one empty string",
        "set before the session",
        "a second Initialize",
        "a value that is no string",
        "a second Finish",
        "get after the session",
    ]


@ONE
def test_leaving_without_a_status_is_a_fault(call: Caller) -> None:
    call("LMSInitialize", "")
    call("LMSFinish", "")
    assert call.violations() == ["no status was ever set: a portal calls that completed"]
