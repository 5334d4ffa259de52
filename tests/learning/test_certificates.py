"""An intyg can be checked by anybody who holds it, and made by nobody."""

import re

import pytest
from sqlalchemy import select, update

from course_builder.learning import certificates, completions
from course_builder.learning.models import Certificate, Completion, Source
from course_builder.people.models import Person, Role
from tests.learning.school import NOW, TODAY, School


def paper_of(school: School, name: str = "Anna Ombud") -> tuple[Person, Certificate]:
    anna = school.person(name, school.unit("Vårdcentralen"), Role.EMPLOYEE, Role.REP)
    school.complete(school.open(anna, school.publish(school.first)))
    with school.reading() as session:
        [(paper, _)] = certificates.of_person(session, anna.id)
        return anna, paper


def test_it_is_unguessable_and_readable_on_paper(school: School) -> None:
    """trust 42"""
    _, paper = paper_of(school)
    assert re.fullmatch(r"[0-9a-f]{32}", paper.id)
    assert re.fullmatch(r"[A-HJ-NP-Z2-9]{8}", paper.check_code)


def test_another_sign_anywhere_is_another_certificate(school: School) -> None:
    """trust 42"""
    _, paper = paper_of(school)
    others = [
        paper.id[:place] + ("0" if sign != "0" else "1") + paper.id[place + 1 :]
        for place, sign in enumerate(paper.id)
    ]
    with school.reading() as session:
        assert certificates.find(session, paper.id) is not None
        assert [
            one
            for one in [*others, "", "x" * 32, paper.id.upper() + "0", paper.id + " "]
            if certificates.find(session, one)
        ] == []


def test_the_name_needs_the_code_from_the_paper(school: School) -> None:
    """trust 42"""
    _, paper = paper_of(school)
    shown = paper.check_code
    with school.reading() as session:
        assert certificates.name_on(session, paper.id, shown) == "Anna Ombud"
        assert certificates.name_on(session, paper.id, f" {shown[:4].lower()}-{shown[4:]} ") == "Anna Ombud"
        assert certificates.name_on(session, paper.id, "") is None
        assert certificates.name_on(session, paper.id, "Å") is None
        assert certificates.name_on(session, paper.id, shown[:-1]) is None
        assert certificates.name_on(session, "0" * 32, shown) is None


def test_a_protected_person_is_never_named(school: School) -> None:
    anna, paper = paper_of(school)
    with school.writing() as session:
        session.execute(update(Person).where(Person.id == anna.id).values(protected=True))
    with school.reading() as session:
        assert certificates.name_on(session, paper.id, paper.check_code) is None
        assert certificates.find(session, paper.id) is not None


def test_a_withdrawn_one_says_so(school: School) -> None:
    _, paper = paper_of(school)
    with school.writing() as session:
        assert certificates.withdraw(session, paper.id, "wrong-person", None, NOW)
        assert not certificates.withdraw(session, paper.id, "wrong-person", None, NOW)
        assert not certificates.withdraw(session, "0" * 32, "wrong-person", None, NOW)
    with school.reading() as session:
        shown = certificates.find(session, paper.id)
        assert shown is not None and shown.withdrawn == NOW


def test_it_goes_with_its_completion(school: School) -> None:
    _, paper = paper_of(school)
    with school.writing() as session:
        completions.withdraw(session, paper.completion_seq, "wrong-person", None, NOW)
    with school.reading() as session:
        shown = certificates.find(session, paper.id)
        assert shown is not None and shown.withdrawn == NOW


def test_only_its_owner_finds_it_among_her_own(school: School) -> None:
    """trust 35"""
    anna, paper = paper_of(school)
    bo = school.person("Bo Kollega", school.unit("Tandvården"), Role.REP)
    with school.reading() as session:
        assert certificates.own(session, anna.id, paper.id) is not None
        assert certificates.own(session, bo.id, paper.id) is None


def test_none_for_what_another_portal_says(school: School) -> None:
    """trust 42: a result that was not marked here gives no certificate."""
    anna = school.person("Anna Ombud", school.unit("Vårdcentralen"), Role.REP)
    with school.writing() as session:
        made = completions.record_elsewhere(
            session, anna.id, "liten", TODAY, True, Source.PORTAL, "k", None, NOW
        )
        with pytest.raises(ValueError, match="marked here"):
            certificates.issue(session, session.get_one(Completion, made.seq), NOW)
    with school.reading() as session:
        assert session.scalars(select(Certificate)).all() == []


def test_none_before_the_quiz_is_passed_and_one_however_often_it_is_asked_for(school: School) -> None:
    anna = school.person("Anna Ombud", school.unit("Vårdcentralen"), Role.REP)
    enrolment = school.open(anna, school.publish(school.first))
    school.complete(enrolment, right=False)
    with school.reading() as session:
        assert session.scalars(select(Certificate)).all() == []
    school.take_quiz(enrolment)
    with school.writing() as session:
        done = session.scalars(select(Completion)).one()
        assert certificates.issue(session, done, NOW).id == certificates.issue(session, done, NOW).id
