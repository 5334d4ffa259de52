"""A portal for each test run, and a person who opens a course in it."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from playwright.sync_api import BrowserContext

from tests.portal.courses import usual
from tests.portal.learner import Learner
from tests.portal.lms5 import Launch5, Lms5, Registration
from tests.portal.server import Launch, Portal
from tests.portal.visits5 import Begin

FORMATS = {"1.2": "scorm12", "2004": "scorm2004-4"}
Open = Callable[..., Learner]


@pytest.fixture(scope="session")
def portal() -> Iterator[Portal]:
    portal = Portal()
    yield portal
    portal.close()


@pytest.fixture
def launch(portal: Portal, context: BrowserContext) -> Iterator[Open]:
    """Opens a course as the portal would. A strict portal's complaints fail the test that caused them."""
    learners: list[Learner] = []

    def open_course(
        files: Mapping[str, bytes] | None = None,
        *,
        like: Launch | None = None,
        headers: Mapping[str, str] | None = None,
        clock: bool = False,
        **how: Any,
    ) -> Learner:
        wanted = like or Launch(**how)
        course = portal.upload(files or usual(FORMATS[wanted.version]), headers)
        learner = Learner(portal, portal.begin(course, wanted), context)
        learners.append(learner)
        if clock:
            context.clock.install()
        learner.open()
        return learner

    yield open_course
    for learner in learners:
        assert learner.session.violations == []
        assert learner.errors == []
        assert learner.outside == []


@pytest.fixture
def begin(portal: Portal, context: BrowserContext) -> Iterator[Begin]:
    """Opens a course as a cmi5 portal would. The whole log of every launch is judged at the end."""
    visits: list[tuple[Learner, Lms5]] = []

    def launch(
        registration: Registration | None = None,
        files: Mapping[str, bytes] | None = None,
        own: str = "",
        where: str = "tab",
        **how: Any,
    ) -> tuple[Learner, Lms5]:
        address = portal.upload(files or usual("cmi5"))
        lms = Lms5(portal, Launch5(**how), registration or Registration())
        learner = Learner(portal, portal.begin(address, Launch()), context)
        visits.append((learner, lms))
        learner.visit(lms.address(address, own), where)
        return learner, lms

    yield launch
    for learner, lms in visits:
        assert lms.violations == []
        known = ("Failed to load resource", *(["CORS policy"] if lms.launch.elsewhere == "narrow" else []))
        assert [error for error in learner.errors if not any(one in error for one in known)] == []
        assert learner.outside == []
