"""The part of the audit that looks at one statement at a time."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from tests.portal.sitting5 import DEFINED, Sitting, Statement, verb

CATEGORIES = "https://w3id.org/xapi/cmi5/context/categories/"
EXTENSIONS = "https://w3id.org/xapi/cmi5/context/extensions/"
VERBS = "http://adlnet.gov/expapi/verbs/"
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
UTC = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")
DURATION = re.compile(r"PT(\d+H)?(\d+M)?\d+(\.\d{1,2})?S")
IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:[^\s<>\"{}|\\^`]+")
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
INTERACTIONS = {
    "true-false", "choice", "fill-in", "long-fill-in", "matching", "performance", "sequencing", "likert", "numeric", "other"
}  # fmt: skip
COMPONENTS = {
    "choice": {"choices"}, "sequencing": {"choices"}, "likert": {"scale"}, "matching": {"source", "target"}, "performance": {"steps"}
}  # fmt: skip
LISTS = {"choices", "scale", "source", "target", "steps"}
Rule = Callable[[Statement, Sitting], bool]


def _context(one: Statement) -> Mapping[str, Any]:
    return one.get("context", {})


def _result(one: Statement) -> Mapping[str, Any]:
    return one.get("result", {})


def _score(one: Statement) -> Mapping[str, Any]:
    return _result(one).get("score", {})


def _definition(one: Statement) -> Mapping[str, Any]:
    return one["object"].get("definition", {})


def _categories(one: Statement) -> list[str]:
    return [str(each["id"]) for each in _context(one).get("contextActivities", {}).get("category", [])]


def _is_own(one: Statement) -> bool:
    return verb(one) in DEFINED


def _has(one: Statement, *verbs: str) -> bool:
    return verb(one) in verbs


def _keeps_extensions(one: Statement, sitting: Sitting) -> bool:
    template = sitting.launch["contextTemplate"].get("extensions", {})
    return template.items() <= _context(one).get("extensions", {}).items()


def _keeps_activities(one: Statement, sitting: Sitting) -> bool:
    """The suite compares them place by place: what is added comes after."""
    own = _context(one).get("contextActivities", {})
    template = sitting.launch["contextTemplate"].get("contextActivities", {})
    return all(own.get(name, [])[: len(wanted)] == wanted for name, wanted in template.items())


def _keeps_the_rest(one: Statement, sitting: Sitting) -> bool:
    template = sitting.launch["contextTemplate"]
    return all(_context(one).get(name) == template[name] for name in template.keys() - {"extensions", "contextActivities"})  # fmt: skip


def _meets_mastery(one: Statement, sitting: Sitting) -> bool:
    mastery, scaled = sitting.launch.get("masteryScore"), _score(one).get("scaled")
    return mastery is None or scaled is None or (scaled >= mastery) == _has(one, "passed")


def _names_mastery(one: Statement, sitting: Sitting) -> bool:
    mastery = sitting.launch.get("masteryScore")
    wanted = mastery if _has(one, "passed", "failed") and "scaled" in _score(one) else None
    return _context(one).get("extensions", {}).get(f"{EXTENSIONS}masteryscore") == wanted


def _within(one: Statement) -> bool:
    score = _score(one)
    low, high = score.get("min", float("-inf")), score.get("max", float("inf"))
    return -1 <= score.get("scaled", 0) <= 1 and low <= score.get("raw", low) <= high


def _interaction(one: Statement) -> bool:
    definition = _definition(one)
    kind = definition.get("interactionType")
    if kind is None:
        return not LISTS & definition.keys() and "correctResponsesPattern" not in definition
    ids = [[each["id"] for each in definition[name]] for name in LISTS & definition.keys()]
    return (
        kind in INTERACTIONS
        and definition.get("type") == "http://adlnet.gov/expapi/activities/cmi.interaction"
        and LISTS & definition.keys() <= COMPONENTS.get(kind, set())
        and all(len(set(names)) == len(names) for names in ids)
        and all(isinstance(pattern, str) for pattern in definition.get("correctResponsesPattern", []))
        and isinstance(_result(one).get("response", ""), str)
    )


def _values(part: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    yield key, part
    inner = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for name, value in inner:
        if name != "extensions":
            yield from _values(value, str(name))


def _ids(one: Statement) -> list[str]:
    """The names that have to be IRIs: verbs and activities; not those of choices, nor the statement's own."""
    activities = _context(one).get("contextActivities", {})
    return [
        one["verb"]["id"],
        one["object"]["id"],
        *(each["id"] for group in activities.values() for each in group),
    ]


