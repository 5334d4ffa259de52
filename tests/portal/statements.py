"""What cmi5 (sections 9 and 10 of its specification) and xAPI ask of every statement."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

CATEGORIES = "https://w3id.org/xapi/cmi5/context/categories/"
MASTERY = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore"
DEFINED = ("initialized", "terminated", "completed", "passed", "failed")
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
UTC = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")
DURATION = re.compile(r"PT(\d+H)?(\d+M)?\d+(\.\d{1,2})?S")


def faults(statement: Mapping[str, Any], context: Mapping[str, Any]) -> list[str]:
    """`context`: actor, activity, registration, launch data, the verbs of the session and of the registration so far."""
    verb = statement["verb"]["id"].rsplit("/", 1)[1]
    own = _defined(verb, statement, context) if verb in DEFINED else _allowed(verb, statement)
    return [*_shape(statement, context), *_order(verb, context), *own]


def _shape(statement: Mapping[str, Any], context: Mapping[str, Any]) -> Iterator[str]:
    if not UUID.fullmatch(statement["id"]):
        yield "9.7 id"
    if not UTC.fullmatch(statement["timestamp"]):
        yield "9.7 timestamp"
    if statement["actor"] != context["actor"]:
        yield "9.2 actor"
    own = statement["context"]
    template = context["launch"]["contextTemplate"]
    if own["registration"] != context["registration"]:
        yield "9.6.1 registration"
    if {name: own["extensions"].get(name) for name in template["extensions"]} != template["extensions"]:
        yield "9.6 contextTemplate extensions"
    if own["contextActivities"].get("grouping") != template["contextActivities"]["grouping"]:
        yield "9.6 contextTemplate grouping"


def _order(verb: str, context: Mapping[str, Any]) -> Iterator[str]:
    session, ever = context["session"], context["ever"]
    if (verb == "initialized") != (not session):
        yield f"9.3.2 {verb} after {session}"
    if "terminated" in session:
        yield f"9.3.8 {verb} after terminated"
    if verb in ("completed", "passed") and verb in ever:
        yield f"9.3 a second {verb}"
    if verb == "failed" and "passed" in ever:
        yield "9.3.5 failed after passed"
    if {"passed", "failed"} <= {*session, verb}:
        yield "9.3 passed and failed in one session"
    if context["launch"]["launchMode"] != "Normal" and verb not in ("initialized", "terminated"):
        yield f"10.2.2 {verb} in {context['launch']['launchMode']}"


def _categories(statement: Mapping[str, Any]) -> list[str]:
    return [one["id"] for one in statement["context"]["contextActivities"].get("category", [])]


def _defined(verb: str, statement: Mapping[str, Any], context: Mapping[str, Any]) -> Iterator[str]:
    result = statement.get("result", {})
    wanted = [f"{CATEGORIES}cmi5"] + (
        [f"{CATEGORIES}moveon"] if verb in ("completed", "passed", "failed") else []
    )
    if sorted(_categories(statement)) != sorted(wanted):
        yield f"9.6.2 categories of {verb}"
    if statement["object"]["id"] != context["activity"]:
        yield f"9.4 object of {verb}"
    if verb != "initialized" and not DURATION.fullmatch(result.get("duration", "")):
        yield f"9.5.4 duration of {verb}"
    if verb == "completed" and (result.get("completion") is not True or "score" in result):
        yield "9.5 result of completed"
    if verb in ("passed", "failed"):
        yield from _judged(verb, result, statement["context"], context["launch"].get("masteryScore"))


def _judged(
    verb: str, result: Mapping[str, Any], own: Mapping[str, Any], mastery: float | None
) -> Iterator[str]:
    if result.get("success") is not (verb == "passed"):
        yield f"9.5.2 success of {verb}"
    scaled = result.get("score", {}).get("scaled")
    if mastery is None:
        return
    if scaled is None or (scaled >= mastery) != (verb == "passed"):
        yield f"9.3.4 {verb} with {scaled} at {mastery}"
    if own["extensions"].get(MASTERY) != mastery:
        yield "9.6.3.2 masteryscore"


def _allowed(verb: str, statement: Mapping[str, Any]) -> Iterator[str]:
    if any(category.startswith(CATEGORIES) for category in _categories(statement)):
        yield f"9.6.2.1 {verb} is no cmi5 statement"
    if not statement["object"]["id"].startswith("https://"):
        yield "xAPI: an activity is an IRI"
