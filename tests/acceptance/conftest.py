"""One portal for all, and a place in it."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext

from course_builder.content.course import Course
from tests.acceptance.classroom import Classroom, Cmi5Classroom, ScormClassroom
from tests.acceptance.web import authors
from tests.portal.server import Portal
from tests.web.served import serving

SitDown = Callable[[Course, str], Classroom]
"""A place in the portal that takes packages of a format."""


@pytest.fixture(scope="session")
def portal() -> Iterator[Portal]:
    portal = Portal()
    yield portal
    portal.close()


@pytest.fixture
def classroom(portal: Portal, context: BrowserContext) -> SitDown:
    def sit_down(course: Course, format_name: str) -> Classroom:
        if format_name == "cmi5":
            return Cmi5Classroom(portal, context, course)
        return ScormClassroom(portal, context, course, format_name)

    return sit_down


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(authors(tmp_path_factory.mktemp("courses"))) as address:
        yield address
