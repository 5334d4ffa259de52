"""The room's screen in a real browser: readable at five metres, one thing at a time, and a film that stops and asks."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from course_builder.content.steps import steps
from tests.acceptance.axe import violations
from tests.player.hour.test_room import shipped
from tests.player.hour.told import told
from tests.player.hour.wall import OVER, SMALL, Wall, write

pytestmark = pytest.mark.browser

FILM = "zcgt.film"
PHASE = {"name": "pairs", "from": 60_000, "until": 260_000}
STATES = {
    "rules": ("vgff", {"page": 1}),
    "table": ("pckh", {"page": 1}),
    "question": ("zcgt.qctr", {}),
    "in pairs": ("zcgt.pgmv", {"phase": PHASE}),
    "the longest question": ("zcgt.nqxd", {"phase": PHASE}),
    "before the film": (FILM, {}),
    "a stop": (FILM, {"film": {"step": FILM, "version": "plain", "captions": True, "playing": False, "t": 41, "set": 0, "stop": "zpgj"}}),
    "the scene": (FILM, {"show": {"what": "scene", "round": None}, "page": 2}),
    "four corners": ("wbcj", {}),
    "a quiz": ("wszz", {"page": 1}),
    "overview": ("zcgt.vggh", {"show": {"what": "agenda", "round": None}}),
    "a break": ("vgff", {"calm": True}),
    "over": ("tjrq", {"over": True}),
}  # fmt: skip


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(shipped(), tmp_path_factory.mktemp("room"))


@pytest.fixture(scope="session")
def short(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An hour whose film is six seconds long, with stops at two and four."""
    return write(told(), tmp_path_factory.mktemp("short"))


def opened(browser: Browser, folder: Path, view: str = "room", **options: object) -> Iterator[Page]:
    """From disk, and with every complaint and every address outside written down."""
    context = browser.new_context(reduced_motion="reduce", timezone_id="Europe/Stockholm", **options)  # type: ignore[arg-type]
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "request",
        lambda asked: (
            complaints.append(asked.url)
            if urlsplit(asked.url).scheme not in ("file", "data", "blob")
            else None
        ),
    )
    page.goto((folder / f"{view}.html").as_uri())
    yield page
    assert complaints == []
    context.close()


@pytest.fixture
def page(browser: Browser, short: Path) -> Iterator[Page]:
    yield from opened(browser, short, viewport={"width": 1280, "height": 720})


@pytest.fixture
def wall(page: Page) -> Wall:
    return Wall(page, steps(told(), 60))


def question(page: Page) -> Locator:
    return page.get_by_role("heading", level=1)


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)], ids=["720", "1080"])
def test_everything_is_large_enough_and_nothing_scrolls(
    browser: Browser, site: Path, size: tuple[int, int]
) -> None:
    for page in opened(browser, site, viewport={"width": size[0], "height": size[1]}):
        wall = Wall(page, steps(shipped(), 60))
        found = {}
        for name, (at, more) in STATES.items():
            for theme in ("light", "dark"):
                wall.set(at, theme=theme, **more)
                if faults := [*page.evaluate(SMALL), *(["over"] if any(page.evaluate(OVER)) else [])]:
                    found[name, theme] = faults
        assert found == {}


def test_the_question_is_the_hero_and_a_long_one_shrinks_by_steps(browser: Browser, site: Path) -> None:
    for page in opened(browser, site, viewport={"width": 1280, "height": 720}):
        wall = Wall(page, steps(shipped(), 60))
        sizes = []
        for at in ("zcgt.vzmt", "zcgt.nqxd"):
            wall.set(at)
            size = page.locator("main section:not([hidden]) .q").evaluate(
                "it => parseFloat(getComputedStyle(it).fontSize)"
            )
            sizes.append(100 * size / 720)
        assert sizes[0] == pytest.approx(11.5, abs=0.1)
        assert 5 <= sizes[1] < 11


def test_axe_finds_nothing_in_light_and_dark(browser: Browser, site: Path) -> None:
    for page in opened(browser, site, viewport={"width": 1280, "height": 720}):
        wall = Wall(page, steps(shipped(), 60))
        for name in ("rules", "in pairs", "a stop", "the scene", "overview", "four corners", "a break"):
            at, more = STATES[name]
            for theme in ("light", "dark"):
                wall.set(at, theme=theme, **more)
                assert violations(page) == [], (name, theme)


