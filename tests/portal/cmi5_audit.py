"""What the cmi5 specification (Quartz) and xAPI ask of a launched course, one rule a line, with its section.

`audit` judges the whole log of a launch, as ADL's conformance suite does: a request after `terminated`, a statement
that is said twice or a context that lacks a part of its template each fail a course there.
"""

import json
from collections.abc import Callable, Mapping
from itertools import pairwise

from tests.portal.audit_statements import STATEMENT_RULES
from tests.portal.sitting5 import FETCH, LAUNCH_DATA, PREFERENCES, PROFILE, STATE, Entry, Sitting, verb

RESOURCES = {FETCH, STATE, PROFILE, "xapi/statements"}
Rule = Callable[[Sitting], bool]


def _first(sitting: Sitting, wanted: Callable[[Entry], bool]) -> Entry | None:
    return next((entry for entry in sitting.log if wanted(entry)), None)


def _opening(sitting: Sitting) -> list[Entry | None]:
    return [
        _first(sitting, lambda entry: entry.path == FETCH),
        _first(sitting, lambda entry: entry.reads(STATE, stateId=LAUNCH_DATA)),
        _first(sitting, lambda entry: entry.reads(PROFILE, profileId=PREFERENCES)),
        _first(sitting, lambda entry: bool(entry.statements)),
    ]


def _waits(entries: list[Entry]) -> bool:
    return all(later.began >= earlier.ended for earlier, later in pairwise(entries))


def _whole_opening(sitting: Sitting) -> bool:
    opening = [entry for entry in _opening(sitting) if entry]
    return _waits(opening) and sorted(opening, key=lambda entry: entry.began) == opening


def _agents(sitting: Sitting) -> list[object]:
    return [json.loads(entry.request.query.get("agent", "null")) for entry in sitting.endpoint if entry.path in (STATE, PROFILE)]  # fmt: skip


def _states(sitting: Sitting, name: str) -> list[str | None]:
    return [entry.request.query.get(name) for entry in sitting.endpoint if entry.path == STATE]


def _written(sitting: Sitting) -> list[Entry]:
    return [entry for entry in sitting.endpoint if entry.path in (STATE, PROFILE) and entry.request.method != "GET"]  # fmt: skip


def _has_condition(entry: Entry) -> bool:
    return any(entry.request.headers.get(name) for name in ("If-Match", "If-None-Match"))


def _after_the_first(sitting: Sitting) -> list[Entry]:
    """What was said once the portal had taken `initialized`."""
    first = sitting.telling[0]
    opened = first.taken and [verb(one) for one in first.statements] == ["initialized"]
    return [entry for entry in sitting.telling if opened and entry.began > first.ended]


def _said_again(sitting: Sitting) -> bool:
    taken: set[str] = set()
    for entry in sitting.telling:
        ids = {str(one.get("id")) for one in entry.statements}
        if ids & taken:
            return True
        taken |= ids if entry.taken else set()
    return False


def _once(sitting: Sitting, name: str) -> bool:
    return [*sitting.earlier, *map(verb, sitting.said)].count(name) <= 1


def _is_browsed(sitting: Sitting) -> bool:
    return sitting.launch.get("launchMode") in ("Browse", "Review")


def _headers(sitting: Sitting, name: str) -> list[str | None]:
    return [entry.request.headers.get(name) for entry in sitting.endpoint]


