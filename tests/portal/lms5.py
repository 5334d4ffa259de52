"""A cmi5 portal: token, launch data, preferences, State and statements; and what the standard does not allow."""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any
from urllib.parse import urlencode

from tests.portal.server import Answer, Portal, Request
from tests.portal.statements import faults

NUMBERS = count(1)
TOKEN = "aGVqOmhvcA=="
JSON = "application/json"
ACTOR = {
    "objectType": "Agent",
    "name": "Åsa Öberg",
    "account": {"homePage": "https://portal.example", "name": "p-1"},
}
ACTIVITY = "https://portal.example/activity/7"
SESSION = "https://w3id.org/xapi/cmi5/context/extensions/sessionid"


@dataclass
class Registration:
    """One learner's registration: what lasts from launch to launch."""

    identifier: str = field(default_factory=lambda: f"5d1b7a3e-0000-4000-8000-{next(NUMBERS):012d}")
    documents: dict[str, bytes] = field(default_factory=dict)
    statements: list[dict[str, Any]] = field(default_factory=list)

    def verbs(self) -> list[str]:
        return [statement["verb"]["id"].rsplit("/", 1)[1] for statement in self.statements]

    def state(self) -> dict[str, Any]:
        return json.loads(self.documents.get("bookmark", b"{}"))


@dataclass
class Launch5:
    mode: str = "Normal"
    mastery: float | None = None
    return_url: str = ""
    preferences: int = 404
    slow: float = 0
    broken: dict[str, int] = field(default_factory=dict)  # path -> status, until taken away
    wants_if_match: bool = False


class Lms5:
    """One launch of one registration."""

    def __init__(self, portal: Portal, launch: Launch5, registration: Registration) -> None:
        self.launch = launch
        self.registration = registration
        self.begun = len(registration.statements)
        self.fetched = 0
        self.violations: list[str] = []
        self.prefix = f"/lms5/{next(NUMBERS)}/"
        self.endpoint = portal.origin + self.prefix + "xapi/"
        portal.mount(self.prefix, self._answer)

    def address(self, course: str) -> str:
        query = {
            "endpoint": self.endpoint,
            "fetch": self.endpoint.replace("xapi/", "fetch"),
            "actor": json.dumps(ACTOR),
            "registration": self.registration.identifier,
            "activityId": ACTIVITY,
        }
        return f"{course}index.html?{urlencode(query)}"

    @property
    def said(self) -> list[dict[str, Any]]:
        """The statements of this launch."""
        return self.registration.statements[self.begun :]

    def verbs(self) -> list[str]:
        return self.registration.verbs()[self.begun :]

    def _answer(self, request: Request) -> Answer:
        time.sleep(self.launch.slow)
        if request.path in self.launch.broken:
            return self.launch.broken[request.path], JSON, b"{}", {}
        if request.path == "fetch":
            return self._fetch(request)
        if request.headers.get("Authorization") != f"Basic {TOKEN}":
            self.violations.append(f"{request.path} without the token")
            return 401, JSON, b"{}", {}
        if "X-Experience-API-Version" not in request.headers:
            self.violations.append(f"{request.path} without a version")
        if request.path == "xapi/activities/state":
            return self._state(request)
        if request.path == "xapi/agents/profile":
            return self.launch.preferences, JSON, b"{}", {}
        if request.path == "xapi/statements":
            return self._statements(request)
        self.violations.append(f"{request.method} {request.path}")
        return 404, JSON, b"{}", {}

    def _fetch(self, request: Request) -> Answer:
        self.fetched += 1
        if request.method != "POST" or self.fetched > 1:
            self.violations.append(f"{request.method} {self.fetched} of the fetch address")
            return 200, JSON, b'{"error-code": "1", "error-text": "used"}', {}
        return 200, JSON, json.dumps({"auth-token": TOKEN}).encode(), {}

    def launch_data(self) -> dict[str, Any]:
        data: dict[str, Any] = {
            "contextTemplate": {
                "extensions": {SESSION: self.prefix},
                "contextActivities": {"grouping": [{"id": "urn:course-builder:course:provkurs:au"}]},
            },
            "launchMode": self.launch.mode,
            "moveOn": "CompletedAndPassed",
        }
        if self.launch.mastery is not None:
            data["masteryScore"] = self.launch.mastery
        if self.launch.return_url:
            data["returnURL"] = self.launch.return_url
        return data

    def _state(self, request: Request) -> Answer:
        name = request.query["stateId"]
        wanted = {"activityId": ACTIVITY, "registration": self.registration.identifier}
        if {key: request.query.get(key) for key in wanted} != wanted or json.loads(
            request.query["agent"]
        ) != ACTOR:
            self.violations.append("State of something else")
        if name == "LMS.LaunchData":
            return 200, JSON, json.dumps(self.launch_data()).encode(), {}
        held = self.registration.documents.get(name)
        tag = f'"{hash(held)}"'
        if request.method == "GET":
            return (404, JSON, b"", {}) if held is None else (200, JSON, held, {"ETag": tag})
        if self.launch.mode != "Normal":
            self.violations.append("State written outside Normal")
        header, value = ("If-None-Match", "*") if held is None else ("If-Match", tag)
        if self.launch.wants_if_match and request.headers.get(header) != value:
            return 412, JSON, b"", {}
        json.loads(request.body)
        self.registration.documents[name] = request.body
        return 204, JSON, b"", {"ETag": f'"{hash(request.body)}"'}

    def _statements(self, request: Request) -> Answer:
        given = json.loads(request.body)
        for statement in given if isinstance(given, list) else [given]:
            if any(statement["id"] == one["id"] for one in self.registration.statements):
                continue
            self.violations += faults(statement, self._context())
            self.registration.statements.append(statement)
        return (200, JSON, b"[]", {}) if isinstance(given, list) else (204, JSON, b"", {})

    def _context(self) -> Mapping[str, Any]:
        return {
            "actor": ACTOR,
            "activity": ACTIVITY,
            "registration": self.registration.identifier,
            "launch": self.launch_data(),
            "session": self.verbs(),
            "ever": self.registration.verbs(),
        }