def test_on_a_phone_it_reads_without_scrolling_sideways(browser: Browser, site: Path) -> None:
    for page in opened(browser, site, viewport={"width": 320, "height": 640}):
        wall = Wall(page, steps(shipped(), 60))
        for at, more in STATES.values():
            wall.set(at, **more)
            assert page.evaluate(
                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
            )
            assert page.evaluate(SMALL) == []


def test_nothing_stands_there_before_the_hour(page: Page) -> None:
    expect(question(page)).to_have_text("Timmen")
    expect(page.get_by_text("Vi börjar strax")).to_be_visible()
    expect(page.get_by_role("timer")).to_be_hidden()


def test_one_thing_at_a_time_with_its_time_and_the_end(wall: Wall) -> None:
    page = wall.page
    wall.set(
        "samt.hjalpte", phase={"name": "pairs", "from": 60_000, "until": 260_000}, ends=1_796_997_600_000
    )
    expect(question(page)).to_have_text("Vad gjorde någon som hjälpte?")
    expect(question(page)).to_have_count(1)
    expect(page.get_by_role("listitem").filter(has_text="Två och två")).to_have_attribute(
        "aria-current", "step"
    )
    expect(page.get_by_text("Prata två och två")).to_be_visible()
    expect(page.get_by_role("timer")).to_have_text(re.compile(r"2:[34]\d"))
    assert re.fullmatch(r"Vi slutar \d\d\.\d\d", page.locator("[data-is=ends]").inner_text())
    assert page.locator("body").get_by_role("button").count() == 0


def test_the_film_stops_and_asks_and_its_seconds_go(wall: Wall) -> None:
    page = wall.page
    wall.film("samt.film", playing=True, t=1)
    expect(page.locator("[data-is=screen]")).to_be_visible()
    expect(page.locator("[data-is=cc]")).to_have_text("En dörr öppnas.")
    expect(question(page)).to_have_text("Berätta för grannen vad barnet vet.")
    assert page.locator("video").evaluate(
        "video => [video.paused, Math.abs(video.currentTime - 2) < 0.3]"
    ) == [True, True]
    expect(page.get_by_text("Paus 1 av 2 · Prata med dem som sitter närmast")).to_be_visible()
    expect(page.get_by_role("timer")).to_have_text(re.compile(r"1:1\d"))
    assert (wall.kept()["film"]["stop"], wall.kept()["film"]["playing"]) == ("vetat", False)
    expect(page.locator("[data-is=screen]")).to_be_visible()


def test_the_leader_goes_on_from_a_stop_and_the_film_gives_the_wall_back(wall: Wall) -> None:
    page = wall.page
    wall.film("samt.film", playing=True, t=2)
    expect(question(page)).to_have_text("Vad får barnet välja?")
    wall.count = 50
    wall.film("samt.film", playing=True, t=4)
    expect(page.locator("[data-is=screen]")).to_be_visible()
    expect(page.locator("[data-is=screen]")).to_be_hidden()
    expect(question(page)).to_have_text("Väntrummet")
    assert wall.kept()["film"]["t"] == 6


def test_a_described_version_stops_at_its_own_moments(wall: Wall) -> None:
    page = wall.page
    wall.film("samt.film", playing=True, version="described", t=2)
    page.wait_for_function("document.querySelector('video').currentTime > 2.4")
    expect(page.locator("[data-is=stop]")).to_be_hidden()
    expect(question(page)).to_have_text("Berätta för grannen vad barnet vet.")
    assert "short-described" in page.locator("video").evaluate("video => video.currentSrc")
    assert page.locator("video").evaluate("video => Math.abs(video.currentTime - 3) < 0.3")


def test_captions_can_be_turned_off(wall: Wall) -> None:
    wall.film("samt.film", t=1)
    expect(wall.page.locator("[data-is=cc]")).to_have_text("En dörr öppnas.")
    wall.film("samt.film", t=1, captions=False)
    expect(wall.page.locator("[data-is=cc]")).to_be_hidden()


