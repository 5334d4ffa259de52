import random
from datetime import date

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from course_builder.database.store import Database
from course_builder.importing.sheet import SheetError, read_sheet
from course_builder.people import appointments, persons, staff_list
from course_builder.people.models import Appointment, Person, PersonWord, Role, Unit
from course_builder.people.refused import Refused
from course_builder.people.staff_list import Plan, Table
from tests.importing.test_fuzz import mutated
from tests.people.place import SINCE, TODAY, acting, region, somebody

NEXT = date(2026, 12, 1)
PEOPLE = """Namn;E-post;Anställnings-id;Enhets-id;Befattning;Uppdrag
Åsa Öberg;asa.oberg@exempel.se;E1;11;Sjuksköterska;
Bo Ek;bo.ek@exempel.se;E2;11;Undersköterska;ombud
Maria Chef;maria.chef@exempel.se;E3;12;Enhetschef;chef
"""


def table(text: str) -> Table:
    sheet = read_sheet(text.encode(), "lista.csv")
    return Table(sheet, staff_list.guess(sheet.header))


def plan(session: Session, *texts: str, today: date = TODAY, part: Unit | None = None) -> Plan:
    return staff_list.preview(
        session, staff_list.read([table(text) for text in texts]), today, part and part.id
    )


def take(session: Session, *texts: str, today: date = TODAY, part: Unit | None = None) -> Plan:
    shown = plan(session, *texts, today=today, part=part)
    tables = [table(text) for text in texts]
    staff_list.apply(session, staff_list.read(tables), today, shown.digest, part and part.id)
    return shown


def told(found: Plan) -> dict[str, list[str]]:
    return {
        "added": [step.sv for step in found.added],
        "changed": [step.sv for step in found.changed],
        "ended": [step.sv for step in found.ended],
        "problems": [f"{problem.place.line}: {problem.code.name}" for problem in found.problems],
    }


def everybody(session: Session, on: date) -> list[tuple[str, str, str]]:
    rows = session.execute(
        select(Person.name, Appointment.role, Unit.name)
        .join(Appointment, Appointment.person_id == Person.id)
        .join(Unit, Unit.id == Appointment.unit_id)
        .where(appointments.holding(on))
        .order_by(Person.sort_name, Unit.name)
    )
    return [(name, role, unit) for name, role, unit in rows]


def test_a_list_is_shown_and_then_taken(database: Database) -> None:
    with database.writing() as session:
        units = region(session)
        shown = plan(session, PEOPLE)
        assert told(shown) == {
            "added": [
                "Åsa Öberg (asa.oberg@exempel.se)",
                "Bo Ek (bo.ek@exempel.se)",
                "Maria Chef (maria.chef@exempel.se)",
                "Åsa Öberg: medarbetare, Barnkliniken, från 2026-11-23",
                "Bo Ek: barnrättsombud, Barnkliniken, från 2026-11-23",
                "Maria Chef: chef, Barnakuten, från 2026-11-23",
            ],
            "changed": [],
            "ended": [],
            "problems": [],
        }
        assert everybody(session, TODAY) == []
        take(session, PEOPLE)
        assert everybody(session, TODAY) == [
            ("Bo Ek", "rep", "Barnkliniken"),
            ("Maria Chef", "manager", "Barnakuten"),
            ("Åsa Öberg", "employee", "Barnkliniken"),
        ]
        karin = acting(somebody(session, "Karin Samordnare"), Role.COORDINATOR, units["region"])
        assert [person.name for person in persons.find(session, karin, "öberg")] == ["Åsa Öberg"]


def test_the_same_list_again_changes_nothing(database: Database) -> None:
    with database.writing() as session:
        region(session)
        take(session, PEOPLE)
        again = plan(session, PEOPLE, today=NEXT)
        assert (again.steps, again.unchanged, again.can_be_taken) == ((), 3, False)


