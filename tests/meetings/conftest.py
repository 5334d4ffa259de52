"""The region of the tests of the web, with an APT hour in it: tests/meetings/held.py."""

import pytest

from tests.meetings.held import Held, made
from tests.web.conftest import courses, database_url, region, settings
from tests.web.region import Region

__all__ = ["courses", "database_url", "region", "settings"]


@pytest.fixture
def held(region: Region) -> Held:
    return made(region)
