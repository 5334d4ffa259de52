"""A copy of a database that is being written to, and what comes back from it."""

import threading
from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import inspect, select, text

from course_builder.database import copies, copies_sqlite
from course_builder.database.migrate import level, newest, up_to_date
from course_builder.database.store import Database
from course_builder.learning.models import Event
from course_builder.people.models import Group, Unit
from tests.database.places import PostgresPlaces, opened
from tests.jobs.test_table import NOW


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "copy"
    made.mkdir()
    return made


def fill(database: Database) -> None:
    with database.writing() as session:
        region = Unit(name="Region Exempel", path="/1/")
        session.add(region)
        session.flush()
        session.add(Unit(name='Ögon\t"kliniken"\\N', path="/1/2/", parent_id=region.id))
        session.add(Group(name="Utbildare"))
        session.add(Event(at=NOW, kind="answered", person_id=7, data={"mark": 0.5, "question": "å"}))


def content(database: Database) -> list[object]:
    with database.reading() as session:
        units = session.execute(
            select(Unit.id, Unit.name, Unit.parent_id, Unit.starts).order_by(Unit.id)
        ).all()
        events = session.execute(select(Event.seq, Event.at, Event.data, Event.key)).all()
    return [*map(tuple, units), *map(tuple, events)]


@pytest.fixture
def full(own_database: Database) -> Database:
    up_to_date(own_database)
    fill(own_database)
    return own_database


def test_there_and_back(full: Database, folder: Path, request: pytest.FixtureRequest) -> None:
    copies.save(full, folder)
    other = another(full, request)
    copies.load(folder, other, newest() or "")
    assert content(other) == content(full)
    assert len(content(other)) == 3
    assert copies.counts(other) == copies.counts(full)
    assert level(other) == newest()
    with other.writing() as session:
        session.add(Group(name="Nya"))
        session.flush()
        assert session.scalars(select(Group.id).order_by(Group.id)).all() == [1, 2]
    with pytest.raises(Exception, match="never changed"), other.writing() as session:
        session.execute(text("DELETE FROM event"))


def another(full: Database, request: pytest.FixtureRequest) -> Database:
    """Empty and of the same kind."""
    if full.file is not None:
        return Database(f"sqlite:///{full.file.with_name('other.sqlite')}")
    places: PostgresPlaces = request.getfixturevalue("postgres_places")
    stack = ExitStack()
    request.addfinalizer(stack.close)
    return stack.enter_context(opened(stack.enter_context(places.own())))


def test_a_trial_counts_and_leaves_nothing(full: Database, folder: Path) -> None:
    copies.save(full, folder)
    before = (sorted(folder.parent.iterdir()), inspect(full.reader).get_schema_names())
    assert copies.trial(folder, full, newest() or "") == copies.counts(full)
    assert (sorted(folder.parent.iterdir()), inspect(full.reader).get_schema_names()) == before


def test_one_moment_while_others_write(full: Database, folder: Path) -> None:
    """trust 61: a unit and its event come together, so a copy holds as many of one as of the other."""
    over = threading.Event()

    def write() -> None:
        while not over.is_set():
            with full.writing() as session:
                session.add(Unit(name="Enhet", path="/1/"))
                session.add(Event(at=NOW, kind="test", person_id=1, data={}))

    threads = [threading.Thread(target=write) for _ in range(3)]
    for thread in threads:
        thread.start()
    try:
        for number in range(5):
            place = folder / str(number)
            place.mkdir()
            copies.save(full, place)
            counted = copies.trial(place, full, newest() or "")
            assert counted["unit"] - 2 == counted["event"] - 1
    finally:
        over.set()
        for thread in threads:
            thread.join()
    assert counted["event"] > 1


def test_a_damaged_copy_is_not_put_in_place(tmp_path: Path, folder: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'own.sqlite'}")
    up_to_date(database)
    fill(database)
    copies.save(database, folder)
    database.close()
    file = folder / copies_sqlite.NAME
    file.write_bytes(file.read_bytes()[:-5000] + b"x" * 5000)
    with pytest.raises(copies_sqlite.Damaged):
        copies_sqlite.load(folder, tmp_path / "other.sqlite")
    assert not (tmp_path / "other.sqlite").exists()


def test_a_copy_before_each_migration(full: Database, tmp_path: Path) -> None:
    places = [copies.before_migration(full, tmp_path / "backups") for _ in range(2)]
    assert [one.name for one in places] == [
        f"before-upgrade-from-{newest()}",
        f"before-upgrade-from-{newest()}-2",
    ]
    assert [dict(copies.trial(one, full, newest() or "")) for one in places] == [
        dict(copies.counts(full))
    ] * 2