def test_a_later_list_adds_changes_and_ends(database: Database) -> None:
    with database.writing() as session:
        region(session)
        take(session, PEOPLE)
        later = """Namn;E-post;Anställnings-id;Enhets-id;Befattning;Uppdrag
Åsa Nyman;asa.nyman@exempel.se;E1;11;Specialistsjuksköterska;
Maria Chef;maria.chef@exempel.se;E3;12;Enhetschef;chef
Nils Ny;nils.ny@exempel.se;E4;11;;
"""
        assert told(take(session, later, today=NEXT)) == {
            "added": ["Nils Ny (nils.ny@exempel.se)", "Nils Ny: medarbetare, Barnkliniken, från 2026-12-01"],
            "changed": [
                "Åsa Öberg → Åsa Nyman, asa.oberg@exempel.se → asa.nyman@exempel.se",
                "Åsa Nyman: medarbetare, Barnkliniken: Sjuksköterska → Specialistsjuksköterska",
            ],
            "ended": ["Bo Ek: barnrättsombud, Barnkliniken"],
            "problems": [],
        }
        assert [name for name, _, _ in everybody(session, NEXT)] == ["Maria Chef", "Nils Ny", "Åsa Nyman"]
        assert ("Bo Ek", "rep", "Barnkliniken") in everybody(session, TODAY)
        assert session.scalar(select(func.count(Person.id))) == 4
        assert persons.by_email(session, "bo.ek@exempel.se") is not None


def test_a_list_of_one_part_ends_nobody_of_another(database: Database) -> None:
    with database.writing() as session:
        units = region(session)
        take(session, PEOPLE + "Sven Söder;sven.soder@exempel.se;E9;21;;\n")
        one = "Namn;Anställnings-id;Enhets-id\nÅsa Öberg;E1;11\n"
        assert told(plan(session, one))["ended"] == ["Bo Ek: barnrättsombud, Barnkliniken"]
        assert told(plan(session, one, part=units["north"]))["ended"] == [
            "Bo Ek: barnrättsombud, Barnkliniken",
            "Maria Chef: chef, Barnakuten",
        ]
        assert told(plan(session, one, part=units["south"]))["problems"] == ["2: staff-elsewhere"]
        assert len(plan(session, one, part=units["region"]).ended) == 3


def test_what_was_given_by_hand_stays(database: Database) -> None:
    with database.writing() as session:
        units = region(session)
        eva = somebody(session, "Eva Extern", units["clinic"], Role.REP)
        hers = persons.add(session, "Åsa Öberg", "asa.oberg@exempel.se", "E1")
        appointments.appoint(session, hers.id, units["clinic"], Role.EMPLOYEE, SINCE)
        take(session, PEOPLE, part=units["region"])
        found = plan(session, "Namn;Anställnings-id;Enhets-id\nBo Ek;E2;11\n", part=units["region"])
        assert told(found)["ended"] == ["Bo Ek: barnrättsombud, Barnkliniken", "Maria Chef: chef, Barnakuten"]
        assert [one.id for one, _ in appointments.of_unit(session, units["clinic"].id, TODAY, Role.REP)][
            -1
        ] == eva.id


def test_a_protected_person_is_left_alone_and_named_nowhere(database: Database) -> None:
    with database.writing() as session:
        units = region(session)
        take(session, PEOPLE)
        asa = persons.by_email(session, "asa.oberg@exempel.se")
        assert asa is not None
        persons.protect(session, asa, somebody(session, "Adam Administratör"))
        for text in (
            PEOPLE.replace("Åsa Öberg", "Åsa Nyman"),
            PEOPLE.replace("Åsa Öberg;asa.oberg@exempel.se;E1;11;Sjuksköterska;\n", ""),
        ):
            found = plan(session, text, part=units["region"], today=NEXT)
            assert [step for step in found.steps if "Åsa" in step.sv] == []
            assert found.problems == ()


def test_a_list_changes_the_details_of_nobody_who_has_more_to_say_or_belongs_elsewhere(
    database: Database,
) -> None:
    """Else whoever brings a list could have an administrator's new password mailed to herself."""
    with database.writing() as session:
        units = region(session)
        take(session, PEOPLE, part=units["region"])
        asa, bo, _ = (
            persons.by_email(session, f"{name}@exempel.se") for name in ("asa.oberg", "bo.ek", "maria.chef")
        )
        assert asa is not None
        assert bo is not None
        appointments.appoint(session, asa.id, units["region"], Role.ADMIN, SINCE)
        appointments.appoint(session, bo.id, units["centre"], Role.EMPLOYEE, SINCE)
        taken = PEOPLE.replace("@exempel.se", "@annan.se")
        found = plan(session, taken, part=units["north"])
        assert told(found)["problems"] == ["2: staff-kept", "3: staff-kept"]
        assert told(found)["changed"] == ["Maria Chef: maria.chef@exempel.se → maria.chef@annan.se"]
        assert told(plan(session, taken, part=units["region"]))["problems"] == ["2: staff-kept"]


