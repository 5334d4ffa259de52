"""A plan in a real browser: made and changed by keyboard alone, by drag, with two leaders at once; and what axe-core says."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from course_builder.meetings.models import AgreedAction, Meeting
from tests.acceptance.web import Complaints
from tests.meetings.held import STARTS, Held, made
from tests.web.looked import looked_at
from tests.web.region import Region
from tests.web.served import serving, sign_in, signed_in

pytestmark = pytest.mark.browser

PAGES = ("/apt", "/apt/new", "/apt/{id}", "/apt/{id}/when", "/apt/{id}/people", "/apt/{id}/send/agenda")
PLACE = "Konferensrummet Strandskatan, plan 3, eller https://mote.exempel.se/barnkliniken/1234567890123456789012345678901234567890"
"""Somebody writes a link though nobody asked for one: it is a line like others."""
FOCUSED = "document.activeElement.id || document.activeElement.textContent.trim().slice(0, 40)"


def tab_to(page: Page, wanted: str, most: int = 120) -> None:
    """By Tab alone, to the element with the id or the words."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED) == wanted:
            return
    raise AssertionError(f"Tab never came to {wanted}")


@pytest.fixture
def maria(browser: Browser, held: Held) -> Iterator[Page]:
    with signed_in(browser, held.region, "manager") as page:
        yield page


def order(page: Page) -> list[str]:
    return page.eval_on_selector_all("[data-step]", "rows => rows.map((row) => row.dataset.step)")


def said(page: Page, words: str) -> None:
    expect(page.locator("[data-status]")).to_contain_text(words)


def test_an_hour_is_made_and_changed_by_keyboard_alone(maria: Page, held: Held) -> None:
    maria.goto("/apt")
    tab_to(maria, "Planera en timme")
    maria.keyboard.press("Enter")
    maria.wait_for_url("**/apt/new")
    tab_to(maria, "day")
    tab_to(maria, "Planera timmen")
    maria.keyboard.press("Enter")
    maria.wait_for_url("**/apt/2")
    expect(maria.locator("#plan")).to_have_text("60 minuter av 60")
    before = order(maria)

    tab_to(maria, f"m-{before[1]}")
    maria.keyboard.press("ControlOrMeta+a")
    maria.keyboard.type("9")
    maria.keyboard.press("Enter")
    said(maria, "Varför gör vi det här?: 9 min. 64 minuter av 60.")
    assert maria.evaluate(FOCUSED) == f"m-{before[1]}"

    maria.keyboard.press("Alt+ArrowDown")
    said(maria, "Varför gör vi det här? är nu punkt 3 av 14.")
    assert order(maria)[:3] == [before[0], before[2], before[1]]
    assert maria.evaluate(FOCUSED) == f"down-{before[1]}"  # it went with the item
    maria.keyboard.press("Enter")
    said(maria, "Varför gör vi det här? är nu punkt 4 av 14.")

    maria.keyboard.press("Tab")
    assert maria.evaluate(FOCUSED) == f"remove-{before[1]}"
    maria.keyboard.press("Enter")
    said(maria, "Varför gör vi det här? är borttagen.")
    assert maria.evaluate(FOCUSED).startswith("remove-")
    maria.keyboard.press("ControlOrMeta+z")
    said(maria, "Ändringen är ångrad.")
    expect(maria.locator("#plan")).to_have_text("64 minuter av 60")
    maria.keyboard.press("ControlOrMeta+y")
    said(maria, "Det är gjort igen.")
    assert before[1] not in order(maria)


def test_what_does_not_fit_is_shortened_by_one_press_and_undone_by_another(maria: Page, held: Held) -> None:
    complaints = Complaints(maria, maria.url)
    maria.goto(f"/apt/{held.meeting_id}")
    maria.locator("#m-wbcj").fill("8")
    maria.locator("#m-wbcj").blur()
    expect(maria.locator(".note.sun").first).to_contain_text("Korta Fyra hörn från 8 till 5 min")
    wide = maria.locator(".hourbar .k-over").bounding_box()
    other = maria.locator(".hourbar .k-keep").bounding_box()
    assert wide is not None
    assert other is not None
    assert wide["width"] / other["width"] == pytest.approx(8 / 7, rel=0.1)  # to scale
    maria.locator("#shorten").click()
    expect(maria.locator("#plan")).to_have_text("60 minuter av 60")
    maria.locator("#undo").click()
    expect(maria.locator("#plan")).to_have_text("63 minuter av 60")
    assert not [one for one in complaints.heard if "Content Security" in one]


