"""A person's visits to a cmi5 course."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.portal.learner import Learner
from tests.portal.lms5 import Lms5

Begin = Callable[..., tuple[Learner, Lms5]]


def started(learner: Learner, lms: Lms5) -> None:
    learner.wait(lambda: "initialized" in lms.verbs())
    expect(learner.course.get_by_role("button", name="Spara och stäng")).to_be_visible()


def left(learner: Learner, lms: Lms5) -> None:
    learner.press("Spara och stäng")
    learner.wait(lambda: "terminated" in lms.verbs())


def own(lms: Lms5) -> list[str]:
    """The verbs that cmi5 defines, without what was answered."""
    return [verb for verb in lms.verbs() if verb != "answered"]