def test_units_and_people_in_one_list(database: Database) -> None:
    with database.writing() as session:
        region(session)
        text = """Förvaltning;Verksamhet;Enhet;Förnamn;Efternamn;E-post
Norra förvaltningen;Barn;Mottagningen på Öland;Åsa;Öberg;asa@exempel.se
Norra förvaltningen;Barn;Mottagningen på Öland;Bo;Ek;bo@exempel.se
Ny förvaltning;;Väntrummet;Örjan;Hägg;orjan@exempel.se
"""
        take(session, text)
        found = dict(session.execute(select(Unit.name, Unit.path)).all())
        assert found["Mottagningen på Öland"].startswith(found["Barn"])
        assert found["Barn"].startswith(found["Norra förvaltningen"])
        assert found["Väntrummet"].startswith(found["Ny förvaltning"])
        assert found["Ny förvaltning"].startswith(found["Region Exempel"])
        assert [unit for _, _, unit in everybody(session, TODAY)] == [
            "Mottagningen på Öland",
            "Mottagningen på Öland",
            "Väntrummet",
        ]
        assert plan(session, text).steps == ()


UNITS = """Enhets-id;Namn;Överordnad enhetsid
31;Mottagningen;30
30;Tandvården;1
1;Region Exempel;
10;Norra förvaltningen;1
11;Barnkliniken;10
12;Barnakuten;10
20;Södra förvaltningen;1
21;Vårdcentralen Söder;20
"""


def test_a_list_of_units_in_any_order(database: Database) -> None:
    with database.writing() as session:
        units = region(session)
        people = "Namn;E-post;Enhets-id\nÅsa Öberg;asa@exempel.se;31\n"
        assert told(take(session, UNITS, people, part=units["region"])) == {
            "added": [
                "Tandvården (Region Exempel)",
                "Mottagningen (Tandvården)",
                "Åsa Öberg (asa@exempel.se)",
                "Åsa Öberg: medarbetare, Mottagningen, från 2026-11-23",
            ],
            "changed": [],
            "ended": [],
            "problems": [],
        }
        assert plan(session, UNITS, people, part=units["region"]).steps == ()


def test_units_are_renamed_moved_and_ended(database: Database) -> None:
    with database.writing() as session:
        units = region(session)
        take(session, UNITS, part=units["region"])
        anna = somebody(session, "Anna Ombud", units["clinic"], Role.REP)
        later = (
            UNITS.replace("31;Mottagningen;30\n", "")
            .replace("30;Tandvården;1\n", "")
            .replace("11;Barnkliniken;10", "11;Barn- och ungdomskliniken;20")
            .replace("12;Barnakuten;10\n", "")
        )
        assert told(take(session, later, part=units["region"], today=NEXT)) == {
            "added": [],
            "changed": [
                "Barnkliniken → Barn- och ungdomskliniken",
                "Barn- och ungdomskliniken flyttas till Södra förvaltningen",
            ],
            "ended": ["Mottagningen", "Tandvården", "Barnakuten"],
            "problems": [],
        }
        clinic = session.scalars(select(Unit).where(Unit.hr_id == "11")).one()
        assert (clinic.name, clinic.parent_id) == ("Barn- och ungdomskliniken", units["south"].id)
        assert [person.id for person, _ in appointments.reps_of(session, clinic.id, NEXT)] == [anna.id]
        assert [person.id for person, _ in appointments.reps_of(session, units["clinic"].id, TODAY)] == [
            anna.id
        ]
        assert session.scalars(select(Unit.name).where(Unit.ends == NEXT).order_by(Unit.name)).all() == [
            "Barnakuten",
            "Barnkliniken",
            "Mottagningen",
            "Tandvården",
        ]


