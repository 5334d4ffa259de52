"""Problems of values: the key they belong to, the nearest right word, and none that only follows from another."""

from typing import Annotated

import pytest
from pydantic import BaseModel, Field

from course_builder.content.models.course import CourseFile
from course_builder.content.models.quiz import Quiz
from course_builder.content.problems import Place, Problem
from course_builder.content.validate import validate
from course_builder.content.yamltext import parse

QUIZ = "kind: quiz\nid: prov\ntitle: Prov\nquestions:\n"
COURSE = (
    "id: liten\ntitle: Liten\naudience:\n  - ombud\nmodules:\n  - id: ett\n    title: Ett\n    lessons:\n"
)


def problems(model: type[BaseModel], text: str) -> list[Problem]:
    parsed = parse(text, "f")
    assert parsed.problems == []
    return validate(model, parsed.value, Place("f"))[1]


def told(model: type[BaseModel], text: str) -> list[str]:
    return [problem.line("sv").removeprefix("f:") for problem in problems(model, text)]


def test_a_key_named_like_its_kind_is_still_found() -> None:
    gaps = (
        "  - kind: gaps\n    id: lucka\n    text: ett ___\n    gaps:\n      - id: forsta\n        acept: x\n"
    )
    assert told(Quiz, QUIZ + gaps) == [
        "10:9 error unknown-key Nyckeln acept finns inte här. (Menade du accept?)",
    ]


def test_a_list_that_is_bad_in_one_item_is_not_told_to_be_short() -> None:
    assert told(Quiz, QUIZ + "  - id: fel\n    kind: sant\n    ask: x\n") == [
        "6:11 error unknown-value sant går inte att välja för kind. "
        "(Välj bland: choice, choices, gaps, match, number, order, reflect, scale, text, truth.)"
    ]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("      - film: ett\n        quiz: tva\n", ["9:9 error one-of Ange exakt en av film, quiz."]),
        ("      - flim: ett\n", ["9:9 error unknown-key Nyckeln flim finns inte här. (Menade du film?)"]),
        ("      -\n", ["9:8 error empty lessons är tom. (Fyll i ett värde eller ta bort raden.)"]),
    ],
)
def test_one_problem_for_one_fault_in_a_list_of_parts(entry: str, expected: list[str]) -> None:
    assert told(CourseFile, COURSE + entry) == expected


def test_a_key_as_other_forms_of_courses_have_it() -> None:
    asked = "  - id: fraga\n    kind: truth\n    question: x\n    right: ja\n    feedback: y\n"
    assert told(Quiz, QUIZ + asked) == [
        "7:5 error unknown-key Nyckeln question finns inte här. (Menade du ask?)",
        "9:5 error unknown-key Nyckeln feedback finns inte här. (Menade du because?)",
    ]


def test_an_optional_key_without_a_value_is_left_out() -> None:
    empty = "kind:\nlanguage:\nsummary:\nversion:\ncompletion:\ncertificate:\nreview_by:\nrenew:\nminutes:\n"
    shown, plain = (
        validate(CourseFile, parse(COURSE + "      - ett.md\n" + more, "f").value, Place("f"))[0]
        for more in (empty, "")
    )
    assert shown is not None
    assert plain is not None
    assert shown.model_dump() == plain.model_dump()


def test_a_key_left_out_is_told_where_its_mapping_begins() -> None:
    assert told(CourseFile, COURSE.replace("    title: Ett\n", "") + "      - ett.md\n") == [
        "6:5 error missing-key title saknas. (Lägg till title:)"
    ]


def test_the_reader_s_own_language() -> None:
    (problem,) = problems(CourseFile, COURSE + "      - ett.md\nlangauge: sv\n")
    assert (
        problem.line("en")
        == "f:10:1 error unknown-key There is no key langauge here. (Did you mean language?)"
    )


class Strict(BaseModel):
    sure: Annotated[bool, Field(strict=True)]


def test_a_fault_that_has_no_words_of_its_own_is_told_in_pydantic_s() -> None:
    assert told(Strict, "sure: kanske\n") == ["1:7 error wrong-value sure: Input should be a valid boolean"]
