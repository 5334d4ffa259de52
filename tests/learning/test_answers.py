"""An answer is marked here, stored once, and fits what was asked."""

import json
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from course_builder.learning.answers import Stored
from course_builder.learning.models import Answer, Attempt, Enrolment, Event, Note
from course_builder.learning.refusals import (
    AnsweredElsewhere,
    KeyUsed,
    NotAsked,
    NotThere,
    Personnummer,
    TooLong,
)
from course_builder.people.models import Person, Role
from tests.learning.school import NOW, School


@pytest.fixture
def anna(school: School) -> Person:
    return school.person("Anna Ombud", school.unit("Vårdcentralen"), Role.REP)


@pytest.fixture
def enrolment(school: School, anna: Person) -> Enrolment:
    return school.open(anna, school.publish(school.first))


def answers_of(school: School) -> list[tuple[str, str, float | None]]:
    with school.reading() as session:
        rows = session.execute(select(Answer.question_id, Answer.given, Answer.mark).order_by(Answer.id))
        return [(question_id, given, mark) for question_id, given, mark in rows]


def test_a_practice_question_may_be_answered_again(school: School, enrolment: Enrolment) -> None:
    assert school.answer(enrolment, None, "ovning", False, "a") == Stored(0.0, True, None, False)
    assert school.answer(enrolment, None, "ovning", True, "b") == Stored(1.0, True, None, False)
    assert answers_of(school) == [("ovning", "false", 0.0), ("ovning", "true", 1.0)]


def test_the_same_key_is_the_same_reply_stored_once(school: School, enrolment: Enrolment) -> None:
    """trust 39"""
    attempt = school.start(enrolment)
    replies = []
    for question in school.asked(attempt):
        given = question.sample(True)
        first = school.answer(enrolment, attempt, question.id, given, f"key-{question.id}")
        again = school.answer(enrolment, attempt, question.id, given, f"key-{question.id}")
        assert (again.mark, again.finished, again.done) == (first.mark, first.finished, first.done)
        assert (first.fresh, again.fresh) == (True, False)
        replies.append(first.finished is not None)
    assert replies == [False, False, True]
    assert len(answers_of(school)) == 3
    with school.reading() as session:
        assert session.scalar(select(func.count()).where(Event.kind == "answered")) == 3


def test_a_reply_stays_what_it_was_when_more_has_happened(school: School, enrolment: Enrolment) -> None:
    attempt = school.start(enrolment)
    one, two, three = school.asked(attempt)
    first = school.answer(enrolment, attempt, one.id, one.sample(True), "1")
    school.answer(enrolment, attempt, two.id, two.sample(True), "2")
    last = school.answer(enrolment, attempt, three.id, three.sample(True), "3")
    assert last.finished is not None and not last.done
    school.read(enrolment, "ett", NOW + timedelta(hours=1))
    school.read(enrolment, "tva", NOW + timedelta(hours=1))
    assert school.answer(enrolment, attempt, one.id, one.sample(True), "1") == Stored(
        first.mark, False, None, False
    )
    assert school.answer(enrolment, attempt, three.id, three.sample(True), "3") == Stored(
        1.0, False, last.finished, False
    )


def test_a_key_names_one_answer(school: School, enrolment: Enrolment) -> None:
    school.answer(enrolment, None, "ovning", True, "k")
    with pytest.raises(KeyUsed):
        school.answer(enrolment, None, "ovning", False, "k")
    assert answers_of(school) == [("ovning", "true", 1.0)]


def test_a_key_of_somebody_else_is_her_own_affair(school: School, enrolment: Enrolment) -> None:
    """trust 35, 39: nobody learns of another's answer by its key, nor stands in its way."""
    other = school.open(
        school.person("Bo Kollega", school.unit("Tandvården"), Role.REP), school.publish(school.first)
    )
    school.answer(enrolment, None, "ovning", True, "k")
    assert school.answer(other, None, "ovning", False, "k") == Stored(0.0, True, None, False)


