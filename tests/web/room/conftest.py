"""The region of the tests of the web, with an APT hour in it."""

import pytest

from tests.meetings.held import Held, made
from tests.web.conftest import as_, courses, database_url, region, settings
from tests.web.region import Region

__all__ = ["as_", "courses", "database_url", "region", "settings"]


@pytest.fixture
def held(region: Region) -> Held:
    return made(region)
