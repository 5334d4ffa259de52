"""Leaving: point 2 of packages.md 5.1, pitfalls 1-4, 9, 10, 24, 31 and 34."""

from contextlib import suppress

import pytest
from playwright.sync_api import Error, expect

from tests.portal.conftest import Open
from tests.portal.courses import usual
from tests.portal.learner import Learner
from tests.portal.saved import question, saved

pytestmark = pytest.mark.browser
VERSIONS = pytest.mark.parametrize("version", ["1.2", "2004"])
STATE = "cmi.suspend_data"
TIME = {"1.2": "cmi.core.session_time", "2004": "cmi.session_time"}
FINISHED = {"1.2": "passed", "2004": "completed"}
STATUS = {"1.2": "cmi.core.lesson_status", "2004": "cmi.completion_status"}


def navigate(learner: Learner) -> None:
    learner.page.goto("about:blank")


def close_tab(learner: Learner) -> None:
    learner.page.close(run_before_unload=True)


def close_popup(learner: Learner) -> None:
    learner.course.close(run_before_unload=True)  # type: ignore[union-attr]


def press_leave(learner: Learner) -> None:
    with suppress(Error):  # a popup may be gone before the click is over
        learner.press("Spara och stäng")


def leave_then_close(learner: Learner) -> None:
    press_leave(learner)
    learner.wait(lambda: learner.session.finished)
    learner.remove_frame()


EXITS = {
    "the portal removes the frame": ("iframe", Learner.remove_frame),
    "the portal goes to another page": ("iframe", navigate),
    "the tab is closed": ("iframe", close_tab),
    "the popup is closed": ("popup", close_popup),
    "the button, then the frame goes": ("iframe", leave_then_close),
    "the button in a popup": ("popup", press_leave),
}


@VERSIONS
@pytest.mark.parametrize("exit_name", EXITS)
def test_point_02_one_start_and_one_finish_whatever_the_exit(
    launch: Open, version: str, exit_name: str
) -> None:
    window, go = EXITS[exit_name]
    learner = launch(version=version, window=window).connected()
    learner.choose("Vem har rättigheter?", "Alla barn")
    go(learner)
    learner.wait(lambda: learner.session.finished)
    assert (learner.session.count("start"), learner.session.count("finish")) == (1, 1)
    assert learner.session.calls[-1]["verb"] == "finish"
    assert question("ovning") in saved(learner.session.kept.get(STATE)).kept
    assert learner.session.kept[TIME[version]] == learner.session.sets(TIME[version])[-1]


@VERSIONS
def test_pitfall_01_nothing_hangs_on_unload(launch: Open, version: str) -> None:
    headers = {"Permissions-Policy": "unload=()"}
    learner = launch(version=version, headers=headers).connected()
    learner.choose("Vem har rättigheter?", "Alla barn")
    learner.leave()
    assert question("ovning") in saved(learner.session.kept.get(STATE)).kept
    script = usual({"1.2": "scorm12", "2004": "scorm2004-4"}[version])["player.js"].decode()
    assert "beforeunload" not in script
    assert '"unload"' not in script


@VERSIONS
def test_pitfall_02_everything_that_matters_is_committed_before_the_exit(launch: Open, version: str) -> None:
    learner = launch(version=version).connected()
    learner.read_all()
    learner.quiz(3)
    learner.wait(lambda: learner.session.kept.get(STATUS[version]) == FINISHED[version])
    assert not learner.session.finished


@VERSIONS
def test_pitfall_03_a_hidden_page_has_committed_though_nothing_else_ever_fires(
    launch: Open, version: str
) -> None:
    learner = launch(version=version, clock=True).connected().stilled()
    learner.choose("Vem har rättigheter?", "Alla barn")
    before = learner.session.count("commit")
    learner.course.evaluate(
        "Object.defineProperty(document, 'visibilityState', { value: 'hidden' });"
        "document.dispatchEvent(new Event('visibilitychange'))"
    )
    learner.context.clock.run_for(500)  # half of what it waits else
    learner.wait(lambda: learner.session.count("commit") > before)
    assert question("ovning") in saved(learner.session.kept.get(STATE)).kept
    assert learner.session.count("finish") == 0


@VERSIONS
def test_pitfall_04_pagehide_alone_ends_the_session_once(launch: Open, version: str) -> None:
    learner = launch(version=version, window="popup").connected()
    learner.course.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: false }))")
    learner.wait(lambda: learner.session.finished)
    close_popup(learner)
    learner.page.wait_for_timeout(200)
    assert learner.session.count("finish") == 1


@VERSIONS
def test_pitfall_09_the_time_and_the_exit_are_told_before_the_one_finish(launch: Open, version: str) -> None:
    learner = launch(version=version).connected()
    leave_then_close(learner)
    learner.page.wait_for_timeout(200)
    assert learner.session.count("finish") == 1
    told = [call["args"][0] for call in learner.session.calls if call["verb"] in ("set", "finish")]
    assert told[-2:] == [TIME[version], ""]


@VERSIONS
def test_pitfall_10_going_through_the_course_is_one_session(launch: Open, version: str) -> None:
    learner = launch(version=version).connected()
    for title in ("Att lyssna på barnet", "Vad minns du?", "Varför barn har rättigheter"):
        learner.go(title)
    learner.leave()
    assert (learner.session.count("start"), learner.session.count("finish")) == (1, 1)


def test_pitfall_24_no_commit_just_before_terminate(launch: Open) -> None:
    learner = launch(version="2004").connected()
    learner.choose("Vem har rättigheter?", "Alla barn")
    press_leave(learner)
    learner.wait(lambda: learner.session.finished)
    assert [call["verb"] for call in learner.session.calls[-2:]] == ["set", "finish"]
    assert question("ovning") in saved(learner.session.kept.get(STATE)).kept


@VERSIONS
def test_pitfall_31_the_session_is_kept_alive(launch: Open, version: str) -> None:
    learner = launch(version=version, clock=True).connected()
    before = learner.session.count("commit")
    learner.context.clock.fast_forward("05:01")
    learner.wait(lambda: learner.session.count("commit") > before)


def test_pitfall_34_the_course_opens_no_window_and_says_that_this_one_may_be_closed(launch: Open) -> None:
    learner = launch().connected()
    learner.course.evaluate(
        "() => { window.open = window.alert = window.confirm = () => { throw new Error('a window') } }"
    )
    press_leave(learner)
    heading = learner.course.get_by_role("heading", name="Allt är sparat")
    expect(heading).to_be_focused()
    expect(learner.course.get_by_text("Du kan stänga fönstret.")).to_be_visible()


def test_pitfall_34_a_popup_is_closed_after_saving(launch: Open) -> None:
    learner = launch(window="popup").connected()
    press_leave(learner)
    learner.wait(lambda: learner.course.is_closed())  # type: ignore[union-attr]
