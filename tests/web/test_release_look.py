"""Pages of versions in a real browser: axe-core, reflow, targets, both languages; published by keyboard alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from course_builder.library.releases import release, releases
from course_builder.people import sign_in
from tests.acceptance.axe import violations
from tests.acceptance.looks import faults, moving
from tests.web.region import MONDAY, Region
from tests.web.served import serving

pytestmark = pytest.mark.browser

NAME = "/courses/liten"
PAGES = ("", "release", "versions", "versions/compare?old=1&new=draft", "settings", "versions/1/download")
SIZES = {"wide": (1280, 800), "narrow": (320, 640)}


@pytest.fixture
def site(region: Region) -> Iterator[str]:
    with serving(region.app) as address:
        yield address


@pytest.fixture
def trainer(browser: Browser, region: Region, site: str) -> Iterator[Page]:
    with region.database.writing() as session:
        token = sign_in.start(session, region.accounts["trainer"], region.time())
    context = browser.new_context(base_url=site, reduced_motion="reduce", locale="sv-SE")
    context.add_cookies([{"name": region.app.config["SIGN_IN_COOKIE"], "value": token, "url": site}])
    yield context.new_page()
    context.close()


def publish(region: Region, courses: Path) -> None:
    with region.database.writing() as session:
        release(session, region.app.extensions["media_store"], courses / "liten", None, "Välkommen.", None, MONDAY)  # fmt: skip


def look(page: Page, address: str) -> list[str]:
    found = []
    for language in ("sv", "en"):
        page.goto(f"{address}{'&' if '?' in address else '?'}lang={language}")
        assert page.locator("html").get_attribute("lang") == language
        for size, (width, height) in SIZES.items():
            page.set_viewport_size({"width": width, "height": height})
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
                told = [*violations(page), *faults(page), *moving(page)]
                found += [f"{language} {size} {scheme}: {one}" for one in told]
    return found


@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_a_published_course(trainer: Page, region: Region, courses: Path, page: str) -> None:
    publish(region, courses)
    region.edit("liten", "start.md", "id: tank", "id: tyck")
    assert look(trainer, f"{NAME}/{page}") == []


@pytest.mark.parametrize("page", ["release", "versions"])
def test_a_page_before_the_first_version(trainer: Page, page: str) -> None:
    assert look(trainer, f"{NAME}/{page}") == []


def test_a_page_that_says_what_stops(trainer: Page, region: Region) -> None:
    region.edit("liten", "start.md", "crc:12", "crc:99")
    assert look(trainer, f"{NAME}/release") == []


def test_what_is_missing_is_told_beside_its_field(trainer: Page, region: Region, courses: Path) -> None:
    publish(region, courses)
    trainer.goto(f"{NAME}/settings")
    trainer.get_by_label("Både här och i portalen").check()
    trainer.get_by_role("button", name="Spara").click()
    assert trainer.get_by_role("alert").inner_text() == (
        "Skriv kursens adress i portalen, för medarbetare eller för externa användare."
    )
    assert [*violations(trainer), *faults(trainer)] == []


def test_a_correction_is_published_by_keyboard(trainer: Page, region: Region, courses: Path) -> None:
    publish(region, courses)
    region.edit("liten", "start.md", "Barnet har", "Varje barn har")
    trainer.goto(f"{NAME}/")
    trainer.get_by_role("link", name="Publicera").focus()
    trainer.keyboard.press("Enter")
    trainer.get_by_role("radio", name="Språklig ändring").focus()
    trainer.keyboard.press("ArrowDown")
    trainer.keyboard.press("ArrowDown")
    while trainer.evaluate("document.activeElement.id") != "note":
        trainer.keyboard.press("Tab")
    trainer.keyboard.type("Lagrummet var fel.")
    trainer.keyboard.press("Tab")
    trainer.keyboard.press("Enter")
    trainer.get_by_role("status").get_by_text("Version 2 är publicerad.").wait_for()
    assert trainer.get_by_role("row").nth(1).inner_text().split()[:3] == ["2", "Gäller", "nu"]
    with region.database.reading() as session:
        made = releases(session, "liten")[0]
    assert (made.number, made.change, made.note) == (2, "correction", "Lagrummet var fel.")