def test_an_item_is_dragged_by_its_grip(maria: Page, held: Held) -> None:
    maria.goto(f"/apt/{held.meeting_id}")
    before = order(maria)
    grip = maria.locator("[data-step]").nth(4).locator("[data-grip]")
    target = maria.locator("[data-step]").nth(2).bounding_box()
    grip.scroll_into_view_if_needed()
    target = maria.locator("[data-step]").nth(2).bounding_box()
    assert target is not None
    grip.hover()
    maria.mouse.down()
    maria.mouse.move(target["x"] + 30, target["y"] + 10, steps=4)
    maria.mouse.up()
    said(maria, "är nu punkt 3 av 14")
    assert order(maria)[2] == before[4]


def test_two_leaders_at_once_see_what_the_other_did(browser: Browser, maria: Page, held: Held) -> None:
    address = f"/apt/{held.meeting_id}"
    maria.goto(address)
    context = browser.new_context(base_url=maria.url.split("/apt")[0])
    sign_in(context, held.region, "rep", maria.url.split("/apt")[0])
    anna = context.new_page()
    anna.goto(address)
    maria.locator("#m-wbcj").fill("8")
    maria.locator("#m-wbcj").press("Enter")
    said(maria, "Fyra hörn: 8 min.")
    anna.locator("#m-wbcj").fill("3")
    anna.locator("#m-wbcj").press("Enter")
    said(anna, "Någon annan har satt punkten till 8 min medan du skrev 3.")
    expect(anna.locator("#m-wbcj")).to_have_value("8")
    context.close()


def test_without_the_server_what_is_typed_stays_and_the_page_says_so(maria: Page, held: Held) -> None:
    maria.goto(f"/apt/{held.meeting_id}")
    maria.context.set_offline(True)
    maria.locator("#m-wbcj").fill("8")
    maria.locator("#m-wbcj").press("Enter")
    said(maria, "Sidan når inte servern.")
    expect(maria.locator("#m-wbcj")).to_have_value("8")
    maria.context.set_offline(False)
    maria.locator("#m-wbcj").press("Enter")
    said(maria, "Fyra hörn: 8 min.")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_axe_reflow_and_targets(page: Page, region: Region, held: Held, language: str) -> None:
    """Both colours, both widths, spacing; the empty list too."""
    with region.database.writing() as session:
        session.add(
            AgreedAction(
                unit_id=region.units["clinic"], meeting_id=None, what="Låna ut en pall", responsible="Receptionen",
                made=date(2026, 10, 1), follow_up=date(2026, 12, 10),
            )
        )  # fmt: skip
    over = made(region, STARTS + timedelta(days=30)).meeting_id
    with region.database.writing() as session:
        session.get_one(Meeting, over).place = PLACE
    with serving(region.app) as address:
        complaints, found = Complaints(page, address), list[str]()
        sign_in(page.context, region, "manager", address)
        for one in PAGES:
            found += looked_at(page, address + one.format(id=over), language)
        sign_in(page.context, region, "rep2", address)
        found += looked_at(page, f"{address}/apt", language)
    assert [*found, *complaints.heard] == []


def test_an_own_item_that_is_refused_keeps_what_was_typed(maria: Page, held: Held) -> None:
    maria.goto(f"/apt/{held.meeting_id}")
    maria.locator("#add summary").click()
    maria.locator("#own-title").fill("Fallet 121212-1212")
    maria.locator("#own-text").fill("Läs upp den nya rutinen.")
    maria.locator("#add-own").click()
    said(maria, "Det där liknar ett personnummer.")
    expect(maria.locator("#own-text")).to_have_value("Läs upp den nya rutinen.")
    maria.locator("#own-title").fill("Nya rutinen")
    maria.locator("#own-title").press("Enter")
    said(maria, "Nya rutinen är tillagd som punkt 14.")
    expect(maria.locator("#own-title")).to_have_value("")
    maria.locator("[data-step^=own-] summary").click()
    maria.locator("[data-step^=own-] textarea").fill("Annan text.")
    maria.locator("[data-step^=own-] [value=own]").click()
    said(maria, "Nya rutinen är ändrad.")
    expect(maria.locator("[data-step^=own-] p.small").nth(1)).to_have_text("Annan text.")