def test_the_second_tab_is_told(school: School, enrolment: Enrolment) -> None:
    """trust 39"""
    attempt = school.start(enrolment)
    question = school.asked(attempt)[0]
    school.answer(enrolment, attempt, question.id, question.sample(True), "tab-1")
    with pytest.raises(AnsweredElsewhere) as refused:
        school.answer(enrolment, attempt, question.id, question.sample(False), "tab-2")
    assert refused.value.mark == 1.0
    assert "annat fönster" in refused.value.words("sv")
    assert len(answers_of(school)) == 1


def test_what_is_not_hers_is_not_there(school: School, enrolment: Enrolment) -> None:
    """trust 35"""
    other = school.open(
        school.person("Bo Kollega", school.unit("Tandvården"), Role.REP), school.publish(school.first)
    )
    attempt = school.start(enrolment)
    question = school.asked(attempt)[0]
    with pytest.raises(NotThere):
        school.answer(other, attempt, question.id, question.sample(True), "k")
    assert answers_of(school) == []


def test_only_what_was_asked_can_be_answered(school: School, enrolment: Enrolment) -> None:
    """trust 38"""
    attempt = school.start(enrolment)
    drawn = {question.id for question in school.asked(attempt)}
    [left_out] = {"ratt", "val", "ord", "tal"} - drawn
    with pytest.raises(NotAsked):
        school.answer(enrolment, attempt, left_out, True, "a")
    with pytest.raises(NotAsked):
        school.answer(enrolment, None, next(iter(drawn)), True, "b")
    with pytest.raises(NotThere):
        school.answer(enrolment, attempt, "ovning", True, "c")
    with pytest.raises(NotThere):
        school.answer(enrolment, None, "finns-inte", True, "d")
    assert answers_of(school) == []


@pytest.mark.parametrize(
    "forged",
    [
        {"mark": 1, "score": 1, "passed": True},
        ["rr", {"mark": 1}],
        "passed",
        10**9,
        None,
        [[[[[]]]]],
        {"": {"right": True}},
    ],
)
def test_no_answer_can_bring_its_own_mark(school: School, enrolment: Enrolment, forged: Any) -> None:
    """trust 37"""
    attempt = school.start(enrolment)
    marks = [
        school.answer(enrolment, attempt, question.id, forged, question.id).mark
        for question in school.asked(attempt)
    ]
    assert marks == [0.0, 0.0, 0.0]
    with school.reading() as session:
        assert session.execute(select(Attempt.earned, Attempt.possible)).one() == (0.0, 3.0)
        assert session.scalars(select(Enrolment.done)).one() is None


def test_a_reflection_is_a_note_and_no_answer(school: School, enrolment: Enrolment, anna: Person) -> None:
    words = "Jag lyssnade på ett barn i tisdags."
    assert school.answer(enrolment, None, "tanke", words, "k") == Stored(None, True, None, False)
    assert answers_of(school) == [("tanke", "true", None)]
    with school.reading() as session:
        assert session.execute(select(Note.person_id, Note.text)).one() == (anna.id, words)


def test_a_personnummer_is_refused_with_its_reason(school: School, enrolment: Enrolment) -> None:
    with pytest.raises(Personnummer) as refused:
        school.answer(enrolment, None, "tanke", "Hon hette Lisa, 20121224-2389.", "k")
    assert "personnummer" in refused.value.words("sv")
    with pytest.raises(TooLong):
        school.answer(enrolment, None, "tanke", "å" * 20_001, "k")
    assert answers_of(school) == []


def test_no_word_of_hers_is_in_an_event(school: School, enrolment: Enrolment, anna: Person) -> None:
    """trust 68: names and free text are planted everywhere a person writes, and looked for in every event."""
    planted = "Planterad mening rörande Lisa"
    attempt = school.start(enrolment)
    for question in school.asked(attempt):
        school.answer(enrolment, attempt, question.id, planted, question.id)
    school.answer(enrolment, None, "tanke", planted, "tanke")
    school.read(enrolment, "ett")
    school.read(enrolment, "tva")
    with school.reading() as session:
        events = session.scalars(select(Event)).all()
        told = json.dumps(
            [[one.kind, one.data, one.key, one.course_id] for one in events], ensure_ascii=False
        )
        assert [word for word in (*planted.split(), *anna.name.split()) if word in told] == []
        assert session.scalars(select(Note.text)).all() == [planted]
