"""The leader's view by ear and for everybody's eyes: a virtual screen reader, and axe in each of its states."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.acceptance.axe import violations
from tests.acceptance.reader import Reader
from tests.meetings.held import Held
from tests.meetings.run import Running, running

pytestmark = pytest.mark.browser

TIME = re.compile(r"\d+:\d\d")


@pytest.fixture
def run(held: Held, browser: Browser) -> Iterator[Running]:
    with running(held, browser) as made:
        yield made


def lines(heard: list[str]) -> list[str]:
    """Without the seconds, which are others each time."""
    return [TIME.sub("0:00", line) for line in heard]


def test_what_a_screen_reader_says_of_the_step_that_is_on(run: Running) -> None:
    page = run.leader()
    run.start(page)
    heard = lines(Reader(page).read(page.locator(".now-item")))
    assert heard[:9] == [
        "region, Välkommen och spelregler",
        "paragraph",
        "Nu · steg 1 av 14 · leds av chef",
        "end of paragraph",
        "Helgrupp",
        "heading, Välkommen och spelregler, level 2",
        "image, Rummet visar: Välkommen och spelregler",
        "timer",
        "0:00",
    ]
    assert [line.split(",")[1].strip() for line in heard if line.startswith("button")] == [
        "+1 min på det här steget", "Förra bilden", "Nästa bild", "Nästa: Varför gör vi det här?", "Pausa klockan", "Tillbaka",
        "Släck rummet", "Mörk rumsvy", "Steget", "Hela timmen", "Koden till telefonerna", "Gå dit",
    ]  # fmt: skip
    assert "button, Förra bilden, disabled" in heard


def test_a_proposal_says_what_it_does_before_it_is_taken(run: Running) -> None:
    page = run.leader()
    run.start(page)
    run.later(7.5)
    expect(page.locator("[data-is=late-by]")).to_have_text("ni ligger 4 min efter")
    heard = lines(Reader(page).read(page.locator(".clock-box")))
    said = [line for line in heard if "Ni ligger" in line or "ni ligger" in line or line.startswith("button")]
    assert said == [
        "ni ligger 4 min efter",
        "button, Gör så: Korta en punkt",
        "button, Gör så: Hoppa över Incheckning",
        "button, Gör så: Låt det ta tid",
    ]


def test_ta_en_paus_by_ear(run: Running) -> None:
    page = run.leader()
    run.start(page)
    reader = Reader(page)
    reader.listen()
    page.keyboard.press("t")
    page.clock.run_for(200)
    heard = reader.heard()
    assert "heading, Ni tar en paus, level 2" in heard
    assert "polite: Ni tar en paus. Film och klocka står stilla." in heard
    script = Reader(page).read(page.locator("[data-is=calm]"))
    assert [line for line in script if line.startswith("heading")] == [
        "heading, Ni tar en paus, level 2",
        "heading, Om någon har berättat något, level 3",
        "heading, Stöd att visa på, level 3",
        "heading, Oro för ett barn: följ rutinen i dag, level 3",
    ]
    assert "Orosanmälan görs inte här. Följ er rutin." in script


def test_a_new_step_is_said_once_and_the_focus_stays(run: Running) -> None:
    page = run.leader()
    run.start(page)
    button = page.get_by_role("button", name="Nästa:")
    button.focus()
    reader = Reader(page)
    reader.listen()
    page.keyboard.press("Enter")
    page.clock.run_for(200)
    heard = reader.heard()
    assert heard.count("polite: Nu: Varför gör vi det här. 5 minuter.") == 1
    expect(button).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_it_is_accessible_in_each_of_its_states(run: Running, width: int, scheme: str) -> None:
    page = run.leader(viewport={"width": width, "height": 800}, color_scheme=scheme)
    expect(page.get_by_role("button", name="Börja timmen")).to_be_visible()
    assert violations(page) == [], "before the start"
    run.start(page)
    run.later(8)
    assert violations(page) == [], "late"
    page.keyboard.press("t")
    assert violations(page) == [], "a break"
    page.keyboard.press("t")
    page.get_by_role("button", name="Gör så").first.click()
    film(page)
    page.keyboard.press("f")
    assert violations(page) == [], "a film, and a toast"
    page.keyboard.press("?")
    assert violations(page) == [], "the keys"
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Avsluta").click()
    assert violations(page) == [], "over"
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def film(page: Page) -> None:
    page.get_by_text("På väggen", exact=True).click()
    page.get_by_label("Gå till ett annat steg").select_option(label="Väntrummet (5 min)")
    page.get_by_role("button", name="Gå dit").click()
    page.locator("h2#now-heading").click()
