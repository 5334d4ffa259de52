"""The whole application on a port of its own, a course released in it, and people who open it in a browser."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from course_builder.content.course import Course
from course_builder.people import sign_in
from course_builder.settings import Settings
from tests.database.places import SqlitePlaces
from tests.web.region import Region, opened
from tests.web.served import serving
from tests.web.taught import HERE, Taught

Enter = Callable[..., Page]


@pytest.fixture
def region(tmp_path: Path, sqlite_places: SqlitePlaces) -> Iterator[Region]:
    settings = Settings(data=str(tmp_path), database_url=sqlite_places.database_url(tmp_path))
    with opened(settings) as made:
        yield made


@pytest.fixture
def taught(region: Region, tmp_path: Path) -> Taught:
    return Taught(region, tmp_path / "taught" / "tio")


@pytest.fixture
def tio(taught: Taught) -> Course:
    return taught.course(taught.release(more="attempts: 2\n"))


@pytest.fixture
def site(region: Region) -> Iterator[str]:
    """The application's address."""
    with serving(region.app) as address:
        yield address


def sign_in_as(region: Region, site: str, context: BrowserContext, key: str) -> None:
    """The browser now holds her session, whoever's it held before."""
    with region.database.writing() as session:
        token = sign_in.start(session, region.accounts[key], region.time())
    context.add_cookies([{"name": region.app.config["SIGN_IN_COOKIE"], "value": token, "url": site}])


@pytest.fixture
def enter(region: Region, site: str, tio: Course, context: BrowserContext) -> Iterator[Enter]:
    """`enter("rep")` signs her in and opens the course, begun if she had not; `enter("")` opens one more window.
    Errors of any window fail the test.
    """
    errors: list[str] = []

    def open_course(key: str = "rep", where: BrowserContext | None = None) -> Page:
        browser = where or context
        if key:
            sign_in_as(region, site, browser, key)
        page = browser.new_page()
        page.on("pageerror", lambda error: errors.append(error.stack or str(error)))
        page.goto(f"{site}{HERE}")
        start = page.locator("form[action$='/start'] button")
        if start.count():
            start.click()
        page.wait_for_selector(".bar")
        return page

    yield open_course
    assert errors == []


@pytest.fixture
def browser_other(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[BrowserContext]:
    """Another device."""
    made = browser.new_context(**browser_context_args)
    yield made
    made.close()
