"""The player at every part of the shipped courses and in every state: axe-core, reflow, targets, spacing."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page

from course_builder.content.course import Course
from tests.acceptance.axe import violations
from tests.acceptance.in_parts import upload
from tests.acceptance.looks import faults, moving, spaced_faults
from tests.acceptance.shipped import course
from tests.browser.ten_kinds import ten_kinds
from tests.portal.courses import package
from tests.portal.server import Portal

pytestmark = pytest.mark.browser

SIZES = {"wide": {"width": 1280, "height": 800}, "narrow": {"width": 320, "height": 640}}
SCHEMES = ["light", "dark"]
COURSES = ["grundutbildning", "apt-barnkonventionen"]
PARTS = "section.part:not([hidden])"
Opened = Callable[[Course], Page]


@pytest.fixture(params=SIZES)
def size(request: pytest.FixtureRequest) -> dict[str, int]:
    return SIZES[request.param]


@pytest.fixture(params=SCHEMES)
def opened(request: pytest.FixtureRequest, page: Page, portal: Portal, size: dict[str, int]) -> Opened:
    def open_course(made: Course) -> Page:
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=request.param, reduced_motion="reduce")
        page.goto(upload(portal, package(made, "web")) + "index.html")
        page.wait_for_selector(f"{PARTS} h1")
        return page

    return open_course


def go(page: Page, made: Course, place: int) -> Locator:
    part = made.parts[place]
    page.evaluate("key => { location.hash = `p-${key}` }", part.key)
    page.wait_for_selector(f"#p-{part.key}:not([hidden])")
    return page.locator(f"#p-{part.key}")


def all_faults(page: Page, name: str) -> list[str]:
    found = [*violations(page), *faults(page), *(f"moves: {one}" for one in moving(page))]
    return [f"{name}: {one}" for one in found]


@pytest.mark.parametrize("name", COURSES)
def test_every_part_as_it_is_met(opened: Opened, name: str) -> None:
    made = course(name)
    page = opened(made)
    found = []
    for place, part in enumerate(made.parts):
        go(page, made, place)
        found += all_faults(page, part.title)
        found += [f"{part.title}: {one}" for one in spaced_faults(page)]
    assert found == []


def test_every_kind_of_question_answered(opened: Opened) -> None:
    made = ten_kinds()
    page = opened(made)
    part = go(page, made, 1)
    for form in part.locator("form.q").all():
        answer(form)
    assert all_faults(page, "answered") == []
    assert spaced_faults(page) == []


def test_a_quiz_answered_and_its_result(opened: Opened) -> None:
    made = ten_kinds()
    page = opened(made)
    part = go(page, made, 2)
    found = []
    for number in range(10):
        answer(part.locator("form.q:visible"))
        if number == 0:
            found = all_faults(page, "one answer")
        part.locator(".q-next button").click()
    assert part.locator(".result h2").inner_text().endswith("poäng")
    assert found + all_faults(page, "result") == []
    assert spaced_faults(page) == []


def test_a_film_at_a_stop_and_after_it(opened: Opened) -> None:
    made = course("apt-barnkonventionen")
    page = opened(made)
    place = next(number for number, part in enumerate(made.parts) if part.part_kind == "film")
    part = go(page, made, place)
    part.get_by_role("button", name="Till filmen", exact=True).click()
    part.get_by_role("button", name="Spela", exact=True).scroll_into_view_if_needed()
    part.get_by_role("button", name="Paus 1, stanna vid 0:41").click()
    part.get_by_role("region", name="paus 1").get_by_label("Dina tankar").fill("Barnet vet inte.")
    found = all_faults(page, "at the stop") + spaced_faults(page)
    part.get_by_role("button", name="Till frågorna efter filmen").click()
    assert found + all_faults(page, "after the film") == []


def test_a_story_told_and_a_list_ticked(opened: Opened) -> None:
    made = ten_kinds()
    page = opened(made)
    part = go(page, made, 0)
    part.get_by_role("button", name="Jag frågar pappan vad barnet vill.").click()
    part.get_by_role("button", name="Jag tar provet ändå.").click()
    part.get_by_label("Jag har läst remissen.").check()
    assert all_faults(page, "story") == []


def test_the_outline_unfolded_and_no_portal(page: Page, portal: Portal) -> None:
    page.set_viewport_size(SIZES["narrow"])
    page.goto(upload(portal, package(course("apt-barnkonventionen"), "scorm12")) + "index.html")
    page.get_by_text("Kursen har ingen kontakt med portalen.").wait_for()
    page.get_by_text("Innehåll", exact=True).click()
    assert page.get_by_role("link", name="Fyra hörn").first.is_visible()
    assert all_faults(page, "outline") == []
    assert spaced_faults(page) == []


def answer(form: Locator) -> None:
    """Anything at all."""
    for option in form.locator("label.opt").all()[:1]:
        option.click()
    for field in form.locator("select").all():
        field.select_option(index=1)
    for field in form.locator("input:not([type=radio], [type=checkbox]), textarea").all():
        field.fill("7")
    form.locator("button.primary").click()
