"""The main menu of somebody with many pages: a calm row on a phone that opens without a script; and the way back from
what she has just done, by keyboard.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from course_builder.people.models import Appointment
from tests.acceptance.axe import violations
from tests.web.region import Region
from tests.web.served import serving, sign_in

pytestmark = pytest.mark.browser
CALM = 190
"""Pixels of a phone's screen that the head of a page may take."""


@pytest.fixture
def phone(region: Region, browser: Browser) -> Iterator[tuple[BrowserContext, str]]:
    """Without any script."""
    context = browser.new_context(viewport={"width": 320, "height": 640}, java_script_enabled=False)
    with serving(region.app) as address:
        yield context, address
    context.close()


@pytest.mark.parametrize("key", ["coordinator", "manager", "admin"])
def test_on_a_phone_it_is_folded_away_and_opens_without_a_script(
    region: Region, phone: tuple[BrowserContext, str], key: str
) -> None:
    context, address = phone
    sign_in(context, region, key, address)
    page = context.new_page()
    page.goto(f"{address}/me")
    head = page.locator("header.top").bounding_box()
    assert head is not None
    assert head["height"] < CALM
    expect(page.get_by_role("link", name="Kurskatalog")).to_be_hidden()
    page.locator("header summary").focus()
    page.keyboard.press("Enter")
    page.get_by_role("navigation", name="Huvudmeny").get_by_role("link", name="Kurskatalog").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kurskatalog")


def test_on_paper_there_is_the_page_and_no_way_to_others(region: Region, context: BrowserContext) -> None:
    with serving(region.app) as address:
        sign_in(context, region, "coordinator", address)
        page = context.new_page()
        page.goto(f"{address}/apt/coverage")
        expect(page.locator("header nav, .crumbs, header .who").locator("visible=true")).not_to_have_count(0)
        page.emulate_media(media="print")
        expect(page.locator("header nav, .crumbs, header .who").locator("visible=true")).to_have_count(0)
        expect(page.locator("header.top .brandmark")).to_be_visible()
        expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_open_it_says_nothing_to_axe_and_fits(region: Region, context: BrowserContext) -> None:
    with serving(region.app) as address:
        sign_in(context, region, "coordinator", address)
        page = context.new_page()
        page.set_viewport_size({"width": 320, "height": 640})
        page.goto(f"{address}/people")
        page.locator("header summary").click()
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        expect(page.get_by_role("navigation", name="Huvudmeny").locator("[aria-current]")).to_have_text(
            "Personer"
        )
        page.set_viewport_size({"width": 1280, "height": 800})
        expect(page.locator("header summary")).to_be_hidden()
        expect(page.get_by_role("navigation", name="Huvudmeny")).to_have_count(1)


def test_what_was_done_is_taken_back_by_keyboard(region: Region, context: BrowserContext) -> None:
    with serving(region.app) as address:
        sign_in(context, region, "coordinator", address)
        page = context.new_page()
        page.goto(f"{address}/people/{region.people['rep']}")
        page.locator("main details summary").first.click()
        page.get_by_role("button", name="Avsluta uppdraget").press("Enter")
        toast = page.locator(".toast[role=status]")
        expect(toast).to_contain_text("Uppdraget är avslutat.")
        assert violations(page) == []
        _tab_to(page, "Ångra")
        page.keyboard.press("Enter")
        expect(toast).to_contain_text("Ändringen är ångrad.")
        expect(toast.get_by_role("button", name="Gör om")).to_be_visible()
    with region.database.reading() as session:
        assert session.query(Appointment).filter_by(person_id=region.people["rep"]).one().ends is None


def _tab_to(page: Page, name: str) -> None:
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent").strip() == name:
            return
    raise AssertionError(f"{name} is not reached")