def _language_maps(one: Statement) -> list[Mapping[str, str]]:
    definition = _definition(one)
    return [one["verb"].get("display", {}), definition.get("name", {}), definition.get("description", {})]


STATEMENT_RULES: Mapping[str, Rule] = {
    "9.1 it has a UUID of its own": lambda one, s: bool(UUID.fullmatch(one.get("id", ""))),
    "9.2 the actor is the one given, sign for sign": lambda one, s: one["actor"] == s.actor,
    "9.2 the actor is an agent with an account": lambda one, s: (
        one["actor"].get("objectType", "Agent") == "Agent"
        and {"homePage", "name"} <= one["actor"].get("account", {}).keys()
    ),
    "9.7 its time is in UTC": lambda one, s: bool(UTC.fullmatch(one.get("timestamp", ""))),
    "9.6.1 it names the registration": lambda one, s: _context(one).get("registration") == s.registration,
    "9.6.3.1 it names the session": lambda one, s: bool(
        _context(one).get("extensions", {}).get(f"{EXTENSIONS}sessionid")
    ),
    "10.2.1 the template's extensions are kept": _keeps_extensions,
    "10.2.1 the template's activities are kept, in their places": _keeps_activities,
    "10.2.1 the rest of the template is kept": _keeps_the_rest,
    "9.6.2.1 the cmi5 category stands on cmi5's own verbs and on no other": lambda one, s: (
        (f"{CATEGORIES}cmi5" in _categories(one)) == _is_own(one)
    ),
    "9.6.2.2 the moveon category stands where something was achieved and nowhere else": lambda one, s: (
        (f"{CATEGORIES}moveon" in _categories(one)) == (_is_own(one) and bool({"success", "completion"} & _result(one).keys()))
    ),
    "9.6.2 no category stands twice": lambda one, s: len(set(_categories(one))) == len(_categories(one)),
    "9.3 cmi5's own verbs go by their full names": lambda one, s: (
        not _is_own(one) or one["verb"]["id"] == f"{VERBS}{verb(one)}"
    ),
    "6.3 nothing is voided": lambda one, s: not _has(one, "voided"),
    "9.4 the object is the activity given": lambda one, s: not _is_own(one) or one["object"]["id"] == s.activity,
    "9.5.1 only passed and failed have a score": lambda one, s: (
        not _is_own(one) or _has(one, "passed", "failed") or "score" not in _result(one)
    ),
    "9.5.1 a raw score has its limits beside it": lambda one, s: (
        "raw" not in _score(one) or {"min", "max"} <= _score(one).keys()
    ),
    "xAPI 2.4.5.1 a score lies within its limits": lambda one, s: _within(one),
    "9.5.2 success is true in passed, false in failed and absent elsewhere": lambda one, s: (
        not _is_own(one) or _result(one).get("success") is {"passed": True, "failed": False}.get(verb(one))
    ),
    "9.5.3 completion is true in completed and absent elsewhere": lambda one, s: (
        not _is_own(one) or _result(one).get("completion") is {"completed": True}.get(verb(one))
    ),
    "9.5.4.1 terminated, completed, passed and failed tell how long": lambda one, s: (
        not _is_own(one) or _has(one, "initialized") or "duration" in _result(one)
    ),
    "xAPI 4.6 a duration is hours, minutes and seconds": lambda one, s: bool(
        DURATION.fullmatch(_result(one).get("duration", "PT0S"))
    ),
    "9.3.4 9.3.5 passed and failed agree with the launch's mastery score": lambda one, s: (
        not _has(one, "passed", "failed") or _meets_mastery(one, s)
    ),
    "9.6.3.2 they name the mastery score they were judged by": _names_mastery,
    "xAPI 2.2 nothing is null": lambda one, s: all(value is not None for _, value in _values(one)),
    "3.0 verbs and activities have absolute IRIs": lambda one, s: all(map(IRI.fullmatch, _ids(one))),
    "xAPI 4.2 texts are in a language": lambda one, s: all(
        LANGUAGE.fullmatch(key) and text for words in _language_maps(one) for key, text in words.items()
    ),
    "xAPI 2.4.4.1 an interaction has the parts of its kind": lambda one, s: _interaction(one),
}  # fmt: skip
