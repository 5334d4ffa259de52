"""Questions as a sealed page has them: nothing but what it takes to answer, and back again."""

import pytest

from course_builder.content.marking import mark
from course_builder.content.plain import plain
from course_builder.content.questions import AnyQuestion
from tests.browser.ten_kinds import KINDS, ten_kinds

GRADED = [question for question in ten_kinds().practice if question.graded]


@pytest.mark.parametrize("question", GRADED, ids=lambda question: question.kind)
def test_an_answer_survives_the_way_to_the_page_and_back(question: AnyQuestion) -> None:
    for right in (True, False):
        answer = question.sample(right)
        back = question.opened(question.closed(answer, plain), plain)
        assert mark(question.data(), back) == mark(question.data(), answer)


@pytest.mark.parametrize("question", ten_kinds().practice, ids=lambda question: question.id)
def test_the_script_is_given_what_it_needs_and_no_more(question: AnyQuestion) -> None:
    own = {"scale": {"steps"}, "reflect": {"stored"}}.get(question.kind, set())
    assert set(question.sealed()) == {"key", "kind", "graded", "ask"} | own


def test_a_pair_is_not_told_by_its_names() -> None:
    """The right side of a pair has a name made of its text; what a page never offered is no answer."""
    match = next(question for question in GRADED if question.kind == "match")
    keys = set(match.sample(True))
    sent = match.closed(match.sample(True), plain)
    assert keys.isdisjoint(sent.values())
    assert match.opened({key: key for key in keys}, plain) == dict.fromkeys(keys, "")
    assert match.opened(["x"], plain) == ["x"]
    assert match.opened(dict.fromkeys(keys, 7), plain) == dict.fromkeys(keys, "")


def test_every_kind_is_tried() -> None:
    assert {question.kind for question in ten_kinds().practice} == set(KINDS)
