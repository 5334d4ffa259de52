"""The pages of a course taken here, narrow and wide, light and dark: axe-core, small targets, sideways scroll, the keyboard."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from course_builder.library.models import Change
from tests.acceptance.axe import violations
from tests.acceptance.looks import faults, spaced_faults
from tests.acceptance.web import Complaints
from tests.browser.app.conftest import Enter, sign_in_as
from tests.browser.app.person import PRACTICE, QUIZ, answer, form, go, saved
from tests.web.region import Region
from tests.web.taught import HERE, Taught

pytestmark = pytest.mark.browser
SIZES = {"wide": {"width": 1280, "height": 800}, "narrow": {"width": 320, "height": 640}}


@pytest.fixture(params=SIZES)
def sized(request: pytest.FixtureRequest) -> Callable[[Page], Page]:
    def set_size(page: Page) -> Page:
        page.set_viewport_size(SIZES[request.param])
        page.emulate_media(reduced_motion="reduce")
        return page

    return set_size


def found(page: Page, name: str) -> list[str]:
    all_ = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        all_ += [f"{name}, {scheme}: {one}" for one in (*violations(page), *faults(page))]
    return all_ + [f"{name}: {one}" for one in spaced_faults(page)]


def test_every_state_of_the_player(enter: Enter, context: BrowserContext, sized: Callable[[Page], Page], site: str) -> None:  # fmt: skip
    page = sized(enter())
    saved(page)
    complaints = Complaints(page, site)
    page.reload()
    page.wait_for_selector(".bar")
    wrong = found(page, "lesson")
    go(page, PRACTICE)
    for kind in ("choice", "match", "gaps", "order"):
        answer(page, kind, right=False)
    wrong += found(page, "answered")
    go(page, QUIZ)
    wrong += found(page, "quiz not begun")
    page.get_by_role("button", name="Starta quizet").click()
    page.wait_for_selector(".quiz form.q")
    wrong += found(page, "quiz")
    saved(page)
    assert complaints.heard == []
    context.set_offline(True)
    form(page, "truth").get_by_text("Sant").click()
    form(page, "truth").get_by_role("button", name="Svara").click()
    expect(page.locator(".q-next")).to_be_visible()
    wrong += found(page, "waiting")
    page.get_by_role("button", name="Inte du? Logga ut").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    wrong += found(page, "about to sign out")
    context.set_offline(False)
    assert wrong == []


def test_the_way_in_and_the_news(
    enter: Enter,
    sized: Callable[[Page], Page],
    region: Region,
    taught: Taught,
    site: str,
    context: BrowserContext,
) -> None:
    sign_in_as(region, site, context, "rep2")
    page = sized(context.new_page())
    wrong = []
    for language in ("sv", "en"):
        page.goto(f"{site}{HERE}?lang={language}")
        wrong += found(page, f"start, {language}")
    page = sized(enter("rep"))
    saved(page)
    page.locator("section.part:not([hidden]) .p-next .primary").click()
    saved(page)
    taught.release(Change.WORDING, "Lättare text.", "attempts: 2\n", texten=("Samma rum", "Ett rum"))
    page.goto(f"{site}{HERE}")
    page.wait_for_selector(".bar")
    wrong += found(page, "a newer release")
    page.get_by_role("button", name="Change to the newer one").click()
    expect(page.get_by_role("heading", name="This is new since you read it")).to_be_visible()
    wrong += found(page, "news")
    page.get_by_role("button", name="Continue the course").click()
    expect(page.get_by_text("Ett rum, samma dag.")).to_be_attached()
    assert wrong == []


def test_with_the_keyboard_alone(enter: Enter) -> None:
    page = enter()
    go(page, QUIZ)
    press(page, "Starta quizet")
    expect(page.locator(".quiz .ask:visible")).to_be_focused()
    for _ in range(2):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('input')"):
            break
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator(".quiz .verdict:visible")).to_have_text("Rätt")
    expect(page.locator(".quiz .verdict:visible")).to_be_focused()
    press(page, "Nästa fråga")
    expect(page.locator(".quiz .ask:visible")).to_be_focused()


def press(page: Page, name: str) -> None:
    """Tab to the button, and press it."""
    for _ in range(40):
        if page.evaluate("name => document.activeElement.textContent.trim() === name", name):
            return page.keyboard.press("Enter")
        page.keyboard.press("Tab")
    return pytest.fail(f"{name} cannot be reached with the keyboard")
