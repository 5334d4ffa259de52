"""A school on each database. After every test the computed tables are made anew from the events and compared."""

from collections.abc import Iterator

import pytest

from course_builder.database.store import Database
from course_builder.learning.verify import verify
from course_builder.library.gather import gather
from course_builder.library.media_folder import FolderStore
from course_builder.library.ready import Ready, keep_media
from tests.learning.school import TODAY, School, course_files, write


@pytest.fixture(scope="session")
def two_releases(tmp_path_factory: pytest.TempPathFactory) -> tuple[Ready, Ready]:
    base = tmp_path_factory.mktemp("kurser")
    store = FolderStore(base / "media")
    files = (course_files(), course_files(**{"Mer om samma sak.": "Barnet får komma till tals."}))
    folders = [write(base / name / "liten", text) for name, text in zip("ab", files, strict=True)]
    first, second = (keep_media(store, gather(folder, TODAY)) for folder in folders)
    return first, second


@pytest.fixture
def school(database: Database, two_releases: tuple[Ready, Ready]) -> Iterator[School]:
    yield School(database, *two_releases)
    with database.reading() as session:
        assert list(verify(session)) == []
