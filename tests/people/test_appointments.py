from datetime import date

import pytest
from sqlalchemy import event
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import Session

from course_builder.database.store import Database
from course_builder.people import appointments, groups, vacancies
from course_builder.people.actors import actor_of
from course_builder.people.may import Held
from course_builder.people.models import Person, Role
from course_builder.people.refused import Refused
from course_builder.people.vacancies import Vacancy, Why
from tests.people.place import SINCE, TODAY, account, acting, region, somebody

TOMORROW = date(2026, 11, 24)
LATER = date(2027, 3, 1)


def held(session: Session, person: Person, day: date) -> list[Role]:
    made = account(session, person)
    found = actor_of(session, made.id, day)
    session.delete(made)
    session.flush()
    return [one.role for one in found.held]


def test_an_actor_is_what_holds_today(database: Database) -> None:
    with database.writing() as session:
        units = region(session)
        anna = somebody(session, "Anna Ombud", units["clinic"], Role.REP)
        appointments.appoint(session, anna.id, units["emergency"], Role.MANAGER, TOMORROW)
        appointments.appoint(session, anna.id, units["centre"], Role.EMPLOYEE, SINCE, TODAY)
        group = groups.add(session, "Utbildare").id
        groups.join(session, group, anna.id)
        found = actor_of(session, account(session, anna).id, TODAY)
        assert found.held == (Held(Role.REP, units["clinic"].id, units["clinic"].path),)
        assert (found.person_id, found.name, found.language, found.groups) == (
            anna.id,
            "Anna Ombud",
            "sv",
            {group},
        )


def test_an_end_is_the_first_day_it_no_longer_holds(database: Database) -> None:
    with database.writing() as session:
        units = region(session)
        anna = somebody(session, "Anna Ombud")
        rep = appointments.appoint(session, anna.id, units["clinic"], Role.REP, TODAY)
        assert held(session, anna, date(2026, 11, 22)) == []
        assert held(session, anna, TODAY) == [Role.REP]
        appointments.end(session, rep, TOMORROW)
        session.flush()
        assert held(session, anna, TODAY) == [Role.REP]
        assert held(session, anna, TOMORROW) == []


def test_paused_does_not_hold_and_a_stand_in_does(database: Database) -> None:
    with database.writing() as session:
        units = region(session)
        anna, eva = somebody(session, "Anna Ombud"), somebody(session, "Eva Ersättare")
        hers = appointments.appoint(session, anna.id, units["clinic"], Role.REP, SINCE)
        appointments.appoint(session, eva.id, units["clinic"], Role.REP, TODAY, LATER, stands_in_for=hers)
        appointments.pause(session, hers, TODAY, LATER)
        for day, who in ((date(2026, 11, 22), anna), (TODAY, eva), (LATER, anna)):
            assert [person.name for person, _ in appointments.reps_of(session, units["clinic"].id, day)] == [
                who.name
            ]
        appointments.resume(session, hers, TOMORROW)
        assert held(session, anna, TODAY) == []
        assert held(session, anna, TOMORROW) == [Role.REP]


def test_a_stand_in_ends_with_the_one_she_stands_in_for(database: Database) -> None:
    with database.writing() as session:
        units = region(session)
        anna, eva = somebody(session, "Anna Ombud"), somebody(session, "Eva Ersättare")
        hers = appointments.appoint(session, anna.id, units["clinic"], Role.REP, SINCE)
        stand_in = appointments.appoint(session, eva.id, units["clinic"], Role.REP, SINCE, stands_in_for=hers)
        appointments.end(session, hers, TODAY)
        assert (hers.ends, stand_in.ends) == (TODAY, TODAY)
        with pytest.raises(Refused, match="stand-in has the same"):
            appointments.appoint(session, eva.id, units["centre"], Role.REP, TODAY, stands_in_for=hers)


def test_never_the_same_twice(database: Database) -> None:
    with database.writing() as session:
        units = region(session)
        anna = somebody(session, "Anna Ombud")
        first = appointments.appoint(session, anna.id, units["clinic"], Role.REP, SINCE, TODAY)
        with pytest.raises(Refused, match="already"):
            appointments.appoint(session, anna.id, units["clinic"], Role.REP, date(2026, 6, 1))
        appointments.appoint(session, anna.id, units["clinic"], Role.REP, TODAY)
        appointments.end(session, first, date(2025, 1, 1))
        assert first.ends == SINCE
        with pytest.raises(Refused, match="before the start"):
            appointments.appoint(session, anna.id, units["centre"], Role.REP, TODAY, SINCE)
        units["centre"].ends = TODAY
        with pytest.raises(Refused, match="has ended"):
            appointments.appoint(session, anna.id, units["centre"], Role.REP, TODAY)