def test_a_unit_with_people_by_hand_is_not_ended_by_a_list(database: Database) -> None:
    with database.writing() as session:
        units = region(session)
        somebody(session, "Anna Ombud", units["clinic"], Role.REP)
        found = plan(session, "Enhets-id;Enhet;Parent id\n1;Region Exempel;\n", part=units["region"])
        assert told(found)["ended"] == ["Vårdcentralen Söder", "Södra förvaltningen", "Barnakuten"]
        assert [problem.code.name for problem in found.problems] == ["staff-unit-stays"] * 2
        assert found.can_be_taken


def test_a_unit_that_comes_back_is_the_successor_of_itself(database: Database) -> None:
    with database.writing() as session:
        units = region(session)
        without = UNITS.replace("12;Barnakuten;10\n", "")
        take(session, without, part=units["region"])
        take(session, UNITS, part=units["region"], today=NEXT)
        new = session.scalars(select(Unit).where(Unit.hr_id == "12")).one()
        assert (units["emergency"].ends, units["emergency"].successor_id) == (TODAY, new.id)
        assert (new.starts, new.ends) == (NEXT, None)


def test_a_unit_made_by_hand_gets_its_id(database: Database) -> None:
    with database.writing() as session:
        units = region(session)
        units["clinic"].hr_id = None
        session.flush()
        assert told(take(session, UNITS, part=units["region"]))["changed"] == ["Barnkliniken: enhets-id 11"]
        assert units["clinic"].hr_id == "11"


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("Åsa;asa@exempel.se;;99;;", "2: staff-unknown-unit"),
        ("Åsa;;;11;;", "2: staff-no-key"),
        ("Åsa;inte en adress;E1;11;;", "2: staff-value"),
        ("Åsa;" + "a" * 1_900 + ";E1;11;;", "2: staff-value"),
        (";asa@exempel.se;E1;11;;", "2: staff-value"),
        ("Åsa;asa@exempel.se;811218-9876;11;;", "2: staff-personnummer"),
        ("Åsa;asa@exempel.se;E1;11;8112189876;", "2: staff-personnummer"),
        ("Åsa;asa@exempel.se;E1;11;;administratör", "2: staff-role"),
        ("Åsa;asa@exempel.se;E1;11;;samordnare", "2: staff-role"),
        ("Åsa;asa@exempel.se;E1;;;", "2: staff-no-unit"),
        ("Åsa;asa@exempel.se;E1;11;;;x", "2: staff-more-cells"),
        ("Åsa;finns@exempel.se;E1;11;;", "2: staff-taken"),
        ("Åsa;bo@exempel.se;E7;11;;", "2: staff-taken"),
        ("Åsa;a@x.se;E1;11;;\nBo;b@x.se;E1;11;;", "3: staff-contradicts"),
        ("Åsa;a@x.se;E1;11;;\nÅsa;a@x.se;E1;11;;", "3: staff-twice"),
    ],
)
def test_problems_stand_at_their_rows_in_both_languages(database: Database, row: str, problem: str) -> None:
    with database.writing() as session:
        region(session)
        persons.add(session, "Finns Redan", "finns@exempel.se", "E7")
        persons.add(session, "Bo Ek", "bo@exempel.se", "E8")
        text = f"Namn;E-post;Anställnings-id;Enhets-id;Befattning;Uppdrag\n{row}\n"
        found = plan(session, text)
        assert told(found)["problems"] == [problem]
        assert found.problems[0].message("sv") != found.problems[0].message("en")
        error = found.problems[0].severity == "error"
        assert found.can_be_taken is not error
        if error:
            with pytest.raises(Refused, match="cannot be taken in yet"):
                staff_list.apply(session, staff_list.read([table(text)]), TODAY, found.digest)


def test_what_was_shown_is_what_happens(database: Database) -> None:
    with database.writing() as session:
        units = region(session)
        shown = plan(session, PEOPLE)
        persons.add(session, "Bo Ek", "bo.ek@exempel.se", "E2")
        with pytest.raises(Refused, match="changed since"):
            staff_list.apply(session, staff_list.read([table(PEOPLE)]), TODAY, shown.digest)
        assert appointments.of_unit(session, units["clinic"].id, TODAY) == []


def test_a_list_that_ends_nearly_everybody_asks_first(database: Database) -> None:
    with database.writing() as session:
        units = region(session)
        rows = "".join(f"Person {number};p{number}@exempel.se;E{number};11\n" for number in range(40))
        header = "Namn;E-post;Anställnings-id;Enhets-id\n"
        take(session, header + rows, part=units["region"])
        found = plan(session, header + "Person 1;p1@exempel.se;E1;11\n", part=units["region"])
        assert [problem.message("en") for problem in found.problems] == [
            "The list ends 39 of 40 appointments in the part it is about. Is it complete?"
        ]


