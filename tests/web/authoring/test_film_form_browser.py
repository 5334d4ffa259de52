"""A film discussion, an hour and a story in a real browser, by keyboard alone; the file differs in those lines only."""

import difflib
import re
from collections.abc import Callable, Iterator
from io import BytesIO

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from course_builder.library.drafts.models import Kind
from course_builder.library.drafts.reading import draft, files
from course_builder.library.uploads.models import MediumFacts
from tests.acceptance.axe import violations
from tests.content.trees import PNG
from tests.hang import HANG
from tests.web.authoring.drafted import COURSE, LESSON, change, drafted, written
from tests.web.authoring.site import at_work, unlike_itself
from tests.web.authoring.talks import CANARY, HOUR, STORY, TALK, hour_draft, talk_draft
from tests.web.region import MONDAY, Region
from tests.web.served import serving

pytestmark = pytest.mark.browser
MEASURED = "Promise.all([...document.querySelectorAll('video')].map((one) => one.readyState || new Promise((done) => one.addEventListener('loadedmetadata', done))))"
SAID = "[data-said]"
BARE = TALK[: TALK.index("pauses:")] + TALK[TALK.index("after:") :]


@pytest.fixture
def site(region: Region) -> Iterator[str]:
    drafted(region)
    talk_draft(region)
    hour_draft(region)
    with serving(region.app) as address:
        yield address


@pytest.fixture
def page(context: BrowserContext, region: Region, site: str) -> Iterator[Page]:
    with at_work(context, region, site) as page:
        yield page


