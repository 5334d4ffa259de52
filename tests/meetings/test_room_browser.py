"""The room's screen of a running hour: two windows, another machine, one screen, no network."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from course_builder.meetings.models import Meeting
from tests.acceptance.axe import violations
from tests.acceptance.looks import faults
from tests.meetings.held import Held
from tests.meetings.run import Running, running
from tests.player.hour.wall import OVER, SMALL

pytestmark = pytest.mark.browser
WELCOME = "Välkommen"


@pytest.fixture
def run(held: Held, browser: Browser) -> Iterator[Running]:
    with running(held, browser) as made:
        yield made


def title(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text()


def shows(page: Page, text: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(text)


def to_film(leader: Page) -> None:
    """Straight to the step with the film."""
    leader.get_by_text("På väggen", exact=True).click()
    leader.locator("[data-is=steps]").select_option("zcgt.film")
    leader.locator("[data-do=goto]").click()


def two_windows(run: Running) -> tuple[Page, Page]:
    """The leader's, and the room's that was opened from it; somebody has clicked there."""
    context = run.machine("rep")
    leader = run.page(context)
    with context.expect_page() as popup:
        leader.get_by_role("button", name="Öppna rumsvyn").click()
    room = popup.value
    room.mouse.click(400, 300)
    return leader, room


def test_two_windows_agree_about_the_film(run: Running) -> None:
    leader, room = two_windows(run)
    expect(room.get_by_text("Vi börjar strax")).to_be_visible()
    run.start(leader)
    shows(room, WELCOME)
    to_film(leader)
    shows(room, "Väntrummet")
    leader.get_by_role("button", name="Spela", exact=True).click()
    expect(room.locator("[data-is=screen]")).to_be_visible()
    room.wait_for_function("() => document.querySelector('video').currentTime > 1")
    leader.get_by_role("button", name="Pausa filmen").click()
    room.wait_for_function("() => document.querySelector('video').paused")
    at = room.locator("video").evaluate("video => video.currentTime")
    said = leader.locator("[data-is=film-at]").inner_text()
    assert abs(int(said.split(":")[1][:2]) - at) < 1.5
    leader.get_by_role("button", name="Spela", exact=True).click()
    room.wait_for_function("() => !document.querySelector('video').paused")
    assert room.locator("video").evaluate("video => video.currentTime") >= at - 0.2
    assert room.locator("video").evaluate("video => video.muted") is False


def test_the_film_stops_and_the_leader_goes_on(run: Running) -> None:
    leader, room = two_windows(run)
    run.start(leader)
    to_film(leader)
    leader.get_by_role("button", name="Spela", exact=True).click()
    room.wait_for_function("() => document.querySelector('video').currentTime > 0.2")
    room.locator("video").evaluate("video => { video.currentTime = 39.8 }")
    shows(room, "Vad vet barnet just nu, och vad vet bara de vuxna?")
    expect(leader.locator("[data-is=film-stop]")).to_contain_text("Vad vet barnet just nu")
    leader.get_by_role("button", name="Fortsätt filmen").click()
    expect(room.locator("[data-is=stop]")).to_be_hidden()
    room.wait_for_function("() => document.querySelector('video').currentTime > 41.2")


def test_another_machine_follows_and_steers_nothing(run: Running, browser: Browser) -> None:
    """Trust 46: whoever has the wall's address sees what the room sees."""
    leader, _ = two_windows(run)
    run.start(leader)
    expect(leader.locator("[data-is=ends]")).to_be_visible()
    nobody = browser.new_context(base_url=run.address, timezone_id="Europe/Stockholm")
    nobody.clock.install(time=run.held.region.time.now)
    wall = nobody.new_page()
    wall.goto(f"/wall/{_wall(run)}/")
    shows(wall, WELCOME)
    leader.get_by_role("button", name="Nästa: Varför").click()
    shows(wall, "Det är lag")
    wall.keyboard.press("PageDown")
    assert title(leader).startswith("Ledarvy")
    assert run.held.meeting().stage["at"] == "pckh"  # type: ignore[index]
    assert wall.evaluate("document.body.innerText.includes('Anna')") is False
    nobody.close()


def test_the_way_in_is_large_enough_on_the_wall(run: Running) -> None:
    leader, room = two_windows(run)
    room.set_viewport_size({"width": 1280, "height": 720})
    run.start(leader)
    leader.get_by_text("På väggen", exact=True).click()
    leader.get_by_role("button", name="Koden till telefonerna").click()
    expect(room.locator("[data-is=join]")).to_be_visible()
    expect(room.locator("[data-is=join]")).not_to_be_empty()
    assert room.evaluate(SMALL) == []
    assert room.evaluate(OVER) == [False, False, False]
    assert violations(room) == []