def test_a_film_that_will_not_play_becomes_a_scene_to_read_aloud(browser: Browser, tmp_path: Path) -> None:
    folder = write(told(), tmp_path / "broken")
    for film in folder.glob("media/*.webm"):
        film.write_bytes(b"no film at all")
    for page in opened(browser, folder):
        wall = Wall(page, steps(told(), 60))
        wall.film("samt.film", playing=True)
        expect(page.get_by_text("Vi läser scenen högt")).to_be_visible()
        expect(page.locator("[data-is=scene-lines] dd")).to_have_text(["En dörr öppnas."])
        assert wall.kept()["show"]["what"] == "scene"
        wall.count = 50
        wall.film("samt.film")
        wall.set("samt.film", show={"what": "scene", "round": None}, page=1)
        expect(question(page)).to_have_text("Berätta för grannen vad barnet vet.")


def test_the_scene_has_the_pictures_of_its_moments_though_the_network_is_gone(
    browser: Browser, tmp_path: Path
) -> None:
    folder = write(shipped(), tmp_path / "stills")
    for page in opened(browser, folder, viewport={"width": 1280, "height": 720}):
        wall = Wall(page, steps(shipped(), 60))
        shutil.rmtree(folder / "media")
        for number, name in enumerate(["0-09", "0-18", "0-36", "0-36", "0-41", "0-50"]):
            wall.set(FILM, show={"what": "scene", "round": None}, page=number)
            picture = page.locator("main section:not([hidden]) img")
            expect(picture).to_have_attribute("src", f"media/vantrummet-{name}.webp")
            assert picture.evaluate("it => it.naturalWidth") == 960
        expect(question(page)).to_have_text("Väntrummet")
        wall.set(FILM, show={"what": "scene", "round": None}, page=4)
        expect(question(page)).to_have_text(re.compile("Vad vet barnet just nu"))
        expect(page.get_by_role("img", name="Barnet har tagit ner handen")).to_be_visible()
        at, more = STATES["a stop"]
        wall.set(at, **more)
        expect(page.get_by_role("img", name="Barnet har tagit ner handen")).to_have_count(0)


def test_a_linked_film_is_a_list_of_stops_and_nothing_is_fetched(wall: Wall) -> None:
    page = wall.page
    wall.set("annn.film")
    expect(question(page)).to_have_text("I väntan")
    expect(page.get_by_text("film.example.se · Region Exempel · 1:34")).to_be_visible()
    expect(page.locator(".stops li")).to_have_text(re.compile(r"0:41\s*Vad vet barnet just nu\?"))
    wall.film("annn.film", stop="lankstopp", t=41)
    expect(question(page)).to_have_text("Vad vet barnet just nu?")
    expect(page.locator("[data-is=screen]")).to_be_hidden()


def test_a_break_a_dark_room_and_the_light(wall: Wall) -> None:
    page = wall.page
    wall.film("samt.film", playing=True)
    page.wait_for_function("!document.querySelector('video').paused")
    wall.count = 50
    wall.set("samt.film", calm=True, film=None)
    expect(page.get_by_role("region", name="Vi tar en paus")).to_be_visible()
    assert page.locator("video").evaluate("video => video.paused")
    wall.set("samt.film", blank=True, theme="dark")
    expect(page.locator("[data-is=dark]")).to_be_visible()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    wall.set("samt.film")
    expect(page.locator("[data-is=dark]")).to_be_hidden()


def test_the_film_of_the_course_stops_where_its_author_said(browser: Browser, site: Path) -> None:
    for page in opened(browser, site, viewport={"width": 1280, "height": 720}):
        wall = Wall(page, steps(shipped(), 60))
        wall.film(FILM, playing=True, t=40)
        expect(question(page)).to_have_text("Vad vet barnet just nu, och vad vet bara de vuxna?")
        assert page.locator("video").evaluate("video => Math.abs(video.currentTime - 41) < 0.3")


def test_a_window_that_is_closed_goes_on_where_it_was(wall: Wall) -> None:
    wall.set("samt.minnet")
    expect(question(wall.page)).to_have_text("Vad hoppas ni att ett barn minns?")
    wall.page.reload()
    expect(question(wall.page)).to_have_text("Vad hoppas ni att ett barn minns?")
