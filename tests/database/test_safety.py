"""trust 57: the server starts only where the known hole of SQLite cannot open, and where "saved" means on the disk."""

import pytest

from course_builder.database.safety import Danger, NotSafe, check
from course_builder.database.store import Database


def at(url: str, options: str) -> str:
    return f"{url}&options={options}"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("alone", "version", "safe"),
    [
        (True, (3, 40, 1), True),
        (True, (3, 51, 3), True),
        (False, (3, 51, 2), False),
        (False, (3, 40, 1), False),
        (False, (3, 51, 3), True),
        (False, (3, 54, 0), True),
    ],
)
def test_sqlite(database: Database, alone: bool, version: tuple[int, ...], safe: bool) -> None:
    if safe:
        check(database, alone, version)
        return
    with pytest.raises(NotSafe) as refused:
        check(database, alone, version)
    assert refused.value.danger is Danger.WAL_RESET


@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
def test_postgresql_that_waits_for_the_disk(database: Database) -> None:
    check(database, alone=False)


@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
def test_postgresql_that_does_not(database_url: str) -> None:
    hasty = Database(at(database_url, "-csynchronous_commit=off"))
    with pytest.raises(NotSafe) as refused:
        check(hasty, alone=True)
    hasty.close()
    assert refused.value.danger is Danger.ASYNCHRONOUS


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_how_sqlite_is_opened(database: Database) -> None:
    """What durability rests on: WAL, every commit synced; readers neither write nor checkpoint."""
    with database.writer.connect() as writer, database.reader.connect() as reader:
        asked = (
            "journal_mode",
            "synchronous",
            "foreign_keys",
            "mmap_size",
            "wal_autocheckpoint",
            "query_only",
        )
        said = [
            [one.exec_driver_sql(f"PRAGMA {name}").scalar() for name in asked] for one in (writer, reader)
        ]
    assert said == [["wal", 2, 1, 0, 1000, 0], ["wal", 2, 1, 0, 0, 1]]
