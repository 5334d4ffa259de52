"""What the fixture promises to the other tests: empty tables of every room, on both databases."""

from sqlalchemy import inspect, select, text

from course_builder.database.base import Base
from course_builder.database.store import Database
from course_builder.people.models import Group


def test_every_room_has_its_tables(database: Database) -> None:
    there = set(inspect(database.writer).get_table_names())
    assert set(Base.metadata.tables) - there == set()
    assert {"unit", "release", "event", "job", "letter"} <= there


def test_which_database_it_is(database: Database, request: object) -> None:
    with database.reading() as session:
        name = session.get_bind().dialect.name
    assert database.is_sqlite == (name == "sqlite")


def test_a_test_begins_with_nothing_first(database: Database) -> None:
    leaves_a_row(database)


def test_a_test_begins_with_nothing_second(database: Database) -> None:
    leaves_a_row(database)


def leaves_a_row(database: Database) -> None:
    with database.writing() as session:
        assert session.scalars(select(Group)).all() == []
        session.add(Group(name="Utbildarna"))
    with database.reading() as session:
        assert session.execute(select(Group.id, Group.name)).all() == [(1, "Utbildarna")]


def test_a_place_of_its_own_has_no_tables(own_database: Database) -> None:
    assert inspect(own_database.writer).get_table_names() == []
    with own_database.writing() as session:
        assert session.scalar(text("SELECT 1")) == 1
