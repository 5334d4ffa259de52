"""What the portal should have heard, worked out from the course alone, and what it did hear."""

from collections.abc import Mapping, Sequence
from typing import Any

from course_builder.content.questions.fold import fold
from tests.acceptance.walk import Given

TYPES = {
    "truth": "true-false",
    "choice": "choice",
    "choices": "choice",
    "text": "fill-in",
    "gaps": "fill-in",
    "number": "numeric",
    "match": "matching",
    "order": "sequencing",
    "scale": "likert",
}
SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789"


def expected(given: Sequence[Given], version: str) -> list[dict[str, str]]:
    """A row for every answer, in order. Free text that the author has not opted to store is never among them."""
    told = [one for one in given if one.question.kind in TYPES]
    return [_row(one, version) for one in told]


def heard(interactions: Sequence[Mapping[str, str]], version: str) -> list[dict[str, str]]:
    """The same fields of what the portal was told; stories are not questions."""
    response = "student_response" if version == "1.2" else "learner_response"
    names = {"id": "id", "type": "type", "response": response, "result": "result"}
    rows = [
        {name: row[field] for name, field in names.items()} for row in interactions if row["type"] != "other"
    ]
    return [{**row, "response": fold(row["response"])} for row in rows]


def stated(statements: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
    """The same fields of xAPI statements."""
    answers = [one for one in statements if one["verb"]["id"].endswith("/answered")]
    return [_told(one) for one in answers if one["object"]["definition"]["interactionType"] != "other"]


def _told(statement: Mapping[str, Any]) -> dict[str, str]:
    result = statement["result"]
    return {
        "id": statement["object"]["id"].rsplit("/", 1)[1],
        "type": statement["object"]["definition"]["interactionType"],
        "response": fold(result["response"]),
        "result": _result(result["score"]["scaled"] if "score" in result else None, "incorrect"),
    }


def _row(one: Given, version: str) -> dict[str, str]:
    response = _spoken12(one) if version == "1.2" else _spoken2004(one)
    return {
        # In xAPI a second try is a second statement about the same question.
        "id": one.question.id + (f"-a{one.attempt}" if version != "cmi5" else ""),
        "type": TYPES[one.question.kind],
        "response": fold(response),
        "result": _result(one.mark, "wrong" if version == "1.2" else "incorrect"),
    }


def _result(mark: float | None, wrong: str) -> str:
    named = {None: "neutral", 0.0: wrong, 1.0: "correct"}
    return named.get(mark) or f"{mark:.2f}"


def _spoken12(one: Given) -> str:
    """An option by its place in the author's order."""
    ids = _ids(one)
    if one.question.kind == "match":
        return ",".join(f"{SIGNS[ids.index(left)]}.{SIGNS[ids.index(right)]}" for left, right in _said(one))
    if TYPES[one.question.kind] in ("choice", "sequencing"):
        return ",".join(SIGNS[ids.index(said)] for said in _said(one))
    if one.question.kind == "truth":
        return _said(one)[0][0]
    return ", ".join(_said(one))


def _spoken2004(one: Given) -> str:
    if one.question.kind == "match":
        return "[,]".join("[.]".join(pair) for pair in _said(one))
    return "[,]".join(_said(one))


def _ids(one: Given) -> list[str]:
    data = one.question.data()
    listed = data.get("options") or data.get("pairs") or data.get("items") or []
    return [entry["id"] for entry in listed]


def _said(one: Given) -> list[Any]:
    """The answer in ids or words."""
    data, answer = one.question.data(), one.answer
    kind = one.question.kind
    if kind == "truth":
        return ["true" if answer else "false"]
    if kind == "gaps":
        return [answer[gap["key"]] for gap in data["gaps"]]
    if kind == "match":
        ids = {pair["key"]: pair["id"] for pair in data["pairs"]}
        return [(pair["id"], ids[answer[pair["key"]]]) for pair in data["pairs"]]
    if kind == "choices":
        return [option["id"] for option in data["options"] if option["key"] in answer]
    if kind in ("choice", "order"):
        ids = {entry["key"]: entry["id"] for entry in data.get("options") or data["items"]}
        shown = answer if isinstance(answer, list) else [answer]
        return [ids[key] for key in shown]
    return [str(answer)]
