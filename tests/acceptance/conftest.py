"""One portal for all, and a place in it."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext

from course_builder.content.course import Course
from tests.acceptance.classroom import ScormClassroom
from tests.portal.server import Portal

Classroom = Callable[[Course, str], ScormClassroom]


@pytest.fixture(scope="session")
def portal() -> Iterator[Portal]:
    portal = Portal()
    yield portal
    portal.close()


@pytest.fixture
def classroom(portal: Portal, context: BrowserContext) -> Classroom:
    return lambda course, format_name: ScormClassroom(portal, context, course, format_name)
