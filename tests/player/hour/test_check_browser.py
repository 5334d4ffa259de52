"""The minute before the hour: the leader's window asks, the room's window answers, people say what they see and hear."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from course_builder.content.steps import steps
from tests.acceptance.axe import violations
from tests.films import FILMS
from tests.player.hour.told import told
from tests.player.hour.wall import write

pytestmark = pytest.mark.browser


@dataclass
class Windows:
    leader: Page
    room: Page

    def check(self, name: str) -> Locator:
        heading = self.leader.get_by_role("heading", name=name, exact=True)
        return self.leader.locator(".checks > li").filter(has=heading)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(told(), tmp_path_factory.mktemp("check"))


def both(browser: Browser, folder: Path) -> Iterator[Windows]:
    context = browser.new_context(reduced_motion="reduce", timezone_id="Europe/Stockholm")
    leader = context.new_page()
    complaints: list[str] = []
    leader.on("pageerror", lambda error: complaints.append(str(error)))
    leader.goto((folder / "leader.html").as_uri())
    with context.expect_page() as popup:
        leader.get_by_role("button", name="Öppna rumsvyn").click()
    room = popup.value
    room.on("pageerror", lambda error: complaints.append(str(error)))
    expect(leader.get_by_text("Rumsvyn är öppen.")).to_be_visible()
    yield Windows(leader, room)
    assert complaints == []
    context.close()


@pytest.fixture
def windows(browser: Browser, site: Path) -> Iterator[Windows]:
    yield from both(browser, site)


def test_which_screen_the_room_sees(windows: Windows) -> None:
    box = windows.check("Skärmen")
    box.get_by_role("button", name="Visa en siffra i rummet").click()
    number = windows.room.locator("[data-is=which]")
    expect(number).to_be_visible()
    expect(box.get_by_role("status")).to_contain_text(f"siffran {number.inner_text()} på")
    box.get_by_role("button", name="Ja, men jag ser samma bild").click()
    expect(box.get_by_role("status")).to_contain_text("speglade")
    expect(box.get_by_role("link", name="Öppna allt på en skärm")).to_have_attribute("href", "one.html")
    expect(number).to_be_hidden()


def test_sound_waits_for_a_click_in_the_rooms_window(windows: Windows) -> None:
    box = windows.check("Ljudet")
    windows.room.mouse.click(300, 300)
    box.get_by_role("button", name="Spela tre toner i rummet").click()
    box.get_by_role("button", name="Ja", exact=True).click()
    expect(box.get_by_role("status")).to_have_text("Ljudet hörs.")


def test_the_film_plays_a_second_with_its_captions(windows: Windows) -> None:
    windows.room.mouse.click(300, 300)
    box = windows.check("Filmen och undertexten")
    box.get_by_role("button", name="Prova filmen i rummet").click()
    expect(windows.room.locator("[data-is=cc]")).to_have_text("En dörr öppnas.")
    expect(box.get_by_role("status")).to_have_text("Filmen spelas, och undertexten visas.")
    expect(windows.room.locator("[data-is=screen]")).to_be_hidden()
    expect(windows.room.get_by_text("Vi börjar strax")).to_be_visible()


def test_a_film_that_will_not_play_is_known_before_the_hour(browser: Browser, tmp_path: Path) -> None:
    folder = write(told(), tmp_path / "broken")
    for film in folder.glob("media/*.webm"):
        film.write_bytes(b"no film at all")
    for windows in both(browser, folder):
        box = windows.check("Filmen och undertexten")
        box.get_by_role("button", name="Prova filmen i rummet").click()
        expect(box.get_by_role("status")).to_contain_text("läser ni den som en scen")


def test_a_window_that_is_gone_does_not_answer(windows: Windows) -> None:
    windows.room.close()
    box = windows.check("Ljudet")
    box.get_by_role("button", name="Spela tre toner i rummet").click()
    expect(box.get_by_role("status")).to_have_text("Rumsvyn svarar inte. Öppna den igen.")


def test_ones_own_copy_of_a_linked_film_is_shown_and_sent_nowhere(browser: Browser, tmp_path: Path) -> None:
    linked = tuple(step for step in steps(told(), 60) if step.item != "samt")
    folder = write(told(), tmp_path / "linked", linked)
    for windows in both(browser, folder):
        box = windows.check("Filmen och undertexten")
        expect(box.get_by_role("link", name="Öppna filmen i ett nytt fönster")).to_have_attribute(
            "href", "https://film.example.se/vantrum"
        )
        box.get_by_label("Har ni en egen kopia").set_input_files(FILMS / "short.webm")
        expect(box.get_by_role("status")).to_have_text("Rumsvyn spelar er egen kopia.")
        windows.room.mouse.click(300, 300)
        windows.leader.get_by_role("button", name="Börja timmen").click()
        windows.leader.get_by_role("button", name="Nästa: I väntan").click()
        windows.leader.get_by_role("button", name="Spela", exact=True).click()
        expect(windows.room.locator("[data-is=screen]")).to_be_visible()
        windows.room.wait_for_function("document.querySelector('video').currentTime > 0.5")
        assert windows.room.locator("video").evaluate("video => video.currentSrc").startswith("blob:")


def test_axe_finds_nothing(windows: Windows) -> None:
    windows.check("Ljudet").get_by_role("button", name="Spela tre toner i rummet").click()
    assert violations(windows.leader) == []
    assert violations(windows.room) == []


def test_a_linked_film_is_stopped_by_hand_and_its_question_stands_on_the_wall(
    browser: Browser, tmp_path: Path
) -> None:
    linked = tuple(step for step in steps(told(), 60) if step.item != "samt")
    for windows in both(browser, write(told(), tmp_path / "linked", linked)):
        windows.leader.get_by_role("button", name="Börja timmen").click()
        windows.leader.get_by_role("button", name="Nästa: I väntan").click()
        expect(windows.room.get_by_text("Filmen visas i ett annat fönster.")).to_be_visible()
        windows.leader.get_by_role("button", name="Framme vid 0:41").click()
        expect(windows.room.get_by_role("heading", level=1)).to_have_text("Vad vet barnet just nu?")
        windows.leader.get_by_role("button", name="Fortsätt filmen").click()
        expect(windows.room.get_by_role("heading", level=1)).to_have_text("I väntan")
