"""Portals to sit down in, with a keyboard: open the course, close it, come back."""

from collections.abc import Mapping
from typing import Protocol

from playwright.sync_api import BrowserContext

from course_builder.content.course import Course
from course_builder.packaging.options import BuildOptions
from tests.acceptance.in_parts import upload
from tests.acceptance.keyboard import Keyboard
from tests.acceptance.reports import heard, stated
from tests.portal.courses import package
from tests.portal.learner import Learner
from tests.portal.lms5 import Launch5, Lms5, Registration
from tests.portal.server import Launch, Portal

STORED_AFTER = 1500
"""Milliseconds until what was done is stored."""
VERSIONS = {"scorm12": "1.2", "scorm2004-4": "2004"}


class Classroom(Protocol):
    version: str

    def open(self) -> Keyboard: ...
    def close(self) -> None:
        """The portal takes the window away, as portals do."""

    def left(self) -> None:
        """The learner has left by the course's own button."""

    def answers(self) -> list[dict[str, str]]:
        """What the portal has been told of every answer."""

    def verdict(self) -> Mapping[str, str]:
        """Status and score as the portal holds them."""


class ScormClassroom:
    """The strict portal. It complains at the end of a sitting of everything the course did wrong."""

    def __init__(self, portal: Portal, context: BrowserContext, course: Course, format_name: str) -> None:
        self.version = VERSIONS[format_name]
        self._portal = portal
        self._context = context
        self._address = upload(portal, package(course, format_name, BuildOptions()))
        self._told: list[dict[str, str]] = []
        self._learner: Learner | None = None

    @property
    def learner(self) -> Learner:
        assert self._learner is not None
        return self._learner

    def open(self) -> Keyboard:
        """The first time, or again where the portal has kept what it was told."""
        launch = self.learner.session.next_launch() if self._learner else Launch(version=self.version)
        self._learner = Learner(self._portal, self._portal.begin(self._address, launch), self._context)
        self._learner.open()
        self._learner.connected()
        return Keyboard(self._learner.page)

    def close(self) -> None:
        """The portal takes the window away, as portals do."""
        self.learner.leave()
        self._end()

    def left(self) -> None:
        """The learner has left by the course's own button."""
        self.learner.wait(lambda: self.learner.session.finished)
        self._end()

    def _end(self) -> None:
        session = self.learner.session
        self._told += session.interactions()
        assert session.violations == []
        assert self.learner.errors == []
        assert self.learner.outside == []
        self.learner.page.close()

    def answers(self) -> list[dict[str, str]]:
        return heard(self._told, self.version)

    def verdict(self) -> Mapping[str, str]:
        """Status and score as the portal holds them."""
        kept = self.learner.session.kept
        names = {
            "1.2": {"status": "cmi.core.lesson_status", "score": "cmi.core.score.raw"},
            "2004": {
                "status": "cmi.completion_status",
                "success": "cmi.success_status",
                "score": "cmi.score.raw",
            },
        }
        return {name: kept[element] for name, element in names[self.version].items()}


class Cmi5Classroom:
    """A portal that talks xAPI, with a learner record store of its own."""

    version = "cmi5"

    def __init__(self, portal: Portal, context: BrowserContext, course: Course) -> None:
        self._portal = portal
        self._context = context
        self._address = upload(portal, package(course, "cmi5", BuildOptions()))
        self._registration = Registration()

    def open(self) -> Keyboard:
        self._lms = Lms5(self._portal, Launch5(), self._registration)
        self._learner = Learner(self._portal, self._portal.begin(self._address, Launch()), self._context)
        self._learner.page.goto(self._lms.address(self._address))
        self._learner.wait(lambda: "initialized" in self._lms.verbs())
        return Keyboard(self._learner.page)

    def close(self) -> None:
        self._learner.page.wait_for_timeout(STORED_AFTER)
        self._learner.page.goto("about:blank")
        self._end()

    def left(self) -> None:
        self._end()

    def _end(self) -> None:
        self._learner.wait(lambda: "terminated" in self._lms.verbs())
        assert self._lms.violations == []
        assert [error for error in self._learner.errors if "404" not in error] == []
        assert self._learner.outside == []
        self._learner.page.close()

    def answers(self) -> list[dict[str, str]]:
        return stated(self._registration.statements)

    def verdict(self) -> Mapping[str, str]:
        said = self._registration.statements
        judged = [one for one in said if one["verb"]["id"].endswith(("/passed", "/failed"))]
        score = judged[-1]["result"]["score"]["scaled"] if judged else 0
        verbs = self._registration.verbs()
        return {
            "status": "completed" if "completed" in verbs else "incomplete",
            "success": "passed" if "passed" in verbs else "failed" if "failed" in verbs else "unknown",
            "score": f"{100 * score:.2f}",
        }
