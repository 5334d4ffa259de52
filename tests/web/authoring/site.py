"""The application on a port with a course to write in, and trainers in browsers of their own."""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.acceptance.axe import violations
from tests.acceptance.looks import faults, spaced_faults
from tests.acceptance.web import Complaints
from tests.web.authoring.drafted import COURSE, drafted
from tests.web.looked import DRAWN, PICTURES
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


@contextmanager
def at_work(
    context: BrowserContext,
    region: Region,
    address: str,
    expected: Collection[str] = (),
) -> Iterator[Page]:
    """A trainer's page. At the end the browser has complained of nothing but what is expected."""
    sign_in(context, region, "trainer", address)
    page = context.new_page()
    complaints = Complaints(page, address)
    yield page
    assert [said for said in complaints.heard if not any(word in said for word in expected)] == []


def unlike_itself(page: Page, name: str) -> list[str]:
    """What is amiss with the forms of the open page at any size, in light and dark, and with larger text spacing.

    `PICTURES` names a folder for pictures of it.
    """
    found = []
    page.evaluate("document.querySelectorAll('[data-fields] details').forEach((it) => { it.open = true })")
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
            page.evaluate(DRAWN)
            found += [f"{name} {width} {scheme}: {one}" for one in [*violations(page), *faults(page)]]
            if PICTURES:
                file = f"{name.strip('/').replace('/', '-')}-{width}-{scheme}.png"
                page.screenshot(path=Path(PICTURES) / file, full_page=True)
        found += [f"{name} {width}: {one}" for one in spaced_faults(page)]
    return found


AT = f"/write/course/{COURSE}"
SAVED = "[data-saved]"


def saved(page: Page) -> None:
    """Waits until the page says so."""
    expect(page.locator(SAVED)).to_contain_text("Sparat 09.00")


__all__ = [
    "AT",
    "DRAWN",
    "PICTURES",
    "Complaints",
    "Opens",
    "address",
    "at_work",
    "opens",
    "saved",
    "unlike_itself",
]
