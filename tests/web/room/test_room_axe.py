"""The pages of phones and the leader's questions in a real browser: axe-core, reflow at 320 px, light and dark, by keyboard."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.acceptance.axe import violations
from tests.acceptance.looks import faults, spaced_faults
from tests.meetings.held import Held
from tests.web.room.joined import OPTIONS, Phone, Room, opened
from tests.web.room.stages import stage
from tests.web.served import serving, sign_in

pytestmark = pytest.mark.browser
SIZES = ((1280, 800), (320, 640))


@pytest.fixture
def site(held: Held) -> Iterator[tuple[str, Room]]:
    room = opened(held)
    with serving(held.region.app) as address:
        yield address, room
        held.region.app.extensions["hub"].stop()


def wrong(page: Page) -> list[str]:
    page.evaluate("document.querySelectorAll('main details').forEach((it) => { it.open = true })")
    found = []
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            found += [f"{width} {scheme}: {one}" for one in [*violations(page), *faults(page)]]
        found += [f"{width}: {one}" for one in spaced_faults(page)]
    return found


def test_the_page_of_a_phone_in_all_its_states(browser: Browser, site: tuple[str, Room]) -> None:
    address, room = site
    page = browser.new_context(base_url=address, reduced_motion="reduce", locale="sv-SE").new_page()
    page.goto("/rum/ABCDEF")
    found = wrong(page)
    page.goto(f"/rum/{room.door}")
    expect(page.get_by_text("Vänta på nästa fråga")).to_be_visible()
    found += wrong(page)
    rounds = [
        room.ask(), room.ask("choices"), room.ask("word", []), room.ask("scale", ["Inte alls", "", "", "", "Helt"]),
        room.ask("corners", ["A", "B", "C", "Något annat"]),
    ]  # fmt: skip
    expect(page.locator("section")).to_have_count(5)
    found += wrong(page)
    phones = [Phone(room.held.region.anonymous(), room.door) for _ in range(5)]
    for one in phones:
        one.join()
        one.answer(rounds[0], "1")
    room.change(rounds[0], state="shown")
    expect(page.get_by_text("Alltid: 5 av 5")).to_be_visible()
    assert found + wrong(page) == []


def test_a_phone_by_keyboard_alone(browser: Browser, site: tuple[str, Room]) -> None:
    address, room = site
    page = browser.new_context(base_url=address, locale="sv-SE").new_page()
    page.goto(f"/rum/{room.door}")
    expect(page.get_by_text("Vänta på nästa fråga")).to_be_visible()
    asked = room.ask()
    expect(page.get_by_role("group", name="Frågar vi barnet?")).to_be_visible()
    expect(page.get_by_role("status").first).to_have_text("Fråga: Frågar vi barnet?")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Sparat", exact=True)).to_be_visible()
    expect(page.get_by_label(OPTIONS[1])).to_be_checked()
    room.change(asked, state="closed")
    expect(page.get_by_text("Vänta på nästa fråga")).to_be_visible()
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_leaders_questions(browser: Browser, site: tuple[str, Room]) -> None:
    address, room = site
    held = room.held
    plan = [{"id": "diskussion", "minutes": 5}]
    body = {"base": 0, "stage": stage(plan=plan, at="diskussion"), "verbs": []}
    assert room.leader.put(f"/apt/{held.meeting_id}/stage", json=body).status_code == 200
    word, few = room.ask("word", []), room.ask()
    for number in range(6):
        one = Phone(held.region.anonymous(), room.door)
        one.join()
        one.answer(word, f"ord{number}")
    for one in (word, few):
        room.change(one, state="closed")
    context = browser.new_context(base_url=address, reduced_motion="reduce", locale="sv-SE")
    sign_in(context, held.region, "rep", address)
    page = context.new_page()
    page.goto(f"/apt/{held.meeting_id}/lead")
    panel = page.locator("[data-is=polls]")
    expect(panel.get_by_text("Ord som rummet får se")).to_be_visible()
    assert [one for one in wrong(page) if "polls" in one or "poll" in one] == []
    panel.get_by_label("ord3 (1)").check()
    panel.get_by_role("button", name="Visa de valda").click()
    expect(panel.get_by_role("row", name="ord3 1")).to_be_visible()