def test_a_hand_over_leaves_no_day_without(database: Database) -> None:
    with database.writing() as session:
        units = region(session)
        anna, eva = somebody(session, "Anna Ombud"), somebody(session, "Eva Efterträdare")
        old = appointments.appoint(session, anna.id, units["clinic"], Role.REP, SINCE, mandate="2 h i veckan")
        new = appointments.hand_over(session, old, eva.id, TOMORROW)
        assert (new.mandate, old.ends, new.starts) == ("2 h i veckan", TOMORROW, TOMORROW)
        assert appointments.vacancies(session, TOMORROW, units["clinic"].path) == []


def test_units_without_an_active_rep(database: Database) -> None:
    with database.writing() as session:
        units = region(session)
        anna = somebody(session, "Anna Ombud")
        appointments.appoint(session, anna.id, units["clinic"], Role.REP, SINCE, date(2026, 9, 1))
        paused = appointments.appoint(session, anna.id, units["emergency"], Role.REP, SINCE)
        appointments.pause(session, paused, date(2026, 10, 1), None)
        assert appointments.vacancies(session, TODAY) == [
            Vacancy(units["clinic"].id, "Barnkliniken", units["clinic"].path, Why.ENDED, date(2026, 9, 1)),
            Vacancy(
                units["emergency"].id, "Barnakuten", units["emergency"].path, Why.PAUSED, date(2026, 10, 1)
            ),
            Vacancy(units["centre"].id, "Vårdcentralen Söder", units["centre"].path, Why.NEVER, None),
        ]
        assert vacancies.count(session, TODAY) == 3
        assert [one.name for one in appointments.vacancies(session, TODAY, units["south"].path)] == [
            "Vårdcentralen Söder"
        ]
        eva = somebody(session, "Eva Ersättare")
        appointments.appoint(session, eva.id, units["emergency"], Role.REP, TODAY, stands_in_for=paused)
        units["centre"].rep_expected, units["south"].rep_expected = False, True
        assert [one.name for one in appointments.vacancies(session, TODAY)] == [
            "Barnkliniken",
            "Södra förvaltningen",
        ]


@pytest.mark.parametrize(
    ("giver", "at", "role", "where", "expected"),
    [
        (Role.ADMIN, "region", Role.ADMIN, "clinic", True),
        (Role.COORDINATOR, "region", Role.ADMIN, "clinic", False),
        (Role.COORDINATOR, "region", Role.COORDINATOR, "clinic", True),
        (Role.COORDINATOR, "north", Role.REP, "clinic", True),
        (Role.COORDINATOR, "north", Role.REP, "centre", False),
        (Role.COORDINATOR, "north", Role.COORDINATOR, "region", False),
        (Role.MANAGER, "region", Role.REP, "clinic", False),
        (Role.TRAINER, "region", Role.TRAINER, "clinic", False),
    ],
)
def test_who_may_give_what(
    database: Database, giver: Role, at: str, role: Role, where: str, expected: bool
) -> None:
    with database.writing() as session:
        units = region(session)
        actor = acting(somebody(session, "Karin Samordnare"), giver, units[at])
        assert appointments.may_give(actor, role, units[where]) is expected


def test_whom_she_may_change_holds_nothing_she_could_not_give(database: Database) -> None:
    """trust 34: a coordinator who changed an administrator's address could become her."""
    with database.writing() as session:
        units = region(session)
        karin = acting(somebody(session, "Karin Samordnare"), Role.COORDINATOR, units["north"])
        ada = acting(somebody(session, "Ada Administratör"), Role.ADMIN, units["region"])
        anna = somebody(session, "Anna Ombud", units["clinic"], Role.REP)
        appointments.check_keeps(session, karin, anna.id, TODAY)
        appointments.appoint(session, anna.id, units["centre"], Role.EMPLOYEE, TOMORROW)
        with pytest.raises(Refused, match="not yours to keep"):
            appointments.check_keeps(session, karin, anna.id, TODAY)
        other = somebody(session, "Adam Administratör", units["clinic"], Role.ADMIN)
        with pytest.raises(Refused, match="not yours to keep"):
            appointments.check_keeps(session, karin, other.id, TODAY)
        for person in (anna, other):
            appointments.check_keeps(session, ada, person.id, TODAY)


def test_an_actor_costs_two_questions(database: Database) -> None:
    with database.writing() as session:
        units = region(session)
        made = account(session, somebody(session, "Anna Ombud", units["clinic"])).id
    asked: list[str] = []
    with database.reading() as session:
        event.listen(session.connection(), "before_cursor_execute", lambda *told: asked.append(told[2]))
        assert actor_of(session, made, TODAY).roles == {Role.EMPLOYEE}
    assert len(asked) == 2


def test_no_account_is_no_actor(database: Database) -> None:
    with database.reading() as session, pytest.raises(NoResultFound):
        actor_of(session, 7, TODAY)
