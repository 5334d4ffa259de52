"""Other lengths of an hour in a real browser, by keyboard: begun from the agenda, shortened at one press, taken back."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from course_builder.library.drafts.models import Kind
from tests.acceptance.axe import violations
from tests.web.authoring.drafted import drafted, written
from tests.web.authoring.site import at_work
from tests.web.authoring.talks import hour_draft, talk_draft
from tests.web.authoring.test_lengths import LENGTHS
from tests.web.region import Region
from tests.web.served import serving

pytestmark = pytest.mark.browser
RULERS = "[data-live=length] [data-say]"


@pytest.fixture
def page(context: BrowserContext, region: Region) -> Iterator[Page]:
    drafted(region)
    talk_draft(region)
    hour_draft(region, LENGTHS)
    with serving(region.app) as site, at_work(context, region, site) as page:
        page.goto(f"{site}/write/course/timme/")
        page.locator("[data-fields]").wait_for()
        yield page


def saved(page: Page, region: Region) -> str:
    assert page.evaluate("window.authorDesk.settled(15000)")
    return written(region, "course.yaml", "timme", Kind.COURSE)


def test_a_length_is_shortened_at_one_press_and_taken_back(page: Page, region: Region) -> None:
    page.locator(".lengths summary").first.press("Enter")
    expect(page.locator(RULERS).first).to_have_text("35 minuter av 30: 5 för mycket.")
    page.get_by_role("button", name="Korta Tre hörn från 12 till 7").press("Enter")
    expect(page.locator(RULERS).first).to_have_text("30 minuter av 30. Det går jämnt upp.")
    assert saved(page, region) == LENGTHS.replace("minutes: 12", "minutes: 7")
    page.locator(".toast").get_by_role("button", name="Ångra").press("Enter")
    expect(page.locator(RULERS).first).to_have_text("35 minuter av 30: 5 för mycket.")
    assert saved(page, region) == LENGTHS


def test_a_new_length_and_an_item_of_its_own(page: Page, region: Region) -> None:
    page.get_by_role("button", name="Lägg till längd").press("Enter")
    expect(page.locator(".lengths > .listing > [data-items] > li")).to_have_count(3)
    expect(page.locator(":focus")).to_have_value("45")
    expect(page.locator(RULERS).nth(2)).to_have_text("94 minuter av 45: 49 för mycket.")
    new = page.locator(".lengths > .listing > [data-items] > li").nth(2)
    new.get_by_label("Punkt att lägga till").select_option(label="En egen punkt")
    new.get_by_role("button", name="Lägg till punkt").press("Enter")
    title = new.locator("[data-field=title]").last
    expect(title).to_be_focused()
    page.keyboard.type("Fika")
    expect(page.locator(RULERS).nth(2)).to_have_text("99 minuter av 45: 54 för mycket.")
    text = saved(page, region)
    assert text.startswith(LENGTHS)
    added = text.removeprefix(LENGTHS).splitlines()
    assert added[:4] == ["  - minutes: 45", "    agenda:", "      - same: film", "        minutes: 31"]
    assert added[-2:] == ["        title: Fika", "        minutes: 5"]
    assert violations(page) == []
