"""Forms made from the models: kinds, order, what is new, and where problems are told."""

from random import Random

import pytest

from course_builder.content.blocks import FENCED
from course_builder.content.checks.feedback import SILENT_OPTION
from course_builder.content.forms.filled import filled
from course_builder.content.forms.form import form_of, forms_of_block, forms_of_questions
from course_builder.content.forms.fresh import fresh, fresh_item
from course_builder.content.forms.order import key_order
from course_builder.content.forms.roots import form_at
from course_builder.content.models.course import CourseFile, ModuleEntry
from course_builder.content.models.quiz import Quiz
from course_builder.content.models.region import Region
from course_builder.content.problems import Place
from course_builder.content.validate import EMPTY, MISSING
from course_builder.content.yamltext import parse
from tests.conftest import REPOSITORY

QUIZ = """\
kind: quiz
id: prov
title: T
questions:
  - id: aaaa
    kind: choice
    ask: A
    options:
      - id: bbbb
        right: B
      - id: cccc
        wrong:
"""


def test_kinds_come_from_the_types_and_the_labels() -> None:
    kinds = {field.name: field.kind for field in form_of(CourseFile).fields}
    assert kinds["title"] == "line"
    assert kinds["summary"] == "prose"
    assert kinds["audience"] == "choices"
    assert kinds["completion"] == "group"
    assert kinds["review_by"] == "day"
    assert kinds["cover"] == "media"
    assert kinds["certificate"] == "flag"
    goals = form_of(ModuleEntry).field("goals")
    assert goals is not None
    assert (goals.kind, goals.inner, goals.required) == ("list", (), False)


def test_every_question_kind_has_its_form_by_name() -> None:
    questions = form_of(Quiz).field("questions")
    assert questions is not None
    assert {form.kind for form in questions.inner} == set(forms_of_questions())
    assert len(questions.inner) == 10


@pytest.mark.parametrize("kind", forms_of_questions())
def test_a_new_question_asks_for_what_must_be_there(kind: str) -> None:
    questions = form_of(Quiz).field("questions")
    assert questions is not None
    value = fresh_item(questions, kind, set(), Random(1).choice)
    assert value["kind"] == kind
    needed = {field.name for field in forms_of_questions()[kind].fields if field.required}
    assert needed <= set(value) | {"id"}
    assert list(value)[:2] == ["id", "kind"]


def test_a_new_choice_begins_with_one_right_answer() -> None:
    options = fresh(forms_of_questions()["choice"], set(), Random(1).choice)["options"]
    assert [sorted(option) for option in options] == [["id", "right"], ["id", "wrong"]]


def test_every_fence_has_a_form() -> None:
    for kind, model in FENCED.items():
        assert forms_of_block(model), kind


@pytest.mark.parametrize(
    ("path", "block", "text", "at", "name"),
    [
        ("prov.yaml", None, QUIZ, (), "Quiz"),
        ("prov.yaml", None, QUIZ, ("questions", "#aaaa"), "Choice"),
        ("prov.yaml", None, QUIZ, ("questions", 0, "options", "#cccc"), "Option"),
        ("a.md", "question", "kind: scale\n", (), "Scale"),
        ("a.md", "reflect", "ask: A\n", (), "Reflect"),
        ("a.md", "case", "scenes:\n  - id: a\n    choices:\n      - id: b\n", ("scenes", "#a", "choices", 0), "Branch"),
        ("a.md", "film", "id: a\nurl: https://film.exempel.se/a\n", (), "Film"),
        ("a.md", "film", "use: vantrummet\n", (), "FilmBlock"),
        ("law.yaml", None, "sol:\n  wordings:\n    - says: A\n", ("sol", "wordings", 0), "Wording"),
        ("region.yaml", None, "name: A\n", ("portal",), "Portal"),
        ("course.yaml", None, "id: a\n", ("completion",), "Completion"),
    ],
)  # fmt: skip
def test_the_form_of_a_place(
    path: str, block: str | None, text: str, at: tuple[str | int, ...], name: str
) -> None:
    found = form_at(path, block, parse(text, path).value, at)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("at", [("title",), ("questions",), ("questions", "#zzzz", "x"), ("saknas",)])
