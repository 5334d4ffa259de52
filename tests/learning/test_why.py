"""Why a status is what it is, line by line."""

from datetime import date

from sqlalchemy import select, update

from course_builder.learning import completions, renewal, requirements
from course_builder.learning.events import Kind
from course_builder.learning.models import Completion, Source
from course_builder.learning.why import QUIET, why
from course_builder.learning.why_words import REASONS, SAID
from course_builder.library.models import KeptCourse
from course_builder.people.models import Person, Role
from course_builder.web.requirement_words import EXEMPTIONS, WITHDRAWALS
from tests.learning.school import NOW, TODAY, School


def lines(school: School, person: Person, language: str = "sv", course_id: str = "liten") -> list[str]:
    with school.reading() as session:
        return [one.text(language) for one in why(session, person.id, course_id, TODAY)]


def test_every_event_has_words() -> None:
    assert set(SAID) == set(Kind) - set(QUIET)


def test_every_reason_has_words() -> None:
    """Those of the coordinator's buttons, those of lists, and that of an attendance list."""
    assert {
        *EXEMPTIONS,
        *WITHDRAWALS,
        "contradicted",
        "corrected",
        "list-undone",
        "another-try",
        "not-there",
    } == set(REASONS)


def test_a_course_taken_here(school: School) -> None:
    anna = school.person("Anna Ombud", school.unit("Vårdcentralen"), Role.EMPLOYEE, Role.REP)
    published = school.publish(school.first)
    with school.writing() as session:
        requirements.require(session, "liten", NOW, None, role=Role.REP, due=date(2026, 12, 24))
        renewal.decide(session, "liten", months=36, fixed=None, window_days=60, refresher_course_id=None, decision="RS 2026-1")  # fmt: skip
    enrolment = school.open(anna, published)
    school.take_quiz(enrolment, right=False)
    school.complete(enrolment)
    assert lines(school, anna) == [
        "Kursen begärs för dig, helst klar 24 december 2026.",
        "Kursen påbörjades i version 1.",
        "Quizet ”Provet”: försök 1 påbörjades.",
        "Quizet ”Provet”: försök 1 gav 0 av 3 poäng.",
        "Enligt kursens regel: påbörjad.",
        "”Ett” lästes.",
        "”Två” lästes.",
        "Enligt kursens regel: inte godkänd än.",
        "Quizet ”Provet”: försök 2 påbörjades.",
        "Quizet ”Provet”: försök 2 gav 3 av 3 poäng.",
        "Enligt kursens regel: genomförd och godkänd.",
        "Genomförd 21 november 2026, godkänd. Källa: här.",
        "Intyg utfärdades.",
        "Enligt regionens beslut RS 2026-1 gäller det till 21 november 2029.",
    ]
    assert "Completed 21 November 2026, passed. Source: here." in lines(school, anna, "en")


def test_a_record_from_elsewhere_corrected_and_withdrawn(school: School) -> None:
    anna = school.person("Anna Ombud", school.unit("Vårdcentralen"), Role.EMPLOYEE)
    with school.writing() as session:
        made = completions.record_elsewhere(
            session, anna.id, "grund", date(2026, 3, 2), None, Source.PORTAL, "k", None, NOW
        )
        completions.correct(session, made.seq, "wrong-date", None, NOW, on=date(2026, 3, 3))
        completions.withdraw(session, made.seq, "wrong-person", None, NOW)
    assert lines(school, anna, course_id="grund") == [
        "Uppgift om 2 mars 2026. Källa: portalen.",
        "Uppgiften rättades: 3 mars 2026. Datumet var fel.",
        "Uppgiften drogs tillbaka. Den gällde någon annan.",
    ]


def test_why_nobody_knows(school: School) -> None:
    school.publish(school.first)
    anna = school.person("Anna Ombud", school.unit("Vårdcentralen"), Role.REP)
    with school.writing() as session:
        session.execute(update(KeptCourse).values(taken="portal"))
        asked = requirements.require(session, "liten", NOW, None, role=Role.REP)
    assert lines(school, anna) == [
        "Kursen begärs för dig.",
        "Kursen görs i portalen, och ingen lista har kommit därifrån. Därför vet vi inte.",
    ]
    with school.writing() as session:
        requirements.exempt(session, asked.id, anna.id, "done-before", None, NOW)
    assert lines(school, anna) == ["Kursen begärs inte längre för dig. Du har gått en motsvarande kurs."]


def test_somebody_else_is_not_in_it(school: School) -> None:
    """trust 35"""
    unit = school.unit("Vårdcentralen")
    anna, bo = school.person("Anna Ombud", unit, Role.REP), school.person("Bo Kollega", unit, Role.REP)
    school.complete(school.open(anna, school.publish(school.first)))
    assert lines(school, bo) == []
    with school.reading() as session:
        assert session.scalars(select(Completion.person_id)).all() == [anna.id]


def test_an_hour_says_its_version_and_why_it_no_longer_counts(school: School) -> None:
    published = school.publish(school.first)
    anna = school.person("Anna Ombud", school.unit("Vårdcentralen"), Role.EMPLOYEE)
    with school.writing() as session:
        made = completions.record_elsewhere(session, anna.id, "liten", date(2026, 3, 2), None, Source.APT, "apt:1:1:0", None, NOW, published.id)  # fmt: skip
        completions.withdraw(session, made.seq, "not-there", None, NOW)
    with school.reading() as session:
        told = why(session, anna.id, "liten", TODAY)
    assert [one.text("sv") for one in told][-2:] == [
        "Uppgift om 2 mars 2026. Källa: på APT, version 1 av kursen.",
        "Uppgiften drogs tillbaka. Närvarolistan rättades.",
    ]
    assert told[-2].text("en") == "Record of 2 March 2026. Source: at an APT, version 1 of the course."
