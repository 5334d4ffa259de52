"""One launch of a cmi5 course, as the portal heard it: every request in order, and what it had handed out."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import inf
from typing import Any

from tests.portal.server import Request

FETCH = "fetch"
STATEMENTS = "xapi/statements"
STATE = "xapi/activities/state"
PROFILE = "xapi/agents/profile"
LAUNCH_DATA = "LMS.LaunchData"
PREFERENCES = "cmi5LearnerPreferences"
DEFINED = ("initialized", "terminated", "completed", "passed", "failed")
GRACE = 0.25
"""Seconds. A portal waits a while after `terminated` (9.3.8): what a closing page sends at once may come in any order."""
Statement = Mapping[str, Any]


@dataclass
class Entry:
    """A request and its answer. `status` 0: not answered yet."""

    request: Request
    began: float
    ended: float = inf
    status: int = 0

    @property
    def path(self) -> str:
        return self.request.path

    @property
    def taken(self) -> bool:
        return 200 <= self.status < 300

    @property
    def statements(self) -> list[dict[str, Any]]:
        if self.path != STATEMENTS or self.request.method == "GET":
            return []
        given = json.loads(self.request.body)
        return given if isinstance(given, list) else [given]

    def reads(self, path: str, **query: str) -> bool:
        return self.request.method == "GET" and self.asks(path, **query)

    def asks(self, path: str, **query: str) -> bool:
        return self.path == path and query.items() <= dict(self.request.query).items()


@dataclass
class Sitting:
    actor: Mapping[str, Any]
    activity: str
    registration: str
    launch: Mapping[str, Any]
    token: str
    earlier: tuple[str, ...] = ()
    """The verbs of the registration before this launch."""
    tags: bool = True
    """The course can read the tags of documents."""
    log: list[Entry] = field(default_factory=list)

    @property
    def endpoint(self) -> list[Entry]:
        return [entry for entry in self.log if entry.path.startswith("xapi/")]

    @property
    def telling(self) -> list[Entry]:
        return [entry for entry in self.log if entry.statements]

    @property
    def over(self) -> float:
        """The moment from which the portal takes nothing more. A list of statements comes from a page that closes."""
        last = (
            entry for entry in self.telling if entry.taken and "terminated" in map(verb, entry.statements)
        )
        return min((entry.ended + GRACE * (entry.request.method == "POST") for entry in last), default=inf)

    @property
    def said(self) -> list[dict[str, Any]]:
        """Every statement once, in the order of its first sending."""
        found: dict[str, dict[str, Any]] = {}
        for entry in self.telling:
            for statement in entry.statements:
                found.setdefault(str(statement.get("id", len(found))), statement)
        return list(found.values())

    def defined(self) -> Iterator[dict[str, Any]]:
        """The statements with a verb of cmi5's own about the course itself."""
        return (one for one in self.said if verb(one) in DEFINED)


def verb(statement: Statement) -> str:
    return str(statement["verb"]["id"]).rsplit("/", 1)[1]
