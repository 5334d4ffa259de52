"""The audit itself: a good launch breaks no rule, and every rule can be broken."""

import json
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from tests.portal.audit_statements import CATEGORIES, EXTENSIONS, VERBS
from tests.portal.cmi5_audit import RULES, audit
from tests.portal.server import Request
from tests.portal.sitting5 import FETCH, LAUNCH_DATA, PREFERENCES, PROFILE, STATE, STATEMENTS, Entry, Sitting

ACTOR = {
    "objectType": "Agent",
    "name": "Åsa",
    "account": {"homePage": "https://portal.example", "name": "p-1"},
}
TEMPLATE = {
    "extensions": {f"{EXTENSIONS}sessionid": "s-1"},
    "contextActivities": {"grouping": [{"id": "urn:course:au"}]},
    "revision": "7",
}
AGENT = {"agent": json.dumps(ACTOR)}
PLACE = {**AGENT, "activityId": "https://portal.example/a", "registration": "r-1"}
SEND = {"Content-Type": "application/json", "If-None-Match": "*"}
Spoil = Callable[[Sitting], Any]


def statement(
    number: int, verb: str, result: dict[str, Any] | None = None, *categories: str
) -> dict[str, Any]:
    context: dict[str, Any] = deepcopy(TEMPLATE) | {"registration": "r-1"}
    if categories:
        context["contextActivities"]["category"] = [{"id": CATEGORIES + name} for name in categories]
    return {
        "id": f"0b1f2d3c-1111-4222-8333-44445555666{number}",
        "timestamp": f"2026-11-21T10:00:0{number}.000Z",
        "actor": deepcopy(ACTOR),
        "verb": {"id": VERBS + verb, "display": {"en": verb}},
        "object": {"id": "https://portal.example/a"},
        "context": context,
        **({} if result is None else {"result": result}),
    }


def answered() -> dict[str, Any]:
    made = statement(
        1, "answered", {"response": "a", "success": True, "duration": "PT1S", "score": {"scaled": 1}}
    )
    made["object"] = {
        "id": "https://portal.example/a/q",
        "definition": {
            "type": "http://adlnet.gov/expapi/activities/cmi.interaction",
            "description": {"sv": "Vem?"},
            "interactionType": "choice",
            "choices": [{"id": "a"}, {"id": "b"}],
            "correctResponsesPattern": ["a"],
        },
    }
    return made


def good() -> Sitting:
    said = [
        statement(0, "initialized", None, "cmi5"),
        answered(),
        statement(
            2, "passed", {"success": True, "score": {"scaled": 0.9}, "duration": "PT1M2.5S"}, "cmi5", "moveon"
        ),
        statement(3, "completed", {"completion": True, "duration": "PT1M2.5S"}, "cmi5", "moveon"),
        statement(4, "terminated", {"duration": "PT2M0S"}, "cmi5"),
    ]
    said[2]["context"]["extensions"][f"{EXTENSIONS}masteryscore"] = 0.8
    requests = [
        Request("POST", FETCH, {}, {}, b""),
        Request("GET", STATE, {**PLACE, "stateId": LAUNCH_DATA}, head(), b""),
        Request("GET", PROFILE, {**AGENT, "profileId": PREFERENCES}, head(), b""),
        *(put(one) for one in said[:-1]),
        Request("PUT", STATE, {**PLACE, "stateId": "bookmark"}, head(SEND), b"{}"),
        put(said[-1]),
    ]
    log = [Entry(request, number, number + 0.5, 200) for number, request in enumerate(requests)]
    launch = {"contextTemplate": TEMPLATE, "launchMode": "Normal", "masteryScore": 0.8}
    return Sitting(ACTOR, "https://portal.example/a", "r-1", launch, "t", log=log)


def head(more: dict[str, str] | None = None) -> dict[str, str]:
    return {"Authorization": "Basic t", "X-Experience-API-Version": "1.0.3", **(more or {})}


def put(said: dict[str, Any]) -> Request:
    return Request("PUT", STATEMENTS, {"statementId": said["id"]}, head(SEND), json.dumps(said).encode())


def at(place: int, **changes: Any) -> Spoil:
    """Changes the request at this place of the log."""

    def spoil(sitting: Sitting) -> None:
        entry = sitting.log[place]
        entry.request = Request(**{**vars(entry.request), **changes})

    return spoil


def without(place: int, name: str) -> Spoil:
    def spoil(sitting: Sitting) -> None:
        headers = dict(sitting.log[place].request.headers)
        del headers[name]
        at(place, headers=headers)(sitting)

    return spoil


def asks(place: int, **query: str) -> Spoil:
    return lambda sitting: at(place, query={**sitting.log[place].request.query, **query})(sitting)


def gone(place: int) -> Spoil:
    return lambda sitting: sitting.log.pop(place)


