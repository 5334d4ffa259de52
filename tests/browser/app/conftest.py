"""The whole application on a port of its own, a course released in it, and people who open it in a browser."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page
from werkzeug.serving import make_server

from course_builder.content.course import Course
from course_builder.database.store import Database
from course_builder.people import sign_in
from course_builder.settings import Settings
from course_builder.web.application import create_app
from tests.database.places import SqlitePlaces
from tests.web.region import Region, Time, build
from tests.web.taught import HERE, Taught

PATIENCE = 8_000
Enter = Callable[..., Page]


@pytest.fixture
def region(tmp_path: Path, sqlite_places: SqlitePlaces) -> Iterator[Region]:
    time = Time()
    settings = Settings(data=str(tmp_path), database_url=sqlite_places.database_url(tmp_path))
    app = create_app(settings, [], time)
    database: Database = app.extensions["database"]
    made = Region(app, database, time)
    build(made)
    yield made
    database.close()


@pytest.fixture
def taught(region: Region, tmp_path: Path) -> Taught:
    return Taught(region, tmp_path / "taught" / "tio")


@pytest.fixture
def tio(taught: Taught) -> Course:
    return taught.course(taught.release(more="attempts: 2\n"))


@contextmanager
def serving(app: Flask) -> Iterator[str]:
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()


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
        page.set_default_timeout(PATIENCE)
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
