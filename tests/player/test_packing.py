"""What is kept of an answer: it comes back as it was, in signs every portal keeps, and never longer than promised."""

import json
import random
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from course_builder.content.questions import AnyQuestion
from course_builder.content.questions.question import Question

HERE = Path(__file__).parent
SIGNS = re.compile(r"[A-Za-z0-9_.~-]*")
LETTERS = "abcXYZ019åäöÅÄÖé .,?!-–'’\n\t€한😀"
TURNS = 60

SOURCES: list[dict[str, Any]] = [
    {"kind": "truth", "right": "sant"},
    {
        "kind": "choice",
        "options": [{"id": "oa", "right": "A"}, {"id": "ob", "wrong": "B"}, {"id": "oc", "wrong": "C"}],
    },
    {"kind": "choices", "options": [{"id": f"o{letter}", "right": letter} for letter in "abcde"]},
    {"kind": "text", "accept": ["1 januari 2020"]},
    {
        "kind": "gaps",
        "text": "___ och ___",
        "gaps": [{"id": "ga", "accept": "1989"}, {"id": "gb", "accept": "2020"}],
    },
    {"kind": "number", "right": "42"},
    {"kind": "match", "pairs": [{"id": f"p{letter}", "left": letter, "right": letter} for letter in "abcd"]},
    {"kind": "order", "items": [{"id": f"i{letter}", "text": letter} for letter in "abcdef"]},
    {"kind": "scale", "low": "lite", "high": "mycket", "steps": "7"},
    {"kind": "reflect", "stored": "ja"},
]


def asked(source: dict[str, Any]) -> Question:
    made: Question = TypeAdapter(AnyQuestion).validate_python({"id": "fraga", "ask": "Vad?", **source})
    return made


def typed(dice: random.Random, most: int) -> str:
    return "".join(dice.choice(LETTERS) for _ in range(dice.randint(1, most))).strip() or "x"


def answer(question: Question, dice: random.Random) -> Any:
    data = question.data()
    match data["kind"]:
        case "truth":
            return dice.random() < 0.5
        case "choice":
            return dice.choice(data["options"])["key"]
        case "choices":
            return [one["key"] for one in dice.sample(data["options"], dice.randint(1, 5))]
        case "text":
            return typed(dice, 80)
        case "gaps":
            return {gap["key"]: typed(dice, 40) for gap in data["gaps"]}
        case "number":
            return str(dice.randint(-9999, 9999) / 100).replace(".", dice.choice(".,"))
        case "match":
            keys = [pair["key"] for pair in data["pairs"]]
            return dict(zip(keys, dice.choices(keys, k=len(keys)), strict=True))
        case "order":
            return dice.sample([item["key"] for item in data["items"]], 6)
        case "scale":
            return dice.randint(1, 7)
    return typed(dice, 500)


def packed(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    ran = subprocess.run(
        ["node", HERE / "packing.mjs"], input=json.dumps(rows), capture_output=True, text=True, check=True
    )
    made: list[dict[str, Any]] = json.loads(ran.stdout)
    return made


@pytest.fixture(scope="module")
def kept() -> list[tuple[Question, Any, dict[str, Any]]]:
    dice = random.Random(12)
    questions = [asked(source) for source in SOURCES for _ in range(TURNS)]
    answers = [answer(question, dice) for question in questions]
    rows = [{"data": q.data(), "answer": a} for q, a in zip(questions, answers, strict=True)]
    return list(zip(questions, answers, packed(rows), strict=True))


def test_nothing_but_signs_every_portal_keeps(kept: list[tuple[Question, Any, dict[str, Any]]]) -> None:
    assert [row["signs"] for *_, row in kept if not SIGNS.fullmatch(row["signs"])] == []


def test_never_longer_than_the_question_says(kept: list[tuple[Question, Any, dict[str, Any]]]) -> None:
    assert [row["signs"] for question, _, row in kept if len(row["signs"]) > question.longest_state] == []


def whole(question: Question, given: Any, back: Any) -> bool:
    """The answer came back; a text too long for its place may have lost its end, and only that."""
    match question.kind:
        case "text" | "reflect":
            return given == back or (given.startswith(back) and back != "")
        case "gaps":
            return all(given[key].startswith(text) and text for key, text in back.items()) and list(
                back
            ) == list(given)
    return bool(given == back)


def test_an_answer_comes_back(kept: list[tuple[Question, Any, dict[str, Any]]]) -> None:
    assert [(given, row) for question, given, row in kept if not whole(question, given, row["back"])] == []


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source["kind"])
def test_short_answers_come_back_whole(source: dict[str, Any]) -> None:
    question = asked(source)
    samples = [question.sample(right=True), question.sample(right=False)]
    samples = [sample for sample in samples if sample not in (None, [], "")]
    rows = packed([{"data": question.data(), "answer": sample} for sample in samples])
    assert [row["back"] for row in rows] == samples


def test_what_a_new_release_has_taken_away_is_left_out() -> None:
    old = asked(SOURCES[2]).data()
    signs = packed([{"data": old, "answer": [one["key"] for one in old["options"]]}])[0]["signs"]
    new = {**old, "options": old["options"][1:]}
    rows = packed([{"data": new, "answer": [one["key"] for one in old["options"]]}])
    assert rows[0]["signs"] == signs
    assert rows[0]["back"] == [one["key"] for one in new["options"]]


def test_interactions_name_things_by_their_ids() -> None:
    told = {
        source["kind"]: packed([{"data": asked(source).data(), "answer": asked(source).sample(right=True)}])[
            0
        ]["told"]
        for source in SOURCES
    }
    letters = ["ia", "ib", "ic", "id", "ie", "if"]
    assert told["truth"] == {"type": "true-false", "response": ["true"], "pattern": ["true"]}
    assert told["choice"] == {
        "type": "choice",
        "response": ["oa"],
        "pattern": ["oa"],
        "ids": ["oa", "ob", "oc"],
    }
    assert told["order"] == {"type": "sequencing", "response": letters, "pattern": letters, "ids": letters}
    assert told["match"]["response"] == [["pa", "pa"], ["pb", "pb"], ["pc", "pc"], ["pd", "pd"]]
    assert told["number"] == {"type": "numeric", "response": ["42"], "pattern": ["42", "42"]}
    assert told["gaps"] == {"type": "fill-in", "response": ["1989", "2020"], "pattern": ["1989", "2020"]}
    assert told["scale"] == {"type": "likert", "response": ["7"], "pattern": []}


def test_free_text_is_told_to_nobody_unless_the_author_has_chosen_so() -> None:
    private = packed([{"data": asked({"kind": "reflect"}).data(), "answer": "hemligt"}])[0]
    assert private == {"signs": None, "back": None, "told": None}
    stored = packed([{"data": asked({"kind": "reflect", "stored": "ja"}).data(), "answer": "Hej"}])[0]
    assert stored["told"] == {"type": "long-fill-in", "response": ["Hej"], "pattern": []}