def again(place: int, at_the_end: bool = False) -> Spoil:
    """The same request once more, in front of `terminated` or after it."""

    def spoil(sitting: Sitting) -> None:
        number = len(sitting.log) if at_the_end else len(sitting.log) - 1
        began = number if at_the_end else number - 0.4
        sitting.log.insert(number, Entry(sitting.log[place].request, began, began + 0.1, 200))

    return spoil


INITIALIZED, ANSWERED, PASSED, COMPLETED, KEPT, TERMINATED = range(3, 9)


def says(place: int, change: Callable[[dict[str, Any]], Any], anew: bool = False) -> Spoil:
    """Changes the statement at this place; `anew`: one more, with an id of its own, before `terminated`."""

    def spoil(sitting: Sitting) -> None:
        said = sitting.log[place].statements[0]
        if anew:
            again(place)(sitting)
            said |= {"id": said["id"][:-1] + "a", "timestamp": "2026-11-21T10:00:03.500Z"}
        change(said)
        target = -2 if anew else place
        query = {"statementId": said.get("id", "")}
        at(target, body=json.dumps(said).encode(), query=query)(sitting)

    return spoil


def becomes(verb: str) -> Callable[[dict[str, Any]], Any]:
    return lambda said: said["verb"].update(id=VERBS + verb)


def category(name: str) -> Callable[[dict[str, Any]], Any]:
    return lambda said: (
        said["context"]["contextActivities"].setdefault("category", []).append({"id": CATEGORIES + name})
    )


def late(place: int, by: float) -> Spoil:
    def spoil(sitting: Sitting) -> None:
        sitting.log[place].ended += by

    return spoil


def launched(**changes: Any) -> Spoil:
    return lambda sitting: sitting.launch.update(changes)  # type: ignore[attr-defined]


def earlier(*verbs: str) -> Spoil:
    def spoil(sitting: Sitting) -> None:
        sitting.earlier = verbs

    return spoil


def dropped(*path: str) -> Callable[[dict[str, Any]], Any]:
    def change(said: dict[str, Any]) -> None:
        for name in path[:-1]:
            said = said[name]
        del said[path[-1]]

    return change


def given(value: Any, *path: str) -> Callable[[dict[str, Any]], Any]:
    def change(said: dict[str, Any]) -> None:
        for name in path[:-1]:
            said = said[name]
        said[path[-1]] = value

    return change


def failed(said: dict[str, Any]) -> None:
    becomes("failed")(said)
    said["result"] |= {"success": False, "score": {"scaled": 0.5}}


