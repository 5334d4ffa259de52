"""Units as whoever keeps them looks for them."""

from datetime import date

from course_builder.database.store import Database
from course_builder.people import tree, units
from course_builder.people.appointments import appoint
from course_builder.people.may import Actor, Held
from course_builder.people.models import Role, Unit
from course_builder.people.persons import add

TODAY = date(2026, 11, 23)


def keeper(*units_kept: Unit) -> Actor:
    return Actor(1, 1, "Karin", "sv", tuple(Held(Role.COORDINATOR, one.id, one.path) for one in units_kept))


def test_the_tops_are_the_highest_she_keeps(database: Database) -> None:
    with database.writing() as session:
        region = tree.add_unit(session, "Region", None)
        north, south = tree.add_unit(session, "Norra", region), tree.add_unit(session, "Södra", region)
        ward = tree.add_unit(session, "Avdelning 1", north)
        appoint(session, add(session, "Anna Ombud").id, ward, Role.REP, TODAY)

        def tops(*kept: Unit) -> list[tuple[str, int, int]]:
            return [
                (line.unit.name, line.below, line.reps) for line in units.tops(session, keeper(*kept), TODAY)
            ]

        assert tops(region, north) == [("Region", 2, 0)]
        assert tops(ward, south) == [("Avdelning 1", 0, 1), ("Södra", 0, 0)]
        assert tops() == []
        assert [line.unit.name for line in units.below(session, region, TODAY)] == ["Norra", "Södra"]


def test_a_search_keeps_to_her_part_and_to_units_that_are_there(database: Database) -> None:
    with database.writing() as session:
        region = tree.add_unit(session, "Region", None)
        north, south = tree.add_unit(session, "Norra", region), tree.add_unit(session, "Södra", region)
        for place in (north, south):
            tree.add_unit(session, "Öron-näsa-hals", place, hr_id=f"HR-{place.name}")
        closed = tree.add_unit(session, "Öronmottagningen", north, date(2020, 1, 1))
        tree.close(session, closed, TODAY)

        def found(text: str) -> list[str | None]:
            return [one.hr_id for one in units.find(session, keeper(north), text, TODAY)]

        assert found("ÖRON") == ["HR-Norra"]
        assert found("hals öron") == ["HR-Norra"]
        assert found("HR-Norra") == ["HR-Norra"]
        assert found("HR-Södra") == []
        assert found("  ") == []


def test_what_a_merger_moves_is_counted_once_a_person(database: Database) -> None:
    with database.writing() as session:
        region = tree.add_unit(session, "Region", None)
        clinic = tree.add_unit(session, "Kliniken", region)
        tree.add_unit(session, "Dagvården", tree.add_unit(session, "Avdelning 1", clinic))
        anna, gone = add(session, "Anna Ombud"), add(session, "Gun Gången")
        appoint(session, anna.id, clinic, Role.REP, TODAY)
        appoint(session, anna.id, clinic, Role.EMPLOYEE, TODAY)
        appoint(session, gone.id, clinic, Role.EMPLOYEE, date(2025, 1, 1), TODAY)
        assert units.moved(session, clinic, TODAY) == units.Moved(people=1, units=2)
