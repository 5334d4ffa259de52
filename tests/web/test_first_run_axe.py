"""The first page of an empty place in a real browser, as it opens and with a code that is wrong: axe-core, reflow, targets."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Page

from course_builder.settings import Settings
from course_builder.web import first_run
from course_builder.web.application import create_app
from tests.acceptance.axe import violations
from tests.acceptance.web import Complaints
from tests.web.looked import looked_at
from tests.web.served import serving
from tests.web.test_first_run import CODE, SAID

pytestmark = pytest.mark.browser


@pytest.fixture
def address(settings: Settings) -> Iterator[str]:
    app: Flask = create_app(settings)
    first_run.open_with(app, CODE)
    with serving(app) as served:
        yield served
    app.extensions["database"].close()


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_first_page(page: Page, address: str, language: str) -> None:
    complaints = Complaints(page, address)
    found = looked_at(page, f"{address}/first", language)
    for name, text in (SAID | {"code": "WRONG-1234"}).items():
        page.locator(f"[name={name}]").fill(text)
    page.locator("main form button").click()
    page.locator("[role=alert]").wait_for()
    found += violations(page)
    assert [*found, *(said for said in complaints.heard if "status of 422" not in said)] == []
