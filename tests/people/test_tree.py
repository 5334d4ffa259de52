from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from course_builder.database.store import Database
from course_builder.people import appointments, persons, tree
from course_builder.people.models import Appointment, Role, Unit
from course_builder.people.refused import Refused
from tests.people.place import SINCE, TODAY, region, somebody


def paths(session: Session, *units: Unit) -> list[str]:
    return [
        "/".join(session.get_one(Unit, int(part)).name for part in unit.path.strip("/").split("/"))
        for unit in units
    ]


def test_a_path_leads_from_the_root(database: Database) -> None:
    with database.writing() as session:
        units = region(session)
        assert paths(session, units["clinic"]) == ["Region Exempel/Norra förvaltningen/Barnkliniken"]
        assert [unit.name for unit in tree.ancestors(session, units["clinic"])] == [
            "Region Exempel",
            "Norra förvaltningen",
        ]


def test_under_is_exact(database: Database) -> None:
    """Unit 1 is not above unit 12."""
    with database.writing() as session:
        roots = [tree.add_unit(session, f"Rot {number}", None) for number in range(12)]
        below = tree.add_unit(session, "Under", roots[0])
        found = session.scalars(select(Unit.id).where(tree.under(roots[0].path)).order_by(Unit.id)).all()
        assert found == [roots[0].id, below.id]


def test_a_unit_moves_with_everything_under_it(database: Database) -> None:
    with database.writing() as session:
        units = region(session)
        person = somebody(session, "Anna Ombud", units["clinic"], Role.REP)
        tree.move(session, units["north"], units["south"])
        assert paths(session, units["clinic"]) == [
            "Region Exempel/Södra förvaltningen/Norra förvaltningen/Barnkliniken"
        ]
        assert [one.unit_id for one, _ in appointments.of_person(session, person.id)] == [units["clinic"].id]


def test_a_unit_never_lies_under_itself(database: Database) -> None:
    with database.writing() as session:
        units = region(session)
        with pytest.raises(Refused, match="under itself"):
            tree.move(session, units["north"], units["clinic"])
        with pytest.raises(Refused, match="lies under it"):
            tree.merge(session, units["north"], units["clinic"], TODAY)


def test_merging_moves_appointments_by_ending_and_starting_anew(database: Database) -> None:
    with database.writing() as session:
        units = region(session)
        anna = somebody(session, "Anna Ombud", units["clinic"], Role.REP)
        both = somebody(session, "Bo Dubbel", units["clinic"])
        appointments.appoint(session, both.id, units["emergency"], Role.EMPLOYEE, SINCE)
        tree.merge(session, units["clinic"], units["emergency"], TODAY)
        old, new = sorted(
            (one for one, _ in appointments.of_person(session, anna.id)), key=lambda one: one.starts
        )
        assert (old.unit_id, old.ends) == (units["clinic"].id, TODAY)
        assert (new.unit_id, new.starts, new.ends) == (units["emergency"].id, TODAY, None)
        assert (units["clinic"].ends, units["clinic"].successor_id) == (TODAY, units["emergency"].id)
        assert tree.current(session, units["clinic"]) is units["emergency"]
        held = session.scalars(
            select(Appointment.unit_id).where(Appointment.person_id == both.id, appointments.holding(TODAY))
        ).all()
        assert held == [units["emergency"].id]


def test_on_no_day_is_an_appointment_there_twice_or_missing(database: Database) -> None:
    with database.writing() as session:
        units = region(session)
        anna = somebody(session, "Anna Ombud", units["clinic"], Role.REP)
        tree.merge(session, units["clinic"], units["emergency"], TODAY)
        for day in (date(2026, 11, 22), TODAY, date(2026, 11, 24)):
            held = select(Appointment.id).where(Appointment.person_id == anna.id, appointments.holding(day))
            assert len(session.scalars(held).all()) == 1


def test_leave_and_stand_ins_come_along(database: Database) -> None:
    with database.writing() as session:
        units = region(session)
        anna, eva = (somebody(session, name) for name in ("Anna Ombud", "Eva Ersättare"))
        hers = appointments.appoint(session, anna.id, units["clinic"], Role.REP, SINCE)
        appointments.pause(session, hers, TODAY, date(2027, 3, 1))
        appointments.appoint(session, eva.id, units["clinic"], Role.REP, TODAY, stands_in_for=hers)
        tree.merge(session, units["clinic"], units["emergency"], TODAY)
        new = {
            one.person_id: one
            for one in session.scalars(
                select(Appointment).where(Appointment.unit_id == units["emergency"].id)
            )
        }
        assert (new[anna.id].paused_from, new[anna.id].paused_until) == (TODAY, date(2027, 3, 1))
        assert new[eva.id].stands_in_for_id == new[anna.id].id


def test_a_renamed_unit_keeps_its_hr_id_and_its_people(database: Database) -> None:
    with database.writing() as session:
        units = region(session)
        anna = somebody(session, "Anna Ombud", units["clinic"], Role.REP)
        new = tree.rename(session, units["north"], "Förvaltningen för barn", TODAY)
        assert (new.hr_id, units["north"].hr_id, units["north"].name) == ("10", None, "Norra förvaltningen")
        assert paths(session, units["clinic"]) == ["Region Exempel/Förvaltningen för barn/Barnkliniken"]
        clinic = tree.rename(session, units["clinic"], "Barn- och ungdomskliniken", TODAY)
        assert [person.id for person, _ in appointments.reps_of(session, clinic.id, TODAY)] == [anna.id]


def test_a_unit_with_units_under_it_is_not_closed(database: Database) -> None:
    with database.writing() as session:
        units = region(session)
        anna = somebody(session, "Anna Ombud", units["centre"], Role.REP)
        with pytest.raises(Refused, match="Vårdcentralen Söder lies under"):
            tree.close(session, units["south"], TODAY)
        tree.close(session, units["centre"], TODAY)
        tree.close(session, units["south"], TODAY)
        assert [one.ends for one, _ in appointments.of_person(session, anna.id)] == [TODAY]
        with pytest.raises(Refused, match="has ended"):
            tree.add_unit(session, "Ny", units["south"])
        with pytest.raises(Refused, match="has ended"):
            tree.merge(session, units["south"], units["north"], TODAY)


@pytest.mark.parametrize("name", ["", " - ", "811218-9876", "x" * 201])
def test_a_unit_has_a_name(database: Database, name: str) -> None:
    with database.writing() as session, pytest.raises(Refused):
        tree.add_unit(session, name, None)


def test_an_hr_id_belongs_to_one_unit(database: Database) -> None:
    with database.writing() as session:
        units = region(session)
        with pytest.raises(Refused, match="11 is there already"):
            tree.add_unit(session, "Kopia", units["south"], hr_id="11")


def test_a_spelling_mistake_is_no_new_unit(database: Database) -> None:
    with database.writing() as session:
        units = region(session)
        tree.correct(session, units["clinic"], "Barn­kliniken  Nord")
        assert units["clinic"].name == "Barnkliniken Nord"
        assert persons.by_email(session, "ingen@exempel.se") is None
