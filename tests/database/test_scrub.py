"""What is deleted is gone from the files too, and whoever reads meanwhile is not waited for."""

from sqlalchemy import text

from course_builder.database.store import Database
from tests.hang import answered

SECRET = "kanariefagel-8471"


def written(database: Database) -> None:
    with database.writing() as session:
        session.execute(text("CREATE TABLE bird (name TEXT)"))
        session.execute(text("INSERT INTO bird VALUES (:name)"), {"name": SECRET})


def test_nothing_of_a_deleted_row_is_left(own_database: Database) -> None:
    written(own_database)
    with own_database.writing() as session:
        session.execute(text("DELETE FROM bird"))
    assert own_database.scrub(["bird"])
    if own_database.file is None:
        with own_database.reading() as session:
            assert session.scalar(text("SELECT pg_relation_size('bird')")) == 0
        return
    log = own_database.file.with_name(f"{own_database.file.name}-wal")
    assert log.stat().st_size == 0
    assert SECRET.encode() not in own_database.file.read_bytes()


def test_a_reader_is_not_waited_for_and_writing_goes_on(own_database: Database) -> None:
    written(own_database)
    if not own_database.is_sqlite:
        assert own_database.scrub(["bird"])
        return
    with own_database.reading() as session:
        assert session.scalar(text("SELECT count(*) FROM bird")) == 1
        with own_database.writing() as other:
            other.execute(text("DELETE FROM bird"))
        with answered():
            assert not own_database.scrub(["bird"])
    with own_database.writing() as other:
        other.execute(text("INSERT INTO bird VALUES ('x')"))
    assert own_database.scrub(["bird"])
