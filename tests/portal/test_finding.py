"""Finding the portal: point 1 of packages.md 5.1, pitfalls 5-7."""

import pytest
from playwright.sync_api import expect

from tests.portal.conftest import Open

pytestmark = pytest.mark.browser
VERSIONS = pytest.mark.parametrize("version", ["1.2", "2004"])
NOTHING_SAVED = "Kursen har ingen kontakt med portalen. Det du gör här sparas inte."


@VERSIONS
@pytest.mark.parametrize("window", ["iframe", "nested", "popup", "opener"])
def test_point_01_the_portal_is_found_in_parents_and_openers(launch: Open, version: str, window: str) -> None:
    learner = launch(version=version, window=window).connected()
    assert learner.session.count("start") == 1
    expect(learner.notice("channel")).to_have_count(0)


@VERSIONS
def test_pitfall_05_a_parent_of_another_origin_does_not_stop_the_course(launch: Open, version: str) -> None:
    learner = launch(version=version, window="foreign")
    expect(learner.notice("channel")).to_have_text(NOTHING_SAVED)
    learner.choose("Vem har rättigheter?", "Alla barn")
    expect(learner.course.get_by_text("Ja, varje barn.")).to_be_visible()
    assert learner.session.calls == []


@VERSIONS
def test_pitfall_06_only_the_object_of_the_package_s_own_version_is_touched(
    launch: Open, version: str
) -> None:
    learner = launch(version=version, both=True).connected()
    learner.choose("Vem har rättigheter?", "Alla barn")
    learner.leave()


@VERSIONS
def test_pitfall_07_an_object_that_comes_late_is_waited_for(launch: Open, version: str) -> None:
    learner = launch(version=version, late=2000)
    expect(learner.course.locator("h1").first).to_be_visible()
    learner.connected()
    expect(learner.notice("channel")).to_have_count(0)


def test_pitfall_07_what_is_opened_while_waiting_stays_open(launch: Open) -> None:
    learner = launch(late=700)
    learner.go("Att lyssna på barnet")
    learner.connected()
    assert learner.heading() == "Att lyssna på barnet"


def test_without_a_portal_the_course_says_so_and_works(launch: Open) -> None:
    learner = launch()
    learner.connected().page.goto(learner.session.course + "index.html")
    learner.course = learner.page
    expect(learner.notice("channel")).to_have_text(NOTHING_SAVED)
    learner.read_all()
    learner.quiz(3)
    expect(learner.notice("done")).to_have_text("Du har genomfört kursen.")
