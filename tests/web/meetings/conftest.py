"""The hour of the clinic: tests/meetings/held.py."""

import pytest

from tests.meetings.held import Held, made
from tests.web.region import Region


@pytest.fixture
def held(region: Region) -> Held:
    return made(region)
