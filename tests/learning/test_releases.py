"""Somebody in mid-course meets a new release."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from course_builder.learning import taking
from course_builder.learning.models import Attempt, Completion, Enrolment, Event
from course_builder.learning.refusals import Moved
from course_builder.library.gather import gather
from course_builder.library.models import Change, Release
from course_builder.library.ready import keep_media
from course_builder.people.models import Role
from tests.learning.school import NOW, TODAY, School, course_files, write

LATER = NOW + timedelta(days=1)


def enrolled(school: School) -> Enrolment:
    anna = school.person("Anna Ombud", school.unit("Vårdcentralen"), Role.EMPLOYEE, Role.REP)
    return school.open(anna, school.publish(school.first))


def visit(school: School, enrolment: Enrolment) -> taking.News | None:
    with school.writing() as session:
        return taking.visit(session, enrolment, LATER)


def fresh(school: School, enrolment: Enrolment) -> Enrolment:
    with school.reading() as session:
        return session.get_one(Enrolment, enrolment.id)


def test_a_correction_moves_her_and_tells_her_until_she_has_seen_it(school: School) -> None:
    enrolment = enrolled(school)
    school.read(enrolment, "tva")
    second = school.publish(school.second, Change.CORRECTION, LATER)
    news = visit(school, enrolment)
    assert news is not None
    assert (news.release.number, len(news.lines)) == (2, 1)
    assert "Två" in news.lines[0]
    assert fresh(school, enrolment).release_id == second.id
    again = visit(school, enrolment)
    assert again is not None and again.lines == news.lines
    with school.writing() as session:
        taking.told(session, enrolment, LATER)
    assert visit(school, enrolment) is None
    with school.reading() as session:
        assert session.scalars(select(Event.kind).order_by(Event.seq)).all() == [
            "opened",
            "read",
            "moved",
            "told",
        ]


def test_she_is_told_only_of_what_she_has_read(school: School) -> None:
    enrolment = enrolled(school)
    school.read(enrolment, "ett")
    school.publish(school.second, Change.CORRECTION, LATER)
    news = visit(school, enrolment)
    assert news is not None and news.lines == ()


def test_new_content_leaves_her_where_she_is_until_she_chooses(school: School) -> None:
    enrolment = enrolled(school)
    second = school.publish(school.second, Change.CONTENT, LATER)
    assert visit(school, enrolment) is None
    assert fresh(school, enrolment).release_id == enrolment.release_id
    with school.writing() as session:
        taking.move(session, enrolment, second, LATER)
    assert fresh(school, enrolment).release_id == second.id


def test_who_is_done_stays_on_what_she_took(school: School) -> None:
    enrolment = enrolled(school)
    school.complete(enrolment)
    school.publish(school.second, Change.CORRECTION, LATER)
    assert visit(school, enrolment) is None
    with school.reading() as session:
        assert session.scalars(select(Completion.release_id)).one() == enrolment.release_id


def test_an_attempt_stays_on_its_release(school: School) -> None:
    """trust 44"""
    enrolment = enrolled(school)
    attempt = school.start(enrolment)
    one, two, three = school.asked(attempt)
    school.answer(enrolment, attempt, one.id, one.sample(True), "1")
    school.publish(school.second, Change.CORRECTION, LATER)
    visit(school, enrolment)
    moved = fresh(school, enrolment)
    school.answer(moved, attempt, two.id, two.sample(True), "2")
    last = school.answer(moved, attempt, three.id, three.sample(True), "3")
    assert last.finished is not None and last.finished.passed
    with school.reading() as session:
        assert session.execute(select(Attempt.release_id, Attempt.earned)).one() == (attempt.release_id, 3.0)
        releases = session.scalars(
            select(Event.release_id).where(Event.kind == "answered").order_by(Event.seq)
        )
        assert releases.all() == [attempt.release_id] * 3


def test_an_old_page_starts_no_attempt(school: School) -> None:
    enrolment = enrolled(school)
    school.publish(school.second, Change.CORRECTION, LATER)
    visit(school, enrolment)
    with pytest.raises(Moved) as refused:
        school.start(enrolment)
    assert "ny version" in refused.value.words("sv")
    with school.reading() as session:
        assert session.scalars(select(Attempt)).all() == []


def test_what_was_done_counts_in_the_new_release(school: School) -> None:
    enrolment = enrolled(school)
    school.read(enrolment, "ett")
    school.take_quiz(enrolment)
    second = school.publish(school.second, Change.CORRECTION, LATER)
    visit(school, enrolment)
    school.read(fresh(school, enrolment), "tva", LATER)
    with school.reading() as session:
        done = session.scalars(select(Completion)).one()
        assert (done.release_id, done.passed) == (second.id, True)


def test_a_renewal_is_a_new_round_and_the_old_one_stays(school: School) -> None:
    enrolment = enrolled(school)
    school.complete(enrolment)
    with school.writing() as session:
        release = session.get_one(Release, enrolment.release_id)
        again = taking.open_course(session, enrolment.person_id, release, LATER, again=True)
    assert (again.id != enrolment.id, again.round, again.done) == (True, 2, None)
    school.complete(again, at=LATER)
    with school.reading() as session:
        assert session.scalars(select(Completion.enrolment_id)).all() == [enrolment.id, again.id]


def test_a_quiz_she_has_begun_is_told_of_when_its_answer_was_wrong(school: School, tmp_path: Path) -> None:
    enrolment = enrolled(school)
    school.start(enrolment)
    folder = write(tmp_path / "rettad", course_files(**{"right: 42": "right: 43"}))
    ready = keep_media(school.first.store, gather(folder, TODAY))
    school.publish(ready, Change.CORRECTION, LATER)
    news = visit(school, enrolment)
    assert news is not None
    assert news.lines == (
        "Quizet ”Provet”: frågan ”Hur många artiklar är lag?” är ändrad. Poäng som du har fått står kvar.",
    )
