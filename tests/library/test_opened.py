"""Courses of releases at hand: parsed once, by many threads, never more than are kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from threading import Barrier, Thread

import pytest
from sqlalchemy import create_engine, event

from course_builder.content.course import Course
from course_builder.database.store import Database
from course_builder.library import opened, releases
from course_builder.library.installed import NoMediaStore, install, installed
from course_builder.library.kept_tree import ReleaseUnreadable
from course_builder.library.media_folder import FolderStore
from course_builder.library.models import Release, TextBlob
from tests.library.conftest import NOON


@dataclass
class Asked:
    """How often the database was asked."""

    times: int = 0


@pytest.fixture
def published(database: Database, store: FolderStore, folder: Path) -> Release:
    with database.writing() as session:
        return releases.release(session, store, folder, None, "", None, NOON)


@pytest.fixture
def asked(database: Database) -> Iterator[Asked]:
    count = Asked()

    def counted(*_: object) -> None:
        count.times += 1

    event.listen(database.reader, "before_cursor_execute", counted)
    yield count
    event.remove(database.reader, "before_cursor_execute", counted)


def test_a_second_time_the_database_is_not_asked(
    database: Database, published: Release, asked: Asked
) -> None:
    first = releases.course_of(database, published.id)
    before = asked.times
    assert before > 0
    assert releases.course_of(database, published.id) is first
    with database.reading() as session:
        assert releases.course_of(session, published.id) is first
    assert asked.times == before


def test_many_who_ask_at_once_get_one_course(database: Database, published: Release, asked: Asked) -> None:
    together, got = Barrier(8), list[Course]()

    def ask() -> None:
        together.wait()
        got.append(releases.course_of(database, published.id))

    threads = [Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(got) == 8
    assert {id(course.modules) for course in got} == {id(got[0].modules)}


def test_days_of_long_ago_are_let_go(
    database: Database, published: Release, asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opened, "DATED", 3)
    days = [date(2027, 1, 1) + timedelta(days=number) for number in range(5)]
    first = [releases.course_of(database, published.id, day) for day in days]
    assert [course.today for course in first] == days
    again = releases.course_of(database, published.id, days[0])
    assert again is not first[0]
    assert again.modules is first[0].modules
    assert releases.course_of(database, published.id, days[4]) is first[4]


def test_another_store_is_another_shelf(database: Database, published: Release, tmp_path: Path) -> None:
    course = releases.course_of(database, published.id)
    moved = FolderStore(tmp_path / "elsewhere")
    install(database.reader, moved)
    assert installed(database.writer) is installed(database.reader)
    again = releases.course_of(database, published.id)
    assert again is not course
    assert again == course


def test_a_database_nobody_has_spoken_of(tmp_path: Path) -> None:
    with pytest.raises(NoMediaStore, match="unknown"):
        installed(create_engine(f"sqlite:///{tmp_path / 'unknown'}"))


def test_a_release_that_cannot_be_read_says_why(database: Database, store: FolderStore, folder: Path) -> None:
    with database.writing() as session:
        made = releases.release(session, store, folder, None, "", None, NOON)
        session.get_one(TextBlob, made.files["course/course.yaml"]).text = "id: liten\n"
    with pytest.raises(ReleaseUnreadable, match=r"course\.yaml:1:1 error"):
        releases.course_of(database, made.id)
