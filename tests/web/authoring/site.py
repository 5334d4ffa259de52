"""The application on a port with a course to write in, and trainers in browsers of their own."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.acceptance.web import Complaints
from tests.web.authoring.drafted import COURSE, drafted
from tests.web.region import Region
from tests.web.served import serving, sign_in

Opens = Callable[..., Page]


@pytest.fixture
def address(region: Region) -> Iterator[str]:
    drafted(region, group=None)
    with serving(region.app) as found:
        yield found


@pytest.fixture
def opens(browser: Browser, region: Region, address: str) -> Iterator[Opens]:
    """`opens("trainer", "/write/…")`: a page in a browser in which she is signed in."""
    contexts: list[BrowserContext] = []

    def open_(who: str, path: str, **options: object) -> Page:
        context = browser.new_context(base_url=address, **options)  # type: ignore[arg-type]
        contexts.append(context)
        sign_in(context, region, who, address)
        page = context.new_page()
        page.goto(path)
        return page

    yield open_
    for context in contexts:
        context.close()


AT = f"/write/course/{COURSE}"
SAVED = "[data-saved]"


def saved(page: Page) -> None:
    """Waits until the page says so."""
    expect(page.locator(SAVED)).to_contain_text("Sparat 09.00", timeout=15_000)


__all__ = ["AT", "Complaints", "Opens", "address", "opens", "saved"]
