"""A unit that loses its rep: its manager gets one letter, with whom to tell."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.database.store import Database
from course_builder.people import appointments, persons, vacancy_letters
from course_builder.people.models import Appointment, Role, Unit
from course_builder.people.nearest import nearest
from course_builder.post.models import Letter
from tests.people.place import NOW, TODAY, region, somebody

LINK = "https://barnratt.exempel.se/unit/"


class Place:
    """A clinic with a rep, a manager above it and a coordinator of everything."""

    def __init__(self, session: Session) -> None:
        self.session, self.units = session, region(session)
        self.clinic: Unit = self.units["clinic"]
        self.karin = somebody(session, "Karin Samordnare", self.units["region"], Role.COORDINATOR)
        self.norma = somebody(session, "Norma Chef", self.units["north"], Role.MANAGER)
        anna = somebody(session, "Anna Ombud", self.clinic, Role.REP)
        self.rep: Appointment = appointments.of_person(session, anna.id)[0][0]

    def told(self, on: date = TODAY) -> list[tuple[str, str, tuple[tuple[str, str], ...]]]:
        return [(one.name, one.unit, one.tell) for one in vacancy_letters.due(self.session, on)]

    def write(self, on: date = TODAY) -> int:
        found = vacancy_letters.due(self.session, on)
        return vacancy_letters.tell(
            self.session, found, lambda unit_id: f"{LINK}{unit_id}", {"sv": "ombud", "en": "representative"}.__getitem__, NOW
        )  # fmt: skip


KARIN = (("Karin Samordnare", "karin.samordnare@exempel.se"),)


def test_the_closest_manager_is_told(database: Database) -> None:
    with database.writing() as session:
        at = Place(session)
        assert at.told() == []
        appointments.end(session, at.rep, TODAY)
        assert at.told() == [("Norma Chef", "Barnkliniken", KARIN)]
        somebody(session, "Maria Chef", at.clinic, Role.MANAGER)
        assert at.told() == [("Maria Chef", "Barnkliniken", KARIN)]


def test_once_for_each_vacancy(database: Database) -> None:
    with database.writing() as session:
        at = Place(session)
        appointments.end(session, at.rep, TODAY)
        assert [at.write(), at.write(), at.write(TODAY + timedelta(days=3))] == [1, 0, 0]
        nina = somebody(session, "Nina Ny")
        second = appointments.appoint(session, nina.id, at.clinic, Role.REP, TODAY + timedelta(days=4))
        assert at.told(TODAY + timedelta(days=5)) == []
        appointments.end(session, second, TODAY + timedelta(days=6))
        assert [at.write(TODAY + timedelta(days=7)), at.write(TODAY + timedelta(days=8))] == [1, 0]


def test_a_leave_without_a_stand_in_counts_and_no_reason_is_told(database: Database) -> None:
    with database.writing() as session:
        at = Place(session)
        appointments.pause(session, at.rep, TODAY, None)
        assert at.write() == 1
        letter = session.scalars(select(Letter)).one()
        assert "Anna" not in letter.body
        assert "vilande" not in letter.body
        appointments.appoint(session, somebody(session, "Eva Ersättare").id, at.clinic, Role.REP, TODAY, stands_in_for=at.rep)  # fmt: skip
        assert at.told() == []


@pytest.mark.parametrize(("days", "letters"), [(29, 1), (30, 0), (400, 0)])
def test_an_old_vacancy_makes_no_letter(database: Database, days: int, letters: int) -> None:
    with database.writing() as session:
        at = Place(session)
        appointments.end(session, at.rep, TODAY)
        assert len(at.told(TODAY + timedelta(days=days))) == letters


def test_a_unit_that_never_had_one_makes_no_letter(database: Database) -> None:
    with database.writing() as session:
        at = Place(session)
        assert [one for _, one, _ in at.told() if one == "Barnakuten"] == []


def test_a_protected_coordinator_is_not_named(database: Database) -> None:
    with database.writing() as session:
        at = Place(session)
        appointments.end(session, at.rep, TODAY)
        persons.protect(session, at.karin, at.norma)
        assert at.told() == [("Norma Chef", "Barnkliniken", ())]


def test_the_letter(database: Database) -> None:
    with database.writing() as session:
        at = Place(session)
        appointments.end(session, at.rep, TODAY)
        at.write()
        letter = session.scalars(select(Letter)).one()
        assert (letter.to, letter.purpose, letter.subject) == (
            "norma.chef@exempel.se",
            "vacancy",
            "Barnkliniken är utan ombud just nu",
        )
        assert "- Karin Samordnare, karin.samordnare@exempel.se" in letter.body
        assert f"{LINK}{at.clinic.id}" in letter.body
        assert "sedan 23 november 2026" in letter.body


def test_nobody_answers_for_a_unit_without_anybody_above(database: Database) -> None:
    with database.writing() as session:
        at = Place(session)
        assert nearest(session, [at.units["centre"].path], Role.MANAGER, TODAY) == {
            at.units["centre"].path: []
        }