def test_both_windows_go_on_without_a_network(run: Running) -> None:
    leader, room = two_windows(run)
    run.start(leader)
    to_film(leader)
    room.wait_for_function("() => document.querySelector('video').readyState >= 3")
    leader.context.set_offline(True)
    leader.get_by_role("button", name="Spela", exact=True).click()
    room.wait_for_function("() => document.querySelector('video').currentTime > 0.5")
    leader.get_by_role("button", name="Ta en paus").click()
    expect(room.get_by_role("region", name="Vi tar en paus")).to_be_visible()
    assert room.locator("video").evaluate("video => video.paused")
    leader.context.set_offline(False)


def test_one_screen_by_a_presenters_remote(run: Running) -> None:
    page = run.page(run.machine("manager", viewport={"width": 1280, "height": 720}), "one")
    page.get_by_role("button", name="Börja timmen").click()
    shows(page, WELCOME)
    for heading in ("Sex spelregler", "Om något känns", "Stöd till dig", "Det är lag"):
        page.keyboard.press("PageDown")
        shows(page, heading)
    page.keyboard.press("PageUp")
    shows(page, "Stöd till dig")
    page.keyboard.press("b")
    expect(page.locator("[data-is=dark]")).to_be_visible()
    page.keyboard.press("PageDown")
    expect(page.locator("[data-is=dark]")).to_be_hidden()
    page.keyboard.press("t")
    expect(page.get_by_role("region", name="Vi tar en paus")).to_be_visible()
    page.get_by_role("button", name="Gå vidare").click()
    expect(page.get_by_role("region", name="Vi tar en paus")).to_be_hidden()


def test_on_one_screen_late_is_told_and_one_press_ends_in_time(run: Running) -> None:
    page = run.page(run.machine("manager", viewport={"width": 1280, "height": 720}), "one")
    page.get_by_role("button", name="Börja timmen").click()
    expect(page.locator("[data-is=ends]")).to_have_text("Vi slutar 15.00")
    run.later(9)
    expect(page.locator("[data-is=late]")).to_have_text("Ni ligger 6 min efter.")
    page.get_by_role("button", name=re.compile(r"^Korta: .* Ni slutar 15\.00\.$")).click()
    expect(page.locator("[data-is=late]")).to_be_hidden()
    expect(page.locator("[data-is=ends]")).to_have_text("Vi slutar 15.00")


def test_an_hour_on_one_screen_signs_nobody_out(run: Running) -> None:
    page = run.page(run.machine("manager"), "one")
    page.get_by_role("button", name="Börja timmen").click()
    shows(page, WELCOME)
    for _ in range(5):
        with page.expect_response(lambda answer: answer.url.endswith("/here")) as told:
            run.later(12)
        assert told.value.ok
    page.keyboard.press("PageDown")
    shows(page, "Sex spelregler")
    with page.expect_response(lambda answer: answer.request.method == "PUT") as kept:
        page.keyboard.press("PageDown")
    assert kept.value.status == 200


def test_the_bar_of_one_screen_hides_and_comes_back(run: Running) -> None:
    page = run.page(run.machine("manager"), "one")
    bar = page.get_by_role("navigation", name="Styr timmen")
    page.clock.run_for(5000)
    expect(bar).to_have_css("opacity", "0")
    page.mouse.move(200, 200)
    expect(bar).to_have_css("opacity", "1")
    page.clock.run_for(5000)
    page.keyboard.press("Tab")
    expect(bar).to_have_css("opacity", "1")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_one_screen_looks_right_wide_and_narrow(run: Running, theme: str) -> None:
    for width, height in ((1280, 720), (320, 640)):
        page = run.page(run.machine("manager", viewport={"width": width, "height": height}), "one")
        if page.get_by_role("button", name="Börja timmen").is_visible():
            page.get_by_role("button", name="Börja timmen").click()
        wanted = page.get_by_role("button", name="Mörkt" if theme == "dark" else "Ljust")
        if wanted.is_visible():
            wanted.click()
        page.get_by_role("button", name="Nästa").focus()
        assert violations(page) == []
        assert faults(page) == []


def _wall(run: Running) -> str:
    with run.held.region.database.reading() as session:
        return str(session.get_one(Meeting, run.held.meeting_id).wall)