REQUEST_RULES: Mapping[str, Rule] = {
    "8.1.2 the token is asked for before anything else": lambda s: not s.log or s.log[0].path == FETCH,
    "8.2.1 the token is asked for once": lambda s: sum(entry.path == FETCH for entry in s.log) <= 1,
    "8.2.1 and by POST": lambda s: all(
        entry.request.method == "POST" for entry in s.log if entry.path == FETCH
    ),
    "8.1.2 every request to the endpoint carries the token": lambda s: (
        set(_headers(s, "Authorization")) <= {f"Basic {s.token}"}
    ),
    "xAPI 3.3.3 and names its version": lambda s: set(_headers(s, "X-Experience-API-Version")) <= {"1.0.3"},
    "8.1.1 nothing but the resources of the endpoint is asked for": lambda s: (
        {entry.path for entry in s.log} <= RESOURCES
    ),
    "8.1.3 State and Profile are asked for the actor as given": lambda s: all(
        agent == s.actor for agent in _agents(s)
    ),
    "8.1.4 State is asked for the registration given": lambda s: (
        set(_states(s, "registration")) <= {s.registration}
    ),
    "8.1.5 State is asked for the activity given": lambda s: set(_states(s, "activityId")) <= {s.activity},
    "10.0 the launch data is read before anything is said": lambda s: (
        not s.said or _opening(s)[1] is not None
    ),
    "11.0 the learner's preferences are read before anything is said": lambda s: (
        not s.said or _opening(s)[2] is not None
    ),
    "7.1 token, launch data, preferences and the first statement each wait for the one before": _whole_opening,
    "10.2.1 the launch data is never written": lambda s: (
        not any(entry.asks(STATE, stateId=LAUNCH_DATA) for entry in _written(s))
    ),
    "11.0 the learner's preferences are left as they are": lambda s: (
        not any(entry.path == PROFILE for entry in _written(s))
    ),
    "10.2.2 a course that is only looked at keeps nothing": lambda s: not (_is_browsed(s) and _written(s)),
    "xAPI 3.1 a document is written over only as it was last seen": lambda s: (
        not s.tags or all(map(_has_condition, _written(s)))
    ),
    "xAPI 3.2 what is JSON is called so": lambda s: all(
        entry.request.headers.get("Content-Type", "").startswith("application/json")
        for entry in [*s.telling, *_written(s)]
    ),
    "xAPI 2.1.1 a statement is put under its own id": lambda s: all(
        [entry.request.query.get("statementId")] == [one["id"] for one in entry.statements]
        for entry in s.telling
        if entry.request.method == "PUT"
    ),
    "9.3.2 nothing is said before initialized has been taken": lambda s: (
        not s.said or s.telling[1:] == _after_the_first(s)
    ),
    "7.1.3 statements are said one after the other": lambda s: _waits(
        [entry for entry in s.telling if entry.request.method == "PUT"]
    ),
    "8.1.2 nothing is asked once terminated has been taken": lambda s: all(
        entry.began <= s.over for entry in s.log
    ),
    "9.1 what has been taken is not said again": lambda s: not _said_again(s),
    "9.3.2 initialized is the first statement": lambda s: not s.said or verb(s.said[0]) == "initialized",
    "9.3.8 terminated is the last statement": lambda s: "terminated" not in map(verb, s.said[:-1]),
    "9.3 no verb of cmi5's own is used twice": lambda s: (
        len(list(s.defined())) == len({verb(one) for one in s.defined()})
    ),
    "9.3.3 completed once a registration": lambda s: _once(s, "completed"),
    "9.3.4 passed once a registration": lambda s: _once(s, "passed"),
    "9.3.5 no failed after passed": lambda s: "passed" not in s.earlier or "failed" not in map(verb, s.said),
    "9.3 passed or failed in a session, not both": lambda s: (
        not {"passed", "failed"} <= {verb(one) for one in s.said}
    ),
    "10.2.2 Browse and Review hear only of the beginning and the end": lambda s: (
        not _is_browsed(s) or {verb(one) for one in s.said} <= {"initialized", "terminated"}
    ),
    "9.7 no statement is older than the one before": lambda s: (
        (times := [str(one.get("timestamp")) for one in s.said]) == sorted(times)
    ),
}
RULES = [*REQUEST_RULES, *STATEMENT_RULES]


def audit(sitting: Sitting) -> list[str]:
    """The rules that a launch breaks; a rule about statements with the verb of the one that breaks it."""
    requests = [rule for rule, holds in REQUEST_RULES.items() if not holds(sitting)]
    return requests + [
        f"{rule} ({verb(one)})"
        for rule, holds in STATEMENT_RULES.items()
        for one in sitting.said
        if not holds(one, sitting)
    ]
