"""Ids for what has none, in one file at a time."""

from random import Random

from course_builder.content.editing.ids import fresh_ids, ids_of, with_ids
from tests.conftest import REPOSITORY

QUIZ = "kind: quiz\nid: prov\ntitle: T\nquestions:\n  - kind: choice  # svår\n    ask: A\n    options:\n      - right: B\n      - id: abcd\n        wrong: C\n"


def test_a_quiz_gets_the_ids_that_are_missing_and_nothing_else() -> None:
    made = with_ids(QUIZ, "prov.yaml", Random(1).choice)
    lines = made.splitlines()
    assert len([line for line in lines if "id:" in line]) == 4
    assert [line.split("id: ")[0] for line in lines[4:5]] == ["  - "]
    assert made.replace(lines[4] + "\n    ", "  - ").replace(lines[8] + "\n        ", "      - ") == QUIZ
    assert with_ids(made, "prov.yaml", Random(1).choice) == made


def test_an_id_that_is_taken_is_not_made_again() -> None:
    letters = iter("aaaa" + "abcd" + "bbbb" + "cccc")
    made = with_ids(QUIZ, "prov.yaml", lambda _: next(letters), taken=["aaaa"])
    assert "id: bbbb" in made
    assert "id: cccc" in made


def test_a_lesson_without_a_head_is_given_one() -> None:
    text = "\ufeff# A\r\n\r\n```reflect\r\nask: Vad?\r\n```\r\n"
    made = with_ids(text, "a.md", Random(1).choice)
    assert made.startswith("\ufeff---\r\nid: ")
    assert "```reflect\r\nid: " in made
    assert made.endswith("\r\nask: Vad?\r\n```\r\n")


def test_a_course_names_its_modules() -> None:
    made = with_ids(
        "id: k\nmodules:\n  - title: M\n    lessons:\n      - a.md\n", "course.yaml", Random(1).choice
    )
    assert "  - id: " in made
    assert made.count("id:") == 2


def test_what_has_ids_or_cannot_be_read_is_left_alone() -> None:
    for path in [*(REPOSITORY / "quizzes").glob("*.yaml"), *(REPOSITORY / "courses").glob("*/*.*")]:
        text = path.read_text(encoding="utf-8")
        assert with_ids(text, path.name, Random(1).choice) == text
    for text in ("a: [", "- x\n", "", "kind: annat\n"):
        assert with_ids(text, "x.yaml", Random(1).choice) == text


def test_copies_have_ids_of_their_own() -> None:
    value = {"id": "a", "items": [{"id": "b", "then": "a"}, {"then": "utanför"}], "other": "a"}
    used = {"a", "b"}
    made = fresh_ids(value, used, Random(3).choice)
    first, second = ids_of(made)
    assert {first, second}.isdisjoint({"a", "b"})
    assert made["items"] == [{"id": second, "then": first}, {"then": "utanför"}]
    assert made["other"] == "a"
    assert used == {"a", "b", first, second}
