"""Modes and frames: points 11, 12 and 14 of packages.md 5.1, pitfall 32."""

from contextlib import suppress

import pytest
from playwright.sync_api import Error, Page, expect

from tests.portal.conftest import Open
from tests.portal.learner import Learner
from tests.portal.server import STRICT_CSP

pytestmark = pytest.mark.browser
VERSIONS = pytest.mark.parametrize("version", ["1.2", "2004"])
NO_WINDOWS = "window.open = window.alert = window.confirm = window.prompt = () => { throw new Error('a window was opened') }"


@VERSIONS
@pytest.mark.parametrize("mode", ["review", "browse"])
def test_point_11_and_pitfall_32_review_and_browse_write_nothing(
    launch: Open, version: str, mode: str
) -> None:
    learner = launch(version=version, mode=mode)
    expect(learner.notice("channel")).to_have_text("Du tittar på kursen utan att något sparas.")
    learner.read_all()
    learner.quiz(3)
    learner.leave()
    verbs = {call["verb"] for call in learner.session.calls}
    assert verbs == {"start", "get", "finish"}


@VERSIONS
@pytest.mark.parametrize("mode", ["", "Normal", "training"])
def test_point_11_and_pitfall_32_an_unknown_mode_is_normal(launch: Open, version: str, mode: str) -> None:
    lacks = ("lesson_mode", "cmi.mode") if not mode else ()
    learner = launch(version=version, lacks=lacks)
    learner.connected()
    learner.read_all()
    learner.quiz(3)
    learner.leave()
    assert (
        learner.session.kept["cmi.core.lesson_status" if version == "1.2" else "cmi.success_status"]
        == "passed"
    )


@VERSIONS
@pytest.mark.parametrize("window", ["iframe", "sandbox"])
def test_point_12_strict_headers_sandbox_and_a_path_with_spaces(
    launch: Open, version: str, window: str
) -> None:
    headers = {"Content-Security-Policy": STRICT_CSP, "Permissions-Policy": "unload=()"}
    learner = launch(version=version, window=window, headers=headers).connected()
    learner.course.evaluate(f"() => {{ {NO_WINDOWS} }}")
    assert "%20" in learner.course.url
    learner.read_all()
    learner.quiz(3)
    learner.press("Spara och stäng")
    learner.wait(lambda: learner.session.finished)
    assert (
        learner.session.kept["cmi.core.lesson_status" if version == "1.2" else "cmi.success_status"]
        == "passed"
    )


def test_point_12_with_scripts_only_the_course_says_so_and_works_from_memory(launch: Open) -> None:
    learner = launch(window="scripts-only")
    expect(learner.notice("channel")).to_contain_text("Det du gör här sparas inte.")
    learner.read_all()
    learner.quiz(3)
    expect(learner.notice("done")).to_have_text("Du har genomfört kursen.")
    assert learner.session.calls == []


def tab_to(learner: Learner, page: Page, selector: str) -> None:
    """With the Tab key alone."""
    for _ in range(60):
        if learner.course.evaluate("selector => document.activeElement?.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard does not reach {selector}")


@VERSIONS
def test_point_14_the_course_is_completed_by_keyboard_alone(launch: Open, version: str) -> None:
    learner = launch(version=version, window="popup").connected()
    page = learner.course
    assert isinstance(page, Page)
    for heading in ("Att lyssna på barnet", "Vad minns du?"):
        tab_to(
            learner, page, "section:not([hidden]) > .p-next .primary, section:not([hidden]) .p-next .primary"
        )
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name=heading)).to_be_focused()
    for keys in (("Space",), ("Space",), ("1 januari 2020",)):
        tab_to(learner, page, "form:not([hidden]) fieldset input")
        for key in keys:
            page.keyboard.press(key) if key == "Space" else page.keyboard.type(key)
        tab_to(learner, page, "form:not([hidden]) button.primary")
        page.keyboard.press("Enter")
        tab_to(learner, page, ".q-next .primary")
        page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="3 av 3 poäng")).to_be_visible()
    page.keyboard.press("Control+Home")
    learner.wait(lambda: "passed" in learner.session.kept.values())
    page.get_by_role("button", name="Spara och stäng").focus()
    with suppress(Error):  # the window closes under the key
        page.keyboard.press("Enter")
    learner.wait(lambda: learner.session.finished)


def test_a_part_is_shown_by_its_address_with_title_and_focus(launch: Open) -> None:
    learner = launch().connected()
    assert learner.course.title() == "Varför barn har rättigheter – Barnrätt – åäö ’”"
    learner.next()
    heading = learner.course.get_by_role("heading", name="Att lyssna på barnet")
    expect(heading).to_be_focused()
    assert learner.course.title() == "Att lyssna på barnet – Barnrätt – åäö ’”"
    learner.course.evaluate("() => history.back()")
    expect(learner.course.get_by_role("heading", name="Varför barn har rättigheter")).to_be_visible()


def test_the_outline_and_the_bar_tell_how_far(launch: Open) -> None:
    learner = launch().connected()
    expect(learner.course.locator(".prog")).to_contain_text("Du har läst 0 %")
    learner.next()
    done = learner.course.locator(".outline a.done")
    expect(done).to_have_count(1)
    expect(done).to_contain_text("klar")
    expect(learner.course.locator(".outline a[aria-current=page]")).to_contain_text("Att lyssna på barnet")
    expect(learner.course.get_by_role("progressbar")).to_have_attribute("aria-valuenow", "20")


def test_a_part_counts_as_read_when_its_end_has_been_seen(launch: Open) -> None:
    learner = launch(clock=True).connected()
    expect(learner.course.locator(".outline a.done")).to_have_count(0)
    learner.course.evaluate("() => scrollTo(0, document.body.scrollHeight)")
    expect(learner.course.locator("section.part:visible .p-next")).to_be_in_viewport()
    learner.page.wait_for_timeout(100)
    learner.context.clock.fast_forward("00:11")
    expect(learner.course.locator(".outline a.done")).to_have_count(1)