def test_a_place_without_a_form(at: tuple[str, ...]) -> None:
    assert form_at("prov.yaml", None, parse(QUIZ, "").value, at) is None


def test_a_new_key_stands_where_our_own_files_have_it() -> None:
    assert key_order("prov.yaml", None, QUIZ, ("questions", "#aaaa", "options", "#bbbb", "because")) == ("id", "right", "wrong", "because")  # fmt: skip
    assert key_order("a.md", "question", "kind: truth\n", ("because",))[:5] == (
        "id",
        "kind",
        "ask",
        "right",
        "because",
    )
    assert key_order("annat.yaml", None, "a: b\n", ("c",)) == ()
    course = key_order("course.yaml", None, "id: a\n", ("review_by",))
    assert course.index("review_by") < course.index("modules")


def test_our_own_files_have_that_order() -> None:
    for path in (REPOSITORY / "quizzes").glob("*.yaml"):
        for question in parse(path.read_text("utf-8"), path.name).value.get("questions", ()):
            order = forms_of_questions()[question["kind"]].order
            first = [key for key in question if key in ("id", "kind", "ask", "because", "otherwise")]
            assert first == [key for key in order if key in first]


def told(problems: list[object]) -> list[str]:
    return [problem.code.name for problem in problems]  # type: ignore[attr-defined]


def test_a_problem_is_told_at_its_field() -> None:
    form = form_of(Quiz)
    value = parse(QUIZ, "prov.yaml").value
    options = value["questions"][0]["options"]
    problems = [
        MISSING.at(Place("prov.yaml", 1, 1), key="pass"),
        SILENT_OPTION.at(options[0].place, option="B"),
        EMPTY.at(options[1].at("wrong"), key="wrong"),
        EMPTY.at(Place("prov.yaml", 3, 8), key="title"),
    ]
    made = filled(form, value, problems)
    questions = made.box("questions")
    assert questions is not None
    question = questions.items[0].form
    assert question is not None
    box = question.box("options")
    assert box is not None
    first, second = (item.form for item in box.items)
    assert first is not None
    assert second is not None
    because, wrong, title, share = (
        first.box("because"),
        second.box("wrong"),
        made.box("title"),
        made.box("pass"),
    )
    assert because and wrong and title and share
    assert [told(one.problems) for one in (because, wrong, title, share)] == [["option-without-feedback"], ["empty"], ["empty"], ["missing-key"]]  # fmt: skip
    assert made.has_problems
    assert filled(form, value).has_problems is False


def test_what_belongs_to_no_field_is_told_first() -> None:
    value = parse(QUIZ, "prov.yaml").value
    made = filled(form_of(Quiz), value, [MISSING.at(Place("prov.yaml", 2, 1), key="id")])
    assert told(made.problems) == ["missing-key"]


def test_items_go_by_their_id_or_their_number() -> None:
    made = filled(form_of(ModuleEntry), parse("goals:\n  - a\n  - b\n", "").value)
    box = made.box("goals")
    assert box is not None
    assert [(item.step, item.value) for item in box.items] == [(0, "a"), (1, "b")]
    alone = filled(form_of(ModuleEntry), parse("goals: a\n", "").value).box("goals")
    assert alone is not None
    assert [item.value for item in alone.items] == ["a"]


def test_what_is_only_for_an_hour_is_asked_of_an_hour() -> None:
    asked = [{box.field.name for box in filled(form_of(CourseFile), parse(text, "").value).boxes} for text in ("id: a\n", "kind: meeting\n")]  # fmt: skip
    assert ["minutes" in names for names in asked] == [False, True]


def test_what_the_writer_names_has_a_form_by_its_name() -> None:
    value = parse("routines:\n  oro:\n    title: Oro\n", "region.yaml").value
    made = filled(form_of(Region), value, [EMPTY.at(value["routines"]["oro"].at("title"), key="title")])
    routines = made.box("routines")
    assert routines is not None
    title = routines.named["oro"].box("title")
    assert title is not None
    assert (title.value, told(title.problems)) == ("Oro", ["empty"])
