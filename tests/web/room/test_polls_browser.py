"""A leader asks, phones answer, the wall shows: in real browsers."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.meetings.held import Held
from tests.web.room.joined import opened
from tests.web.room.stages import BEGAN, stage
from tests.web.served import serving, sign_in

pytestmark = pytest.mark.browser
PHONE = {"width": 320, "height": 640}


@pytest.fixture
def address(held: Held) -> Iterator[str]:
    with serving(held.region.app) as address:
        yield address
        held.region.app.extensions["hub"].stop()


@pytest.fixture
def leader(held: Held, browser: Browser, address: str) -> Iterator[Page]:
    """Of an hour that goes on, at its question in four corners."""
    context = browser.new_context(base_url=address, reduced_motion="reduce", locale="sv-SE")
    sign_in(context, held.region, "rep", address)
    room = opened(held)
    plan = [{"id": row["id"], "minutes": row["minutes"]} for row in held.meeting().plan]
    body = {"base": 0, "stage": stage(plan=plan, at="tva-och-tva", began=BEGAN), "verbs": []}
    assert room.leader.put(f"/apt/{held.meeting_id}/stage", json=body).status_code == 200
    page = context.new_page()
    page.goto(f"/apt/{held.meeting_id}/lead")
    yield page
    context.close()


def phone(browser: Browser, address: str, held: Held, **how: object) -> Page:
    context = browser.new_context(base_url=address, viewport=PHONE, locale="sv-SE", **how)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"/rum/{held.meeting().door}")
    expect(page.get_by_text("Vänta på nästa fråga")).to_be_visible()
    return page


def ask_own(leader: Page, ask: str, *options: str) -> None:
    panel = leader.locator("[data-is=polls]")
    panel.get_by_text("Egen fråga").click()
    panel.get_by_label("Fråga", exact=True).fill(ask)
    panel.get_by_label("Svar, ett på varje rad").fill("\n".join(options))
    panel.get_by_role("button", name="Öppna frågan").click()


def test_five_phones_answer_and_the_wall_shows_it_when_the_leader_says_so(
    held: Held, leader: Page, browser: Browser, address: str
) -> None:
    wall = browser.new_context(base_url=address, locale="sv-SE").new_page()
    wall.goto(f"/wall/{held.meeting().wall}/")
    phones = [phone(browser, address, held) for _ in range(5)]
    panel = leader.locator("[data-is=polls]")
    expect(panel.get_by_text("5 telefoner är med")).to_be_visible()
    ask_own(leader, "Frågar vi barnet?", "Alltid", "Ibland", "Aldrig")
    for number, one in enumerate(phones):
        one.get_by_label("Ibland" if number else "Alltid").check()
        one.get_by_role("button", name="Svara").click()
        expect(one.get_by_text("Sparat", exact=True)).to_be_visible()
    expect(panel.get_by_text("5 har svarat")).to_be_visible()
    expect(wall.locator("[data-is=results]")).to_be_hidden()
    panel.get_by_role("button", name="Stäng frågan").click()
    expect(phones[0].get_by_text("Vänta på nästa fråga")).to_be_visible()
    expect(panel.get_by_role("row", name=re.compile("Ibland"))).to_contain_text("4")
    panel.get_by_role("button", name="Visa svaren för rummet").click()
    results = wall.locator("[data-is=results]")
    expect(results.get_by_role("row", name=re.compile("Ibland 4"))).to_be_visible()
    expect(results.get_by_role("row", name=re.compile("Alltid 1"))).to_be_visible()
    expect(phones[0].get_by_text("Ibland: 4 av 5")).to_be_visible()
    panel.get_by_role("button", name="Ta ner från väggen").click()
    expect(results).to_be_hidden()


def test_fewer_than_five_become_a_show_of_hands(
    held: Held, leader: Page, browser: Browser, address: str
) -> None:
    one = phone(browser, address, held)
    ask_own(leader, "Frågar vi barnet?", "Ja", "Nej")
    one.get_by_label("Ja").check()
    one.get_by_role("button", name="Svara").click()
    panel = leader.locator("[data-is=polls]")
    expect(panel.get_by_text("1 har svarat")).to_be_visible()
    panel.get_by_role("button", name="Stäng frågan").click()
    expect(panel.get_by_text("Färre än fem har svarat")).to_be_visible()
    expect(panel.get_by_role("table")).to_have_count(0)
    panel.get_by_label("Ja").fill("9")
    panel.get_by_label("Nej").fill("2")
    panel.get_by_role("button", name="Spara antalen").click()
    expect(panel.get_by_role("row", name=re.compile("Ja"))).to_contain_text("9")


def test_what_is_answered_without_network_is_sent_when_it_is_back(
    held: Held, leader: Page, browser: Browser, address: str
) -> None:
    """trust 50"""
    one = phone(browser, address, held)
    ask_own(leader, "Frågar vi barnet?", "Ja", "Nej")
    expect(one.get_by_label("Nej")).to_be_visible()
    one.context.set_offline(True)
    one.get_by_label("Nej").check()
    one.get_by_role("button", name="Svara").click()
    expect(one.get_by_text("Inte sparat än")).to_be_visible()
    assert leader.locator("[data-is=polls]").get_by_text("0 har svarat").is_visible()
    one.context.set_offline(False)
    expect(one.get_by_text("Sparat", exact=True)).to_be_visible()
    one.reload()
    expect(one.get_by_label("Nej")).to_be_checked()
    expect(one.get_by_text("Sparat", exact=True)).to_be_visible()
    expect(leader.locator("[data-is=polls]").get_by_text("1 har svarat")).to_be_visible()


def test_the_code_is_typed_also_when_somebody_has_guessed(
    held: Held, leader: Page, browser: Browser, address: str
) -> None:
    """trust 45"""
    meeting = held.meeting()
    guesser = held.region.anonymous()
    for number in range(40):
        guesser.get(f"/rum/ABCDE{'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'[number % 32]}")
    page = browser.new_context(base_url=address, viewport=PHONE, locale="sv-SE").new_page()
    page.goto("/rum")
    page.get_by_label("Kod").fill(f" {(meeting.code or '').lower()[:3]} {(meeting.code or '').lower()[3:]}")
    page.get_by_role("button", name="Gå med").click()
    page.wait_for_url(f"**/rum/{meeting.door}")
    expect(page.get_by_text("Vänta på nästa fråga")).to_be_visible()


def test_the_wall_says_how_to_join(held: Held, leader: Page, browser: Browser, address: str) -> None:
    meeting = held.meeting()
    wall = browser.new_context(
        base_url=address, locale="sv-SE", viewport={"width": 1280, "height": 720}
    ).new_page()
    wall.goto(f"/wall/{meeting.wall}/")
    leader.locator("[data-is=polls]").get_by_role("button", name="Visa koden på väggen").click()
    join = wall.locator("[data-is=join]")
    expect(join.get_by_label(" ".join(meeting.code or ""))).to_be_visible()
    size = join.locator(".code").evaluate("element => parseFloat(getComputedStyle(element).fontSize)")
    assert size >= 60
    box = join.get_by_role("img").bounding_box()
    assert box is not None and box["height"] > 250


def test_when_the_hour_is_ended_nothing_of_it_is_left_in_the_phone(
    held: Held, leader: Page, browser: Browser, address: str
) -> None:
    one = phone(browser, address, held)
    ask_own(leader, "Frågar vi barnet?", "Ja", "Nej")
    one.get_by_label("Ja").check()
    one.get_by_role("button", name="Svara").click()
    expect(one.get_by_text("Sparat", exact=True)).to_be_visible()
    assert one.evaluate("localStorage.length") == 1
    assert held.region.as_("manager").post(f"/apt/{held.meeting_id}/end", json={}).status_code < 400
    expect(one.get_by_text("Timmen är slut. Tack för att du var med.")).to_be_visible()
    assert (one.locator("section").count(), one.evaluate("localStorage.length")) == (0, 0)
    one.reload()
    expect(one.get_by_text("Timmen som bilden hörde till är slut.")).to_be_visible()
