"""Reflections: hers, and only hers, for as long as she wants."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import select

from course_builder.learning import notes
from course_builder.learning.models import Answer, Event, Note
from course_builder.learning.refusals import Personnummer, TooLong
from course_builder.people.models import Person, Role
from tests.learning.school import NOW, School

WORDS = "Det jag tänkte på var väntrummet."


@pytest.fixture
def anna(school: School) -> Person:
    return school.person("Anna Ombud", school.unit("Vårdcentralen"), Role.REP)


def keep(school: School, person: Person, text: str) -> None:
    with school.writing() as session:
        notes.keep(session, person.id, "liten", "tanke", text, NOW + timedelta(minutes=1))


def test_kept_changed_and_deleted(school: School, anna: Person) -> None:
    for text in ("Först.", WORDS):
        keep(school, anna, text)
        with school.reading() as session:
            assert notes.notes(session, anna.id, "liten") == {"tanke": text}
    with school.writing() as session:
        notes.forget(session, anna.id, "liten", "tanke")
    with school.reading() as session:
        assert session.scalars(select(Note)).all() == []


def test_an_empty_text_deletes(school: School, anna: Person) -> None:
    keep(school, anna, WORDS)
    keep(school, anna, " \n ")
    with school.reading() as session:
        assert notes.notes(session, anna.id, "liten") == {}


def test_nobody_else_finds_it(school: School, anna: Person) -> None:
    """trust 35"""
    bo = school.person("Bo Kollega", school.unit("Tandvården"), Role.MANAGER)
    keep(school, anna, WORDS)
    with school.reading() as session:
        assert notes.notes(session, bo.id, "liten") == {}
        assert [one.text for one in notes.all_notes(session, anna.id)] == [WORDS]


def test_it_is_in_no_event_and_no_answer(school: School, anna: Person) -> None:
    """trust 68"""
    enrolment = school.open(anna, school.publish(school.first))
    school.answer(enrolment, None, "tanke", WORDS, "k")
    with school.reading() as session:
        events = json.dumps([one.data for one in session.scalars(select(Event))], ensure_ascii=False)
        given = session.scalars(select(Answer.given)).all()
        assert ("väntrummet" in events, given) == (False, ["true"])
        assert session.scalars(select(Note.text)).all() == [WORDS]


def test_a_personnummer_and_a_novel_are_refused(school: School, anna: Person) -> None:
    with pytest.raises(Personnummer):
        keep(school, anna, "Lisa, 20121224-2389, satt där.")
    with pytest.raises(TooLong):
        keep(school, anna, "å" * (notes.MOST_WRITTEN + 1))
    with school.reading() as session:
        assert notes.notes(session, anna.id, "liten") == {}