def test_days_in_the_list(database: Database) -> None:
    with database.writing() as session:
        region(session)
        text = """Namn;E-post;Enhets-id;Fr.o.m.;T.o.m.
Åsa;asa@exempel.se;11;2026-12-01;2027-05-31
Bo;bo@exempel.se;11;1.2.2027;9999-12-31
Slutat;slutat@exempel.se;11;2020-01-01;2026-11-22
Fel;fel@exempel.se;11;31/2/2027;
"""
        assert told(plan(session, text))["problems"] == ["5: staff-day"]
        take(session, text.replace("31/2/2027", ""))
        assert session.execute(
            select(Person.name, Appointment.starts, Appointment.ends)
            .join(Appointment, Appointment.person_id == Person.id)
            .order_by(Person.name)
        ).all() == [
            ("Bo", date(2027, 2, 1), None),
            ("Fel", TODAY, None),
            ("Åsa", date(2026, 12, 1), date(2027, 6, 1)),
        ]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Namn;E-post;Enhet", {"name": 0, "email": 1, "unit": 2}),
        (
            "Anst.nr;Efternamn;Tilltalsnamn;E-postadress;Org-id",
            {"employee_ref": 0, "last_name": 1, "first_name": 2, "email": 3, "unit_id": 4},
        ),
        ("ID;Namn;Förälder-ID", {"unit_id": 0, "unit": 1, "parent_id": 2}),
        ("Unit id;Unit;Parent unit", {"unit_id": 0, "unit": 1, "parent": 2}),
        ("Något;Annat", {}),
    ],
)
def test_columns_are_guessed(header: str, expected: dict[str, int]) -> None:
    assert {field.value: place for field, place in staff_list.guess(header.split(";")).items()} == expected


def test_a_missing_column_is_named(database: Database) -> None:
    with database.writing() as session:
        region(session)
        assert told(plan(session, "Förnamn;Skostorlek\nÅsa;38\n"))["problems"] == ["1: staff-column"]
        assert told(plan(session, "Namn;Enhet\nÅsa;Barnkliniken\n"))["problems"] == ["1: staff-column"]


def test_mutated_lists_are_shown_or_told_of(database: Database) -> None:
    """trust 18: whatever is in the file, a plan or a SheetError, and a plan that can be taken can be taken."""
    chance = random.Random(7)
    with database.writing() as session:
        region(session)
    taken = 0
    for _ in range(300):
        try:
            sheet = read_sheet(mutated(chance.choice((PEOPLE, UNITS)).encode(), chance), "lista.csv")
        except SheetError:
            continue
        tables = [Table(sheet, staff_list.guess(sheet.header))]
        with database.reading() as session:
            shown = staff_list.preview(session, staff_list.read(tables), TODAY)
        if shown.can_be_taken:
            taken += 1
            with database.writing() as session:
                staff_list.apply(session, staff_list.read(tables), TODAY, shown.digest)
                assert staff_list.preview(session, staff_list.read(tables), TODAY).steps == ()
    assert taken > 5
    with database.reading() as session:
        named = session.scalar(select(func.count(PersonWord.person_id.distinct())))
        assert named == session.scalar(select(func.count(Person.id)))


def test_ending_many_takes_their_stand_ins_along_and_begins_nothing(database: Database) -> None:
    with database.writing() as session:
        units = region(session)
        take(session, PEOPLE)
        bo = persons.by_email(session, "bo.ek@exempel.se")
        assert bo is not None
        ((hers, _),) = appointments.of_person(session, bo.id)
        eva = somebody(session, "Eva Ersättare")
        stand_in = appointments.appoint(session, eva.id, units["clinic"], Role.REP, NEXT, stands_in_for=hers)
        take(session, "Namn;E-post;Anställnings-id;Enhets-id\nÅsa Öberg;asa.oberg@exempel.se;E1;11\n")
        session.refresh(hers)
        session.refresh(stand_in)
        assert (hers.ends, stand_in.starts, stand_in.ends) == (TODAY, NEXT, NEXT)
