"""A cmi5 portal: token, launch data, preferences, State and statements; and what the standard does not allow."""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count
from threading import Lock
from typing import Any
from urllib.parse import urlencode

from tests.portal.cmi5_audit import audit
from tests.portal.server import Answer, Portal, Request
from tests.portal.sitting5 import FETCH, LAUNCH_DATA, PROFILE, STATE, STATEMENTS, Entry, Sitting, verb

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
        return [verb(statement) for statement in self.statements]

    def state(self) -> dict[str, Any]:
        return json.loads(self.documents.get("bookmark", b"{}"))


@dataclass
class Launch5:
    mode: str = "Normal"
    mastery: float | None = None
    return_url: str = ""
    preferences: int = 404
    preferred: Mapping[str, Any] = field(default_factory=dict)
    slow: float = 0
    broken: dict[str, int] = field(default_factory=dict)  # path -> status, until taken away
    wants_if_match: bool = False
    elsewhere: str = ""  # the portal's xAPI on another origin: "open", or "narrow" about headers
    actor: Mapping[str, Any] = field(default_factory=lambda: ACTOR)
    template: Mapping[str, Any] = field(default_factory=dict)
    data: Mapping[str, Any] = field(default_factory=dict)  # more of the launch data


class Lms5:
    """One launch of one registration."""

    def __init__(self, portal: Portal, launch: Launch5, registration: Registration) -> None:
        self.launch = launch
        self.registration = registration
        self.begun = len(registration.statements)
        self.prefix = f"/lms5/{next(NUMBERS)}/"
        origin = portal.elsewhere if launch.elsewhere else portal.origin
        self.endpoint = origin + self.prefix + "xapi/"
        self.sitting = Sitting(
            actor=launch.actor,
            activity=ACTIVITY,
            registration=registration.identifier,
            launch=self.launch_data(),
            token=TOKEN,
            earlier=tuple(registration.verbs()),
            tags=launch.elsewhere != "narrow",
        )
        self._lock = Lock()
        portal.mount(self.prefix, self._answer)

    def address(self, course: str, own: str = "") -> str:
        """`own`: the query that the course's address had before."""
        query = {
            "endpoint": self.endpoint,
            "fetch": self.endpoint.replace("xapi/", FETCH),
            "actor": json.dumps(self.launch.actor),
            "registration": self.registration.identifier,
            "activityId": ACTIVITY,
        }
        return f"{course}index.html?{own}{urlencode(query)}"

    @property
    def violations(self) -> list[str]:
        return audit(self.sitting)

    @property
    def fetched(self) -> int:
        return sum(entry.path == FETCH for entry in self.sitting.log)

    @property
    def said(self) -> list[dict[str, Any]]:
        """The statements of this launch."""
        return self.registration.statements[self.begun :]

    def verbs(self) -> list[str]:
        return self.registration.verbs()[self.begun :]

    def launch_data(self) -> dict[str, Any]:
        launch = self.launch
        template = {
            "extensions": {SESSION: self.prefix},
            "contextActivities": {"grouping": [{"id": "urn:course-builder:course:provkurs:au"}]},
            **launch.template,
        }
        return {
            "contextTemplate": template,
            "launchMode": launch.mode,
            "moveOn": "CompletedAndPassed",
            **({} if launch.mastery is None else {"masteryScore": launch.mastery}),
            **({"returnURL": launch.return_url} if launch.return_url else {}),
            **launch.data,
        }

    def _answer(self, request: Request) -> Answer:
        if request.method == "OPTIONS":
            return 204, JSON, b"", self._let_in()
        entry = Entry(request, time.monotonic())
        with self._lock:
            self.sitting.log.append(entry)
        time.sleep(self.launch.slow)
        with self._lock:
            status, kind, body, headers = self._answered(request)
            entry.status, entry.ended = status, time.monotonic()
        return status, kind, body, {**headers, **self._let_in()}

    def _let_in(self) -> dict[str, str]:
        """What a browser has to hear from a portal on another origin."""
        if not self.launch.elsewhere:
            return {}
        headers = "Authorization, Content-Type, X-Experience-API-Version"
        is_open = self.launch.elsewhere == "open"
        return {
            "Access-Control-Allow-Origin": "*",
            "Access-Control-Allow-Methods": "GET, PUT, POST",
            "Access-Control-Allow-Headers": headers + (", If-Match, If-None-Match" if is_open else ""),
            **({"Access-Control-Expose-Headers": "ETag"} if is_open else {}),
        }

    def _answered(self, request: Request) -> Answer:
        if request.path in self.launch.broken:
            return self.launch.broken[request.path], JSON, b"{}", {}
        if request.path == FETCH:
            return self._fetch()
        if request.headers.get("Authorization") != f"Basic {TOKEN}":
            return 401, JSON, b"{}", {}
        if time.monotonic() > self.sitting.over:
            return 403, JSON, b"{}", {}
        if request.path == STATE:
            return self._state(request)
        if request.path == PROFILE:
            return self.launch.preferences, JSON, json.dumps(self.launch.preferred).encode(), {}
        return self._statements(request) if request.path == STATEMENTS else (404, JSON, b"{}", {})

    def _fetch(self) -> Answer:
        if self.fetched > 1:
            return 200, JSON, b'{"error-code": "1", "error-text": "used"}', {}
        return 200, JSON, json.dumps({"auth-token": TOKEN}).encode(), {}

    def _state(self, request: Request) -> Answer:
        name = request.query["stateId"]
        if name == LAUNCH_DATA:
            return 200, JSON, json.dumps(self.launch_data()).encode(), {}
        held = self.registration.documents.get(name)
        tag = f'"{hash(held)}"'
        if request.method == "GET":
            return (404, JSON, b"", {}) if held is None else (200, JSON, held, {"ETag": tag})
        header, value = ("If-None-Match", "*") if held is None else ("If-Match", tag)
        if self.launch.wants_if_match and request.headers.get(header) != value:
            return 412, JSON, b"", {}
        json.loads(request.body)
        self.registration.documents[name] = request.body
        return 204, JSON, b"", {"ETag": f'"{hash(request.body)}"'}

    def _statements(self, request: Request) -> Answer:
        given = json.loads(request.body)
        held = {statement["id"] for statement in self.registration.statements}
        for statement in given if isinstance(given, list) else [given]:
            if statement["id"] not in held:
                self.registration.statements.append(statement)
        return (200, JSON, b"[]", {}) if isinstance(given, list) else (204, JSON, b"", {})