SPOILS: dict[str, Spoil] = {
    "8.1.2 the token is asked for before anything else": lambda sitting: sitting.log.reverse(),
    "8.2.1 the token is asked for once": again(0),
    "8.2.1 and by POST": at(0, method="GET"),
    "8.1.2 every request to the endpoint carries the token": without(1, "Authorization"),
    "xAPI 3.3.3 and names its version": without(2, "X-Experience-API-Version"),
    "8.1.1 nothing but the resources of the endpoint is asked for": at(2, path="xapi/about"),
    "8.1.3 State and Profile are asked for the actor as given": asks(2, agent='{"name": "Asa"}'),
    "8.1.4 State is asked for the registration given": asks(KEPT, registration="r-2"),
    "8.1.5 State is asked for the activity given": asks(KEPT, activityId="https://portal.example/b"),
    "10.0 the launch data is read before anything is said": gone(1),
    "11.0 the learner's preferences are read before anything is said": gone(2),
    "7.1 token, launch data, preferences and the first statement each wait for the one before": late(1, 3),
    "10.2.1 the launch data is never written": asks(KEPT, stateId=LAUNCH_DATA),
    "11.0 the learner's preferences are left as they are": at(KEPT, path=PROFILE),
    "10.2.2 a course that is only looked at keeps nothing": launched(launchMode="Review"),
    "xAPI 3.1 a document is written over only as it was last seen": without(KEPT, "If-None-Match"),
    "xAPI 3.2 what is JSON is called so": without(PASSED, "Content-Type"),
    "xAPI 2.1.1 a statement is put under its own id": asks(PASSED, statementId="another"),
    "9.3.2 nothing is said before initialized has been taken": late(INITIALIZED, 2),
    "7.1.3 statements are said one after the other": late(PASSED, 1),
    "8.1.2 nothing is asked once terminated has been taken": again(KEPT, at_the_end=True),
    "9.1 what has been taken is not said again": again(PASSED),
    "9.3.2 initialized is the first statement": gone(INITIALIZED),
    "9.3.8 terminated is the last statement": says(TERMINATED, lambda said: None, anew=True),
    "9.3 no verb of cmi5's own is used twice": says(PASSED, lambda said: None, anew=True),
    "9.3.3 completed once a registration": earlier("completed"),
    "9.3.4 passed once a registration": earlier("passed"),
    "9.3.5 no failed after passed": lambda sitting: (earlier("passed")(sitting), says(PASSED, failed)(sitting)),
    "9.3 passed or failed in a session, not both": says(PASSED, failed, anew=True),
    "10.2.2 Browse and Review hear only of the beginning and the end": launched(launchMode="Browse"),
    "9.7 no statement is older than the one before": says(COMPLETED, given("2026-11-21T09:00:00.000Z", "timestamp")),
    "9.1 it has a UUID of its own": says(PASSED, given("1", "id")),
    "9.2 the actor is the one given, sign for sign": says(PASSED, given("Asa", "actor", "name")),
    "9.2 the actor is an agent with an account": says(PASSED, dropped("actor", "account", "name")),
    "9.7 its time is in UTC": says(PASSED, given("2026-11-21T10:00:02.000+01:00", "timestamp")),
    "9.6.1 it names the registration": says(ANSWERED, dropped("context", "registration")),
    "9.6.3.1 it names the session": says(ANSWERED, given({}, "context", "extensions")),
    "10.2.1 the template's extensions are kept": says(ANSWERED, given({f"{EXTENSIONS}sessionid": "s-2"}, "context", "extensions")),
    "10.2.1 the template's activities are kept, in their places": says(
        ANSWERED, lambda said: said["context"]["contextActivities"]["grouping"].insert(0, {"id": "urn:other"})
    ),
    "10.2.1 the rest of the template is kept": says(PASSED, dropped("context", "revision")),
    "9.6.2.1 the cmi5 category stands on cmi5's own verbs and on no other": says(ANSWERED, category("cmi5")),
    "9.6.2.2 the moveon category stands where something was achieved and nowhere else": says(TERMINATED, category("moveon")),
    "9.6.2 no category stands twice": says(PASSED, category("cmi5")),
    "9.3 cmi5's own verbs go by their full names": says(PASSED, given("https://w3id.org/passed", "verb", "id")),
    "6.3 nothing is voided": says(ANSWERED, becomes("voided")),
    "9.4 the object is the activity given": says(TERMINATED, given("urn:course:au", "object", "id")),
    "9.5.1 only passed and failed have a score": says(COMPLETED, given({"scaled": 1}, "result", "score")),
    "9.5.1 a raw score has its limits beside it": says(PASSED, given(9, "result", "score", "raw")),
    "xAPI 2.4.5.1 a score lies within its limits": says(PASSED, given(90, "result", "score", "scaled")),
    "9.5.2 success is true in passed, false in failed and absent elsewhere": says(COMPLETED, given(True, "result", "success")),
    "9.5.3 completion is true in completed and absent elsewhere": says(PASSED, given(True, "result", "completion")),
    "9.5.4.1 terminated, completed, passed and failed tell how long": says(TERMINATED, dropped("result", "duration")),
    "xAPI 4.6 a duration is hours, minutes and seconds": says(TERMINATED, given("-PT1S", "result", "duration")),
    "9.3.4 9.3.5 passed and failed agree with the launch's mastery score": says(PASSED, given(0.7, "result", "score", "scaled")),
    "9.6.3.2 they name the mastery score they were judged by": says(
        PASSED, dropped("context", "extensions", f"{EXTENSIONS}masteryscore")
    ),
    "xAPI 2.2 nothing is null": says(ANSWERED, given(None, "result", "response")),
    "3.0 verbs and activities have absolute IRIs": says(ANSWERED, given("q", "object", "id")),
    "xAPI 4.2 texts are in a language": says(ANSWERED, given({"på svenska": "Vem?"}, "object", "definition", "description")),
    "xAPI 2.4.4.1 an interaction has the parts of its kind": says(
        ANSWERED, given("true-false", "object", "definition", "interactionType")
    ),
}  # fmt: skip


def test_a_good_launch_breaks_no_rule() -> None:
    assert audit(good()) == []


def test_an_empty_log_breaks_no_rule() -> None:
    sitting = good()
    sitting.log.clear()
    assert audit(sitting) == []


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_can_be_broken(rule: str) -> None:
    sitting = good()
    SPOILS[rule](sitting)
    assert rule in [found.partition(" (")[0] for found in audit(sitting)]


def test_what_was_not_taken_may_be_said_again() -> None:
    sitting = good()
    sitting.log[PASSED].status = 500
    again(PASSED)(sitting)
    assert audit(sitting) == []


def test_what_a_closing_page_sends_at_once_may_come_in_any_order() -> None:
    sitting = good()
    last = sitting.log[TERMINATED]
    last.request = Request("POST", STATEMENTS, {}, last.request.headers, b"[" + last.request.body + b"]")
    kept = sitting.log[KEPT].request
    sitting.log.append(Entry(kept, last.ended + 0.1, last.ended + 0.2, 204))
    assert audit(sitting) == []
    sitting.log.append(Entry(kept, last.ended + 1, last.ended + 2, 204))
    assert audit(sitting) == ["8.1.2 nothing is asked once terminated has been taken"]
