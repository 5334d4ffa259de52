"""The office on each database. After every test the computed tables are made anew from the events and compared."""

from collections.abc import Iterator

import pytest

from course_builder.database.store import Database
from course_builder.learning.verify import verify
from tests.portal.lists.office import Office, furnish


@pytest.fixture
def office(database: Database) -> Iterator[Office]:
    made = Office(database)
    furnish(made)
    yield made
    with database.reading() as session:
        assert [str(one) for one in verify(session)] == []
