"""Many at once: what must happen once happens once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from sqlalchemy import func, select

from course_builder.learning import attempts, taking
from course_builder.learning.models import Answer, Attempt, Certificate, Completion, Enrolment, Event
from course_builder.learning.refusals import AnsweredElsewhere, NoTriesLeft
from course_builder.people.models import Role
from tests.learning.school import NOW, School


def at_once(count: int, work: Callable[[int], Any]) -> list[Any]:
    """What each gave or raised; they begin together."""
    gate = Barrier(count)

    def one(number: int) -> Any:
        gate.wait()
        try:
            return work(number)
        except (NoTriesLeft, AnsweredElsewhere) as refused:
            return type(refused)

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(one, range(count)))


def enrolled(school: School) -> Enrolment:
    anna = school.person("Anna Ombud", school.unit("Vårdcentralen"), Role.EMPLOYEE, Role.REP)
    return school.open(anna, school.publish(school.first))


def test_fifty_times_the_same_answer_is_stored_once(school: School) -> None:
    """trust 39"""
    enrolment = enrolled(school)
    attempt = school.start(enrolment)
    question = school.asked(attempt)[0]
    right = question.sample(True)
    replies = at_once(50, lambda number: school.answer(enrolment, attempt, question.id, right, "one-key"))
    assert [reply.mark for reply in replies] == [1.0] * 50
    assert sum(reply.fresh for reply in replies) == 1
    with school.reading() as session:
        assert session.scalar(select(func.count(Answer.id))) == 1
        assert session.scalar(select(func.count()).where(Event.kind == "answered")) == 1
        assert session.scalars(select(Attempt.answered)).one() == 1


def test_of_twenty_tabs_one_answers(school: School) -> None:
    """trust 39"""
    enrolment = enrolled(school)
    attempt = school.start(enrolment)
    question = school.asked(attempt)[0]
    replies = at_once(
        20,
        lambda number: school.answer(
            enrolment, attempt, question.id, question.sample(number % 2 == 0), f"tab-{number}"
        ),
    )
    assert sum(reply is AnsweredElsewhere for reply in replies) == 19
    with school.reading() as session:
        assert session.scalar(select(func.count(Answer.id))) == 1


def test_a_hundred_starts_are_one_attempt(school: School) -> None:
    """trust 40"""
    enrolment = enrolled(school)
    started = at_once(100, lambda number: school.start(enrolment).id)
    assert len(set(started)) == 1
    with school.reading() as session:
        assert session.scalar(select(func.count(Attempt.id))) == 1


def test_the_limit_holds_when_all_finish_and_start_at_once(school: School) -> None:
    """trust 40: a hundred try to use up the three attempts; exactly three exist afterwards."""
    enrolment = enrolled(school)

    def until_no_more(number: int) -> None:
        while True:
            attempt = school.start(enrolment)
            for question in school.asked(attempt):
                try:
                    school.answer(enrolment, attempt, question.id, question.sample(False), f"{number}-{attempt.id}-{question.id}")  # fmt: skip
                except AnsweredElsewhere:
                    continue

    assert set(at_once(100, until_no_more)) == {NoTriesLeft}
    with school.reading() as session:
        made = session.execute(
            select(Attempt.number, Attempt.answered, Attempt.finished.is_not(None)).order_by(Attempt.number)
        )
        assert made.all() == [(1, 3, True), (2, 3, True), (3, 3, True)]


def test_the_last_answers_at_once_finish_once(school: School) -> None:
    enrolment = enrolled(school)
    school.read(enrolment, "ett")
    school.read(enrolment, "tva")
    attempt = school.start(enrolment)
    asked = school.asked(attempt)
    replies = at_once(
        3,
        lambda number: school.answer(
            enrolment, attempt, asked[number].id, asked[number].sample(True), f"k{number}"
        ),
    )
    assert sorted(reply.finished is not None for reply in replies) == [False, False, True]
    with school.reading() as session:
        assert session.execute(select(Attempt.earned, Attempt.answered)).one() == (3.0, 3)
        assert session.scalar(select(func.count(Completion.event_seq))) == 1
        assert session.scalar(select(func.count(Certificate.id))) == 1


def test_the_last_page_and_the_last_answer_at_once_complete_the_course(school: School) -> None:
    enrolment = enrolled(school)
    school.read(enrolment, "ett")
    attempt = school.start(enrolment)
    *before, last = school.asked(attempt)
    for question in before:
        school.answer(enrolment, attempt, question.id, question.sample(True), question.id)

    def one(number: int) -> Any:
        if number == 0:
            return school.read(enrolment, "tva")
        return school.answer(enrolment, attempt, last.id, last.sample(True), last.id)

    at_once(2, one)
    with school.reading() as session:
        assert session.scalar(select(func.count(Completion.event_seq))) == 1


def test_opened_in_many_tabs_it_is_one_enrolment(school: School) -> None:
    anna = school.person("Anna Ombud", school.unit("Vårdcentralen"), Role.REP)
    published = school.publish(school.first)
    assert len(set(at_once(20, lambda number: school.open(anna, published).id))) == 1
    with school.reading() as session:
        assert session.scalars(select(Event.kind)).all() == ["opened"]


def test_one_of_many_states_wins_and_the_others_are_told(school: School) -> None:
    """trust 39"""
    enrolment = enrolled(school)

    def keep(number: int) -> int | taking.Conflict:
        with school.writing() as session:
            return taking.keep_state(session, enrolment.id, f"tab-{number}", 0)

    kept = at_once(20, keep)
    winner = kept.index(1)
    assert [one for one in kept if one != 1] == [taking.Conflict(f"tab-{winner}", 1)] * 19


def test_a_quiz_that_is_not_in_the_course_has_no_attempts(school: School) -> None:
    enrolment = enrolled(school)
    with school.reading() as session:
        assert attempts.latest(session, enrolment.id, "annat") is None
        assert attempts.running(session, enrolment.id, "prov") is None
    assert school.start(enrolment, NOW).number == 1
