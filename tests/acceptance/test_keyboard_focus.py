"""The focus: always somewhere, always seen, never caught."""

import pytest
from playwright.sync_api import Page

from course_builder.content.course import Course
from tests.acceptance.in_parts import upload
from tests.acceptance.keyboard import Keyboard, Stop
from tests.acceptance.shipped import course
from tests.browser.ten_kinds import ten_kinds
from tests.portal.courses import package
from tests.portal.server import Portal

pytestmark = pytest.mark.browser

SIZES = {"wide": (1280, 800), "narrow": (320, 640)}
TABBABLE = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
  .filter((it) => it.checkVisibility({ visibilityProperty: true }) && !it.matches(":disabled")).length"""


def opened(page: Page, portal: Portal, made: Course, place: int, size: str) -> Keyboard:
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{upload(portal, package(made, 'web'))}index.html#p-{made.parts[place].key}")
    page.wait_for_selector(f"#p-{made.parts[place].key} .p-next")
    return Keyboard(page)


def round_trip(keyboard: Keyboard, back: bool) -> list[Stop]:
    """From the part to the end of the page, or from there to its top, until the focus leaves it or begins anew."""
    most = keyboard.page.evaluate(TABBABLE) + 1
    stops: list[Stop] = []
    while not (stop := keyboard.tab(back)).lost and stop not in stops[:1]:
        stops.append(stop)
        assert len(stops) <= most, f"caught among {'; '.join(map(str, stops[-5:]))}"
    return stops


def faults(stops: list[Stop]) -> list[str]:
    unnamed = [f"no name: {stop}" for stop in stops if not stop.name]
    unseen = [f"not seen: {stop}" for stop in stops if stop.hidden]
    return unnamed + unseen + [f"no ring: {stop}" for stop in stops if not stop.ringed]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("place", range(3), ids=["lesson", "questions", "quiz"])
def test_every_stop_has_a_name_is_seen_and_lets_go(page: Page, portal: Portal, place: int, size: str) -> None:
    keyboard = opened(page, portal, ten_kinds(), place, size)
    there = round_trip(keyboard, back=False)
    back = round_trip(keyboard, back=True)
    assert faults(there) == []
    assert faults(back) == []
    assert back[-1].is_("link", "Till innehållet")


@pytest.mark.parametrize("size", SIZES)
def test_so_it_is_in_the_film_too(page: Page, portal: Portal, size: str) -> None:
    made = course("apt-barnkonventionen")
    place = next(number for number, part in enumerate(made.parts) if part.part_kind == "film")
    keyboard = opened(page, portal, made, place, size)
    keyboard.activate("button", "Till filmen")
    keyboard.activate("button", "Paus 1, stanna vid 0:41")
    page.reload()
    page.wait_for_selector("[data-is=play]:visible")
    assert faults(round_trip(keyboard, back=False)) == []
    assert faults(round_trip(keyboard, back=True)) == []


def test_who_goes_straight_to_the_text_meets_no_stop(page: Page, portal: Portal) -> None:
    made = course("apt-barnkonventionen")
    place = next(number for number, part in enumerate(made.parts) if part.part_kind == "film")
    keyboard = opened(page, portal, made, place, "narrow")
    keyboard.activate("button", "Läs texten till filmen i stället")
    assert keyboard.here().is_("heading", "Texten till filmen")
    assert page.locator("[data-is=pause]:visible").count() == 0
