"""Questions put into texts: they read there, and nothing else in the text has moved."""

import random
from collections.abc import Callable

import pytest

from course_builder.content.editing.errors import NoSuchPlace
from course_builder.importing.gift import gift
from course_builder.importing.placing import in_lesson, in_quiz, quiz_text
from tests.importing.ours import course_of, values
from tests.importing.test_gift import ALL

QUIZ = """\
# Mina frågor
kind: quiz
id: fragor
title:   "Frågor"   # med citattecken
questions:
  # den första
  - id: aaaa
    kind: truth
    ask: Sant?
    right: sant
    because: Ja.
# slut
"""
LESSON = "---\nid: a\n---\n# Rubrik\n\nText.\n\n```reflect\nid: bbbb\nask: Vad?\n```\n"


@pytest.fixture
def draw() -> Callable[[str], str]:
    chance = random.Random(3)
    return lambda letters: chance.choice(letters)


def test_a_new_quiz(draw: Callable[[str], str]) -> None:
    asked = values(gift(ALL, "a"))
    text = quiz_text("fragor", "Frågor: de första", asked, draw)
    course = course_of({"fragor.yaml": text}, "quiz: fragor")
    assert len(course.questions) == len(asked)
    assert course.parts[0].title == "Frågor: de första"


def test_into_a_quiz_that_is_there(draw: Callable[[str], str]) -> None:
    asked = values(gift(ALL, "a"))
    text = in_quiz(QUIZ, asked, draw)
    assert [line for line in QUIZ.splitlines() if line not in text.splitlines()] == []
    course = course_of({"fragor.yaml": text}, "quiz: fragor")
    assert [one.kind for one in course.questions] == ["truth", *(one["kind"] for one in asked)]
    ids = [one.id for one in course.questions]
    assert len(set(ids)) == len(ids)


def test_into_a_quiz_without_questions(draw: Callable[[str], str]) -> None:
    text = in_quiz("kind: quiz\nid: fragor\ntitle: Frågor\n", values(gift("Sant? {T#Nej#Ja}", "a")), draw)
    assert len(course_of({"fragor.yaml": text}, "quiz: fragor").questions) == 1


def test_into_a_lesson(draw: Callable[[str], str]) -> None:
    asked = values(gift(ALL, "a"))
    text = in_lesson(LESSON, asked, draw)
    assert text.startswith(LESSON)
    course = course_of({"a.md": text}, "a.md")
    assert [one.kind for one in course.practice] == ["reflect", *(one["kind"] for one in asked)]


@pytest.mark.parametrize(
    "text", ["", "kind: film-discussion\nid: a\n", "kind: quiz\nquestions: nej\n", "a: [", "- a\n"]
)
def test_into_what_is_no_quiz(text: str, draw: Callable[[str], str]) -> None:
    with pytest.raises(NoSuchPlace):
        in_quiz(text, values(gift("Sant? {T}", "a")), draw)
