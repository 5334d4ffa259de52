"""Many completions from elsewhere at once are the same as one after the other."""

from datetime import UTC, date, datetime, timedelta
from random import Random

from sqlalchemy import func, select

from course_builder.database.store import Database
from course_builder.learning.models import Completion, Event, Source
from course_builder.learning.registering import Elsewhere, register, units_on
from course_builder.learning.verify import verify
from course_builder.learning.whereabouts import unit_on
from course_builder.people import persons, tree
from course_builder.people.models import Appointment, Role
from tests.learning.school import School

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
START = date(2020, 1, 1)


def people(database: Database, many: int) -> list[int]:
    """With appointments here and there, some overlapping, some ended."""
    random = Random(7)
    with database.writing() as session:
        region = tree.add_unit(session, "Regionen", None, START)
        units = [tree.add_unit(session, f"Enhet {number}", region, START).id for number in range(4)]
        made = [persons.add(session, f"Person {number}").id for number in range(many)]
        for person in made:
            for _ in range(random.randrange(4)):
                starts = START + timedelta(days=random.randrange(900))
                ends = starts + timedelta(days=random.randrange(900)) if random.random() < 0.5 else None
                role = random.choice([Role.EMPLOYEE, Role.REP, Role.MANAGER])
                session.add(
                    Appointment(
                        person_id=person, unit_id=random.choice(units), role=role, starts=starts, ends=ends
                    )
                )
    return made


def test_where_many_worked_is_where_each_worked(database: Database) -> None:
    made = people(database, 30)
    asked = [(person, START + timedelta(days=days)) for person in made for days in (0, 300, 900, 2000)]
    with database.reading() as session:
        found = units_on(session, asked)
        assert found == {(person, day): unit_on(session, person, day) for person, day in asked}
        assert len({unit for unit in found.values() if unit}) == 4


def test_what_was_there_is_the_old_one_and_twice_is_once(database: Database) -> None:
    made = people(database, 600)
    everything = [Elsewhere(person, "grund", START, True, f"list:{person}") for person in made]
    with database.writing() as session:
        first = register(session, everything[:400], Source.PORTAL, None, NOW)
    with database.writing() as session:
        second = register(session, [*everything, everything[0]], Source.PORTAL, None, NOW)
    assert {key: second[key] for key in first} == first
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Event)) == 600
        assert session.scalar(select(func.count()).select_from(Completion)) == 600
        assert [str(one) for one in verify(session)] == []


def test_many_at_once_know_their_release(school: School) -> None:
    published = school.publish(school.first)
    made = people(school.database, 2)
    asked = [Elsewhere(person, "liten", START, None, f"apt:{person}", published.id) for person in made]
    with school.writing() as session:
        register(session, asked, Source.APT, None, NOW)
    with school.reading() as session:
        assert session.scalars(select(Completion.release_id)).all() == [published.id, published.id]
        assert session.scalars(select(Event.release_id)).all() == [published.id, published.id]
