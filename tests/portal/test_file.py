"""The course as files, without a portal: what is kept, under which name, and how it is cleared."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.portal.courses import FIRST, course, package

pytestmark = pytest.mark.browser
KEPT_HERE = "Det du gör sparas bara i den här webbläsaren. Ingen portal får veta något."
STORE = "() => ({ ...localStorage })"
Opened = Callable[..., Page]


@pytest.fixture
def opened(page: Page, tmp_path: Path) -> Iterator[Opened]:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))

    def open_course(name: str = "kurs", **changes: str) -> Page:
        folder = tmp_path / f"Min mapp åäö {name}"
        for path, data in package(course(**changes), "web").items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
        page.goto((folder / "index.html").as_uri())
        page.wait_for_selector("[data-notice=channel]")
        return page

    yield open_course
    assert errors == []


def answer(page: Page) -> None:
    form = page.locator("section.part:visible form.q")
    form.get_by_text("Några barn", exact=True).click()
    form.get_by_role("button", name="Svara").click()


def test_it_says_that_nothing_is_recorded_and_keeps_what_is_done(opened: Opened) -> None:
    page = opened()
    expect(page.locator("[data-notice=channel]")).to_contain_text(KEPT_HERE)
    answer(page)
    page.locator("section.part:visible .p-next .primary").click()
    page.goto("about:blank")
    page = opened()
    expect(page.get_by_role("heading", name="Att lyssna på barnet")).to_be_visible()
    page.get_by_role("link", name="Varför barn har rättigheter").first.click()
    expect(page.locator("form.q .wrong")).to_contain_text("Några barn")
    expect(page.get_by_role("button", name="Spara och stäng")).to_be_hidden()


def test_it_is_kept_under_the_names_of_course_and_release(opened: Opened) -> None:
    page = opened()
    names = sorted(page.evaluate(STORE))
    release = page.evaluate("() => JSON.parse(document.getElementById('course').textContent).course.release")
    assert names == sorted(["course-builder:provkurs:latest", f"course-builder:provkurs:{release}"])


def test_a_new_release_goes_on_from_the_one_before(opened: Opened) -> None:
    answer(opened())
    page = opened("ny", barnet=FIRST.replace("egna rättigheter.", "rättigheter."))
    expect(page.locator("form.q .wrong")).to_contain_text("Några barn")
    assert len(page.evaluate(STORE)) == 3


def test_the_learner_clears_this_course_and_no_other(opened: Opened) -> None:
    page = opened()
    page.evaluate("() => { localStorage['course-builder:annan:1'] = 'x' }")
    answer(page)
    page.locator("section.part:visible .p-next .primary").click()
    page.get_by_role("button", name="Rensa det jag har gjort").click()
    expect(page.get_by_role("heading", name="Varför barn har rättigheter")).to_be_visible()
    expect(page.locator("form.q .wrong")).to_have_count(0)
    kept = page.evaluate(STORE)
    assert kept["course-builder:annan:1"] == "x"
    assert all(value.startswith("1--") and value.endswith(";;;;") for name, value in kept.items() if "provkurs" in name and not name.endswith("latest"))  # fmt: skip


def test_without_a_store_the_course_works_from_memory(opened: Opened, page: Page) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })"
    )
    opened()
    expect(page.locator("[data-notice=channel]")).to_have_text(
        "Det du gör sparas inte, och ingen portal får veta något."
    )
    answer(page)
    expect(page.locator("form.q .wrong")).to_contain_text("Några barn")


def test_a_full_store_stops_nothing(opened: Opened, page: Page) -> None:
    page.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"
    )
    opened()
    answer(page)
    expect(page.locator("form.q .wrong")).to_contain_text("Några barn")


def test_without_a_script_everything_can_be_read(browser: Browser, tmp_path: Path) -> None:
    page = browser.new_page(java_script_enabled=False)
    for path, data in package(course(), "web").items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    page.goto((tmp_path / "index.html").as_uri())
    for heading in ("Varför barn har rättigheter", "Att lyssna på barnet", "Vad minns du?"):
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
    expect(page.get_by_role("button", name="Spara och stäng")).to_have_count(0)
    page.close()
