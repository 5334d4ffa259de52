"""From the first visit to the certificate."""

from datetime import timedelta

from sqlalchemy import select

from course_builder.learning import certificates, taking
from course_builder.learning.models import Completion, Enrolment, Event
from course_builder.people.models import Role
from tests.learning.school import NOW, TODAY, School


def test_a_course_is_taken_to_its_certificate(school: School) -> None:
    unit = school.unit("Vårdcentralen")
    anna = school.person("Anna Ombud", unit, Role.EMPLOYEE, Role.REP)
    enrolment = school.open(anna, school.publish(school.first))
    last = school.complete(enrolment)
    assert (last.mark, last.fresh, last.done) == (1.0, True, True)
    assert last.finished is not None
    assert (last.finished.earned, last.finished.possible, last.finished.passed, last.finished.left) == (
        3,
        3,
        True,
        2,
    )
    with school.reading() as session:
        done = session.scalars(select(Completion)).one()
        assert (done.person_id, done.course_id, done.source, done.on) == (anna.id, "liten", "here", TODAY)
        assert (done.passed, done.score, done.unit_id, done.counts) == (True, 1.0, unit.id, True)
        [(paper, _)] = certificates.of_person(session, anna.id)
        shown = certificates.find(session, paper.id)
        assert shown is not None
        assert (shown.course_id, shown.on, shown.withdrawn) == ("liten", TODAY, None)


def test_opened_twice_it_is_one_enrolment(school: School) -> None:
    anna = school.person("Anna Ombud", school.unit("Vårdcentralen"), Role.REP)
    published = school.publish(school.first)
    assert school.open(anna, published).id == school.open(anna, published, NOW + timedelta(days=1)).id
    with school.reading() as session:
        assert session.scalars(select(Event.kind)).all() == ["opened"]


def test_two_tabs_lose_nothing_silently(school: School) -> None:
    """trust 39: the second to save is told what is there."""
    anna = school.person("Anna Ombud", school.unit("Vårdcentralen"), Role.REP)
    enrolment = school.open(anna, school.publish(school.first))
    with school.writing() as session:
        assert taking.keep_state(session, enrolment.id, "1--;AAAA;;;;", 0) == 1
    with school.writing() as session:
        conflict = taking.keep_state(session, enrolment.id, "1--;BBBB;;;;", 0)
        assert conflict == taking.Conflict("1--;AAAA;;;;", 1)
    with school.writing() as session:
        assert taking.keep_state(session, enrolment.id, "1--;BBBB;;;;", 1) == 2
    with school.reading() as session:
        assert session.get_one(Enrolment, enrolment.id).state == "1--;BBBB;;;;"
