"""Så här ser portalen det: the built package in an embedded portal, and the live list in plain Swedish."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import FrameLocator, Locator, Page, expect

from tests.acceptance.web import SHIPPED, Complaints

pytestmark = pytest.mark.browser

FIRST, SECOND = "Varför en konvention för barn?", "Från konvention till lag"
PHONE = 390
SANDBOX = "both allow-scripts and allow-same-origin"
"""Packages of our own making need both, and no others get in."""


@pytest.fixture
def view(page: Page, site: str) -> Iterator[Page]:
    complaints = Complaints(page, site)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site)
    page.goto(f"{site}/courses/{SHIPPED}/portal")
    expect(course(page).get_by_role("heading", level=1, name=FIRST)).to_be_visible()
    yield page
    assert [said for said in complaints.heard if SANDBOX not in said] == []


def course(page: Page) -> FrameLocator:
    return page.frame_locator("#inside iframe")


def told(page: Page, text: str) -> Locator:
    return page.get_by_role("region", name="Det portalen har fått veta").get_by_text(text, exact=False)


def tile(page: Page, name: str) -> Locator:
    return page.locator(f"[data-tile={name}]")


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def read_on(page: Page) -> None:
    course(page).get_by_role("link", name=f"Nästa: {SECOND}").click()
    expect(course(page).get_by_role("heading", level=1, name=SECOND)).to_be_visible()


def test_it_tells_what_happens_in_words_a_trainer_would_use(view: Page) -> None:
    expect(
        told(view, "Kursen öppnades. Portalen säger att deltagaren är här för första gången.")
    ).to_be_visible()
    expect(told(view, "Status: påbörjad.")).to_be_visible()
    read_on(view)
    expect(told(view, f"”{FIRST}” är läst.")).to_be_visible()
    expect(told(view, f"Deltagaren fortsätter vid ”{SECOND}”.")).to_be_visible()
    expect(told(view, "Portalen sparade.").last).to_be_visible()
    expect(tile(view, "status")).to_have_text("Påbörjad")
    expect(tile(view, "read")).to_have_text("1 av 32 delar")
    expect(tile(view, "location")).to_have_text(SECOND)


def test_an_answer_is_told_with_its_question(view: Page) -> None:
    form = course(view).locator("form.q:visible").first
    form.locator("label.opt").first.click()
    form.get_by_role("button", name="Svara").click()
    asked = form.locator(".ask").inner_text()
    expect(told(view, f"Fråga: {asked}")).to_be_visible()


def test_closed_and_opened_again_it_goes_on_where_it_was(view: Page) -> None:
    read_on(view)
    press(view, "Stäng fönstret")
    expect(told(view, "Fönstret stängdes utan att deltagaren tryckte på Spara och stäng.")).to_be_visible()
    expect(told(view, "Kursen stängdes. Tid den här gången:")).to_be_visible()
    expect(view.get_by_role("button", name="Öppna igen")).to_be_focused()
    press(view, "Öppna igen")
    expect(told(view, "Portalen säger att deltagaren har varit här förut.")).to_be_visible()
    expect(course(view).get_by_role("heading", level=1, name=SECOND)).to_be_visible()


def test_a_broken_net_is_told_by_portal_and_course_and_mends(view: Page) -> None:
    press(view, "Bryt nätet")
    read_on(view)
    expect(told(view, "Portalen svarade inte. Kursen försöker igen.").first).to_be_visible()
    expect(course(view).get_by_text("Det senaste är inte sparat i portalen än.")).to_be_visible()
    expect(course(view).get_by_text("Inte sparat", exact=True)).to_be_visible()
    press(view, "Bryt nätet")
    expect(told(view, "Nätet är tillbaka.")).to_be_visible()
    expect(course(view).get_by_text("Sparat", exact=True)).to_be_visible()
    expect(course(view).get_by_text("Det senaste är inte sparat i portalen än.")).to_be_hidden()


def test_from_the_beginning_nothing_is_remembered(view: Page) -> None:
    read_on(view)
    press(view, "Börja om från början")
    expect(told(view, "Portalen har glömt allt.")).to_be_visible()
    expect(course(view).get_by_role("heading", level=1, name=FIRST)).to_be_visible()
    expect(tile(view, "read")).to_have_text("0 av 32 delar")


def test_as_wide_as_a_phone(view: Page) -> None:
    press(view, "Mobil")
    frame = view.locator("#inside iframe")
    expect(frame).to_have_js_property("clientWidth", PHONE)
    expect(course(view).get_by_role("navigation", name="Innehåll").locator("summary")).to_be_visible()
    press(view, "Dator")
    assert frame.bounding_box()["width"] > PHONE  # type: ignore[index]


def test_the_protocol_for_those_who_ask_and_the_list_to_take_along(view: Page) -> None:
    line = told(view, 'LMSInitialize("") = true')
    expect(line).to_be_hidden()
    press(view, "Visa teknik")
    expect(line).to_be_visible()
    press(view, "Kopiera")
    expect(view.get_by_role("status").filter(has_text="Listan är kopierad.")).to_have_count(1)
    copied = view.evaluate("navigator.clipboard.readText()")
    assert re.match(r"\d\d:\d\d:\d\d\tKursen öppnades\.", copied)
    assert 'LMSSetValue("cmi.core.exit", "suspend") = true' in copied


def test_the_other_portals_words(view: Page, site: str) -> None:
    view.get_by_role("link", name="SCORM 2004, 4th Edition").click()
    expect(course(view).get_by_role("heading", level=1, name=FIRST)).to_be_visible()
    expect(told(view, "Status: påbörjad.")).to_be_visible()
    press(view, "Visa teknik")
    expect(told(view, 'Initialize("") = true')).to_be_visible()