def opened(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("[data-fields]").wait_for()
    page.evaluate(MEASURED)


def listening(page: Page) -> Callable[[str], None]:
    """What is said from now on is remembered: what follows may be said soon after."""
    page.evaluate(
        """place => {
          window.heard = [];
          new MutationObserver(() => window.heard.push(place.textContent.trim())).observe(place, { childList: true });
        }""",
        page.locator(SAID).element_handle(),
    )

    def heard(words: str) -> None:
        for _ in range(20 * HANG):
            if words in page.evaluate("window.heard"):
                return
            page.wait_for_timeout(50)
        raise AssertionError(page.evaluate("window.heard"))

    return heard


def settled(page: Page) -> None:
    assert page.evaluate("window.authorDesk.settled(15000)")


def changed(region: Region, before: str, path: str = "samtal.yaml", name: str = "samtal", kind: Kind = Kind.SET) -> list[str]:  # fmt: skip
    found = difflib.ndiff(before.splitlines(), written(region, path, name, kind).splitlines())
    return [line for line in found if line[0] in "+-"]


def at(page: Page, time: str) -> None:
    page.get_by_label("Tid", exact=True).fill(time)
    page.keyboard.press("Tab")


def test_two_pauses_are_made_by_keyboard(page: Page, site: str, region: Region) -> None:
    change(region, {"samtal.yaml": BARE}, "samtal", Kind.SET)
    opened(page, f"{site}/write/set/samtal/")
    for time, asks in (("0:04", "Vad får barnet välja?"), ("0:02", "Vad vet barnet just nu?")):
        at(page, time)
        stop = page.get_by_role("button", name=f"Stanna här ({time})")
        expect(stop).to_be_focused()
        heard = listening(page)
        page.keyboard.press("Enter")
        ask = page.locator("[data-list=pauses] [data-field=ask]:focus")
        expect(ask).to_have_value("")
        heard(f"Paus 1 vid {time}. Skriv frågan.")
        page.keyboard.type(asks)
        settled(page)
    arches = page.locator("[data-stops] .stop")
    expect(arches).to_have_count(2)
    expect(arches.nth(1)).to_have_attribute("aria-label", "Paus 2 vid 0:04")
    lines = [line for line in changed(region, BARE) if "id:" not in line]
    assert lines == [
        "+ pauses:", '+     at: "0:02"', "+     ask: Vad vet barnet just nu?", '+     at: "0:04"', "+     ask: Vad får barnet välja?",
    ]  # fmt: skip
    expect(page.locator("[data-live=time] [data-say]")).to_contain_text(
        "Samtalet tar 31 min: ryms i 45, inte i 30."
    )
    page.get_by_role("button", name="Ta bort: Pausfråga 1").press("Enter")
    page.locator(".toast").get_by_role("button", name="Ångra").press("Enter")
    expect(page.locator("[data-list=pauses] [data-item]")).to_have_count(2)


def test_the_same_place_in_the_described_film(page: Page, site: str, region: Region) -> None:
    before = TALK.replace('    described_at: "0:05"\n', "")
    change(region, {"samtal.yaml": before}, "samtal", Kind.SET)
    opened(page, f"{site}/write/set/samtal/")
    page.get_by_role("button", name="Hitta i den syntolkade Pausfråga 2").press("Enter")
    suggested = page.locator("[data-suggestion]")
    expect(suggested).to_have_text(
        "Förslag: 0:05, räknat på filmernas längd. Lyssna och flytta till rätt ställe."
    )
    expect(page.get_by_label("Vilken paus?").locator("option:checked")).to_have_text("Paus 2 vid 0:04")
    at(page, "0:06")
    page.get_by_role("button", name="… och här i den syntolkade (0:06)").press("Enter")
    expect(page.locator(SAID)).to_have_text("Paus 2 stannar vid 0:06 i den syntolkade.")
    settled(page)
    assert changed(region, before) == ['+     described_at: "0:06"']


def test_a_pause_is_moved_by_typing_and_by_plus(page: Page, site: str, region: Region) -> None:
    opened(page, f"{site}/write/set/samtal/")
    first = page.locator("[data-item='#paaa']")
    time = first.locator("[data-field=at]")
    time.focus()
    page.keyboard.press("+")
    expect(time).to_have_value("0:03")
    page.keyboard.press("-")
    page.keyboard.press("Alt+ArrowDown")
    expect(page.locator(SAID)).to_contain_text("Pauserna står i filmens ordning.")
    time.fill("0:05")
    page.keyboard.press("Tab")
    expect(page.locator(SAID)).to_contain_text("nummer 2 av 2")
    settled(page)
    after = written(region, "samtal.yaml", "samtal", Kind.SET)
    assert after.index("pbbb") < after.index("paaa")
    assert sorted(after.splitlines()) == sorted(TALK.replace('at: "0:02"', 'at: "0:05"').splitlines())


def test_the_film_plays_from_a_pause_with_captions_on(page: Page, site: str) -> None:
    opened(page, f"{site}/write/set/samtal/")
    film = page.locator("video[data-player=film]")
    assert film.evaluate("(one) => one.textTracks[0].mode") == "showing"
    page.get_by_role("button", name="Spela härifrån Pausfråga 2").press("Enter")
    expect(page.locator("[data-time]")).to_have_text(re.compile(r"0:0[456] / 0:06"))
    page.get_by_role("button", name="Spela eller pausa").press("Enter")
    page.get_by_role("button", name="5 s tillbaka").press("Enter")
    page.get_by_label("Var i filmen").press("Home")
    expect(page.get_by_role("button", name="Stanna här (0:00)")).to_be_visible()


def test_a_film_that_is_a_link_is_stopped_by_a_typed_time(page: Page, site: str, region: Region) -> None:
    before = BARE.replace("  file: media/kort.webm\n", "  url: https://film.example.se/kort\n")
    change(region, {"samtal.yaml": before}, "samtal", Kind.SET)
    opened(page, f"{site}/write/set/samtal/")
    expect(page.locator("video")).to_have_count(0)
    page.get_by_label("Var i filmen").press("ArrowRight")
    expect(page.get_by_role("button", name="Stanna här (0:01)")).to_be_visible()
    at(page, "3")
    page.get_by_role("button", name="Stanna här (0:03)").press("Enter")
    page.locator("[data-list=pauses] [data-field=ask]:focus").fill("Och nu?")
    settled(page)
    assert '    at: "0:03"' in written(region, "samtal.yaml", "samtal", Kind.SET).splitlines()
    assert violations(page) == []


def test_a_film_that_is_chosen_brings_its_length(page: Page, site: str, region: Region) -> None:
    before = BARE[: BARE.index("film:")] + "film:\n  title: Kort film\n"
    change(region, {"samtal.yaml": before}, "samtal", Kind.SET)
    with region.database.writing() as session:
        known = draft(session, Kind.SET, "samtal")
        assert known is not None
        sha = files(session, known)["media/kort.webm"]
        session.merge(MediumFacts(sha256=sha, kind="film", milliseconds=6_008, made_on=MONDAY))
    opened(page, f"{site}/write/set/samtal/")
    page.get_by_role("button", name="Välj fil Filmfil").first.press("Enter")
    page.get_by_role("region", name="Välj en film").get_by_role("button", name="kort.webm").first.press(
        "Enter"
    )
    page.locator("video").wait_for()
    expect(page.locator("[data-group=film] > .stack > [data-box=file] input")).to_be_focused()
    settled(page)
    after = written(region, "samtal.yaml", "samtal", Kind.SET)
    assert sorted(after.splitlines()) == sorted(
        [*before.splitlines(), "  file: media/kort.webm", '  length: "0:06"']
    )


def test_a_still_is_written_and_shown_in_the_text(page: Page, site: str, region: Region) -> None:
    picture = region.app.extensions["media_store"].put(BytesIO(PNG))
    change(region, {"media/still.png": picture}, "samtal", Kind.SET)
    opened(page, f"{site}/write/set/samtal/")
    page.get_by_role("button", name="Lägg till stillbild").press("Enter")
    still = page.get_by_role("group", name="Stillbilder").get_by_role("listitem")
    for label, words in (("Här i filmen", "0:01"), ("Bild", "media/still.png"), ("Bilden visar", "Ett barn väntar.")):  # fmt: skip
        still.get_by_label(label, exact=True).fill(words)
    settled(page)
    lines = ["stills:", '  - at: "0:01"', "    picture: media/still.png", "    shows: Ett barn väntar."]
    assert changed(region, TALK) == [f"+   {line}" for line in lines]
    shown = page.frame_locator("[data-preview]").get_by_role(
        "img", name="Ett barn väntar.", include_hidden=True
    )
    expect(shown).to_have_count(1)


def test_a_right_is_lent_from_where_the_film_is_shown(page: Page, site: str, region: Region) -> None:
    other = TALK.replace("  rights:\n    basis: Eget verk\n", "").replace("id: samtal", "id: annat")
    talk_draft(region, "annat", other)
    opened(page, f"{site}/write/set/annat/")
    page.get_by_role("button", name="Skriv samma visningsrätt här").press("Enter")
    basis = page.get_by_label("Grund")
    expect(basis).to_have_value("Eget verk")
    expect(basis).to_be_focused()
    found = changed(region, other, "annat.yaml", "annat")
    assert found == ["+   rights:", "+     basis: Eget verk"]


def test_minutes_are_told_as_they_change(page: Page, site: str, region: Region) -> None:
    opened(page, f"{site}/write/set/samtal/")
    page.locator("[data-item='#aaaa']").get_by_label("Minuter").first.fill("3")
    settled(page)
    words = "Samtalet tar 15 min: ryms i 15. Ensam: ungefär 7 min."
    expect(page.locator("[data-live=time] [data-say]")).to_have_text(words)
    expect(page.locator(SAID)).to_contain_text(words)
    assert changed(region, TALK) == ["-     minutes: 19", "+     minutes: 3"]
    expect(page.frame_locator("[data-preview]").locator("body")).to_contain_text("Vad vet barnet just nu?")
    assert CANARY not in page.frame_locator("[data-preview]").locator("html").inner_html()


def test_an_hour_that_is_too_long_is_mended_at_one_press(page: Page, site: str, region: Region) -> None:
    opened(page, f"{site}/write/course/timme/")
    told = page.locator("[data-live=hour] [data-say]")
    expect(told).to_have_text("63 minuter av 60: 3 för mycket.")
    page.get_by_role("button", name="Korta Fyra hörn från 8 till 5").press("Enter")
    expect(told).to_have_text("60 minuter av 60. Det går jämnt upp.")
    expect(page.get_by_role("heading", name="Timmen")).to_be_focused()
    expect(page.locator("[data-item='#cccc'] [data-field=minutes]")).to_have_value("5")
    assert changed(region, HOUR, "course.yaml", "timme", Kind.COURSE) == [
        "-     minutes: 8",
        "+     minutes: 5",
    ]
    page.locator(".toast").get_by_role("button", name="Ångra").press("Enter")
    expect(told).to_have_text("63 minuter av 60: 3 för mycket.")
    assert changed(region, HOUR, "course.yaml", "timme", Kind.COURSE) == []


def test_items_change_places_by_key_here_and_in_the_outline(page: Page, site: str, region: Region) -> None:
    opened(page, f"{site}/write/course/timme/")
    title = page.locator("[data-item='#cccc'] [data-field=title]")
    title.focus()
    page.keyboard.press("Alt+ArrowUp")
    expect(title).to_be_focused()
    expect(page.locator(SAID)).to_have_text("Punkt är nu nummer 2 av 3.")
    settled(page)
    expect(page.locator("[data-outline] a").nth(1)).to_contain_text("Fyra hörn")
    after = written(region, "course.yaml", "timme", Kind.COURSE)
    assert sorted(after.splitlines()) == sorted(HOUR.splitlines())
    assert after.index("cccc") < after.index("bbbb")


def test_a_scene_of_the_map_leads_to_its_words(page: Page, site: str, region: Region) -> None:
    change(region, {LESSON: STORY})
    page.goto(f"{site}/write/course/{COURSE}/{LESSON}")
    opens = page.get_by_role("button", name="Ändra i formulär")
    opens.wait_for()
    opens.click()
    nodes = page.locator("[data-scene]")
    expect(nodes).to_have_count(3)
    nodes.nth(2).focus()
    page.keyboard.press("Enter")
    field = page.locator("[data-item='#sccc'] [data-field=text]")
    expect(field).to_be_focused()
    page.evaluate("document.querySelectorAll('[data-fields] details').forEach((it) => { it.open = true })")
    page.get_by_label("Fortsätter med").first.select_option(label="3. Ingen frågar.")
    expect(page.locator("[data-scene=sccc]")).to_have_class("end")
    assert violations(page) == []


def test_the_forms_are_open_to_all(page: Page, site: str, region: Region) -> None:
    """axe, 320 px, larger text spacing, light and dark."""
    found = []
    for address in ("/write/set/samtal/", "/write/course/timme/", "/write/course/timme/item/cccc"):
        opened(page, site + address)
        found += unlike_itself(page, address)
    assert not found, "\n".join(found)
