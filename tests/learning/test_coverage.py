"""The database finds those for whom a course remains as looking person by person does, whatever the region looks like."""

from datetime import timedelta
from random import Random

import pytest
from sqlalchemy import insert, update
from sqlalchemy.orm import Session

from course_builder.learning import completions, coverage, renewal, requirements
from course_builder.learning.models import Source
from course_builder.library.models import KeptCourse
from course_builder.people.may import Actor, Held
from course_builder.people.models import Appointment, Person, Role, Unit
from tests.learning.school import NOW, TODAY, School

ROLES = (Role.EMPLOYEE, Role.REP, Role.MANAGER)
SOMEBODY = Actor(0, 0, "Samordnare", "sv", (Held(Role.COORDINATOR, 1, "/1/"),))


def region(school: School, chance: Random) -> list[Unit]:
    """Some units, people in several roles and places, requirements of every shape, completions of every kind."""
    top = school.unit("Regionen")
    middle = [school.unit(f"Förvaltning {number}", top) for number in range(2)]
    units = [top, *middle, *(school.unit(f"Enhet {number}", chance.choice(middle)) for number in range(4))]
    with school.writing() as session:
        session.execute(insert(KeptCourse), [{"id": one, "taken": "here", "staff_link": "", "external_link": ""} for one in ("liten", "kort")])  # fmt: skip
        for number in range(25):
            person = Person(name=f"Person {number:02}")
            session.add(person)
            session.flush()
            _appointments(session, chance, person.id, units)
            _completions(session, chance, person.id)
        _requirements(session, chance, units)
        if chance.random() < 0.7:
            refresher = chance.choice([None, "kort"])
            renewal.decide(session, "liten", months=chance.choice([6, 24]), fixed=None, window_days=30, refresher_course_id=refresher, decision="RS 1")  # fmt: skip
    return units


def _appointments(session: Session, chance: Random, person_id: int, units: list[Unit]) -> None:
    for role in chance.sample(ROLES, chance.randint(1, 2)):
        starts = TODAY - timedelta(days=chance.randint(-20, 900))
        ends = chance.choice([None, None, None, TODAY, TODAY + timedelta(days=400)])
        paused = chance.random() < 0.1
        session.add(
            Appointment(
                person_id=person_id,
                unit_id=chance.choice(units).id,
                role=role.value,
                starts=starts,
                ends=ends if ends is None or ends > starts else None,
                paused_from=TODAY - timedelta(days=3) if paused else None,
                paused_until=None,
            )
        )


def _completions(session: Session, chance: Random, person_id: int) -> None:
    for _ in range(chance.randint(0, 2)):
        course_id, on = (
            chance.choice(["liten", "liten", "kort"]),
            TODAY - timedelta(days=chance.randint(0, 1200)),
        )
        key = completions.key_of(Source.APT, person_id, course_id, on, None)
        made = completions.record_elsewhere(
            session, person_id, course_id, on, chance.choice([None, True, False]), Source.APT, key, None, NOW
        )
        if chance.random() < 0.2:
            completions.withdraw(session, made.seq, "wrong-person", None, NOW)


def _requirements(session: Session, chance: Random, units: list[Unit]) -> None:
    shapes = [
        {"role": Role.REP},
        {"role": Role.EMPLOYEE, "unit_id": chance.choice(units).id},
        {"unit_id": chance.choice(units).id},
        {"person_ids": chance.sample(range(1, 26), 4)},
    ]
    for shape in chance.sample(shapes, chance.randint(1, 4)):
        made = requirements.require(session, "liten", NOW, None, **shape)
        for person_id in chance.sample(range(1, 26), 3):
            requirements.exempt(session, made.id, person_id, "decided", None, NOW)


@pytest.mark.parametrize("seed", range(12))
def test_both_ways_of_looking_agree(school: School, seed: int) -> None:
    units = region(school, Random(seed))
    inner = {unit.parent_id for unit in units}
    with school.reading() as session:
        left = coverage.left(session, "liten", TODAY, SOMEBODY)
        for unit in (one for one in units if one.id not in inner):
            people = requirements.standing_of_unit(session, unit, TODAY, SOMEBODY)
            remaining = [
                one.person_id for one in people if any(s.course_id == "liten" for s in one.remaining)
            ]
            assert [one.person_id for one in left if one.unit_id == unit.id] == remaining


def test_only_of_what_is_asked_and_known_somebody_is_left(school: School) -> None:
    school.publish(school.first)
    unit = school.unit("Vårdcentralen")
    school.person("Anna Ombud", unit, Role.REP)
    with school.reading() as session:
        assert coverage.left(session, "liten", TODAY, SOMEBODY) == []
    with school.writing() as session:
        requirements.require(session, "liten", NOW, None, role=Role.REP)
        session.execute(update(KeptCourse).values(taken="portal"))
    with school.reading() as session:
        assert coverage.left(session, "liten", TODAY, SOMEBODY) == []


def test_a_page_of_those_who_are_left(school: School) -> None:
    school.publish(school.first)
    unit = school.unit("Vårdcentralen")
    for name in ("Örjan", "Anna", "Åsa", "Bo"):
        school.person(name, unit, Role.REP)
    with school.writing() as session:
        requirements.require(session, "liten", NOW, None, role=Role.REP)
    with school.reading() as session:
        pages = [coverage.left(session, "liten", TODAY, SOMEBODY, most=3, after=after) for after in (0, 3)]
        assert [[one.name for one in page] for page in pages] == [["Anna", "Bo", "Åsa"], ["Örjan"]]
