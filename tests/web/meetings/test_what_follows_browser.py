"""The pages after an hour in a real browser: looked at with axe at both widths, and gone through by keyboard alone."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import APIResponse, Browser, BrowserContext, Page, Route, expect

from course_builder.meetings.agreed import Wanted
from course_builder.meetings.models import AgreedAction, Meeting, Outcome
from tests.acceptance.axe import violations
from tests.acceptance.web import Complaints
from tests.hang import HANG
from tests.meetings.agreed import ENDED, LATER, agree, hold, mark
from tests.meetings.held import Held, made
from tests.web.looked import PICTURES, SIZES, looked_at
from tests.web.served import serving, sign_in

pytestmark = pytest.mark.browser
"""Milliseconds: the other leader is told by the server, on a machine that may be busy."""


@pytest.fixture
def site(held: Held) -> Iterator[tuple[str, Held]]:
    """An hour that is over, an action that was carried on, one that is done, and one that waits for its date."""
    hold(held)
    agree(held)
    mark(
        held,
        agree(held, Wanted("Namnet först", "Alla"), "namnet-1"),
        Outcome.DONE,
        "Barnen märker det",
        today=ENDED.date(),
    )
    held.region.time.now = ENDED
    with serving(held.region.app) as address:
        yield address, held


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_pages_are_fit_to_be_used(context: BrowserContext, site: tuple[str, Held], language: str) -> None:
    address, held = site
    clinic, empty, found = held.region.units["clinic"], held.region.units["emergency"], list[str]()
    offline = made(held.region, ENDED - timedelta(days=7)).meeting_id
    paths = {
        "manager": [
            f"/apt/{held.meeting_id}/after",
            f"/apt/{held.meeting_id}/notes",
            f"/unit/{clinic}/actions",
            f"/unit/{clinic}/year/2026",
        ],
        "coordinator": [
            "/apt/coverage",
            "/apt/coverage?only=open",
            f"/unit/{empty}/actions",
            f"/unit/{empty}/year/2026",
            f"/apt/{offline}/after",
        ],
    }
    for key, wanted in paths.items():
        sign_in(context, held.region, key, address)
        page = context.new_page()
        complaints = Complaints(page, address)
        for path in wanted:
            found += [f"{path} {one}" for one in looked_at(page, f"{address}{path}", language)]
        found += [f"{key}: {said}" for said in complaints.heard]
        page.close()
    assert found == []


def test_an_action_is_carried_on_and_undone_by_keyboard(
    context: BrowserContext, site: tuple[str, Held]
) -> None:
    address, held = site
    sign_in(context, held.region, "rep", address)
    page = context.new_page()
    page.goto(f"{address}/unit/{held.region.units['clinic']}/actions")
    page.get_by_label("Klar").first.focus()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name="Fortsätter")).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.type("Pallen är beställd")
    page.keyboard.press("Enter")
    expect(page.locator(".toast")).to_contain_text("Fortsätter: En pall till vågrummet")
    expect(page.get_by_text("Pallen är beställd")).to_be_visible()
    page.get_by_role("button", name="Ångra").press("Enter")
    expect(page.get_by_text("Markeringen är ångrad. En pall till vågrummet är öppen igen.")).to_be_visible()
    with held.region.database.reading() as session:
        kept = session.query(AgreedAction).filter_by(key="pallen-1").one()
        assert (kept.outcome, kept.follow_up) == ("open", LATER)


def test_the_text_is_copied_or_marked(context: BrowserContext, site: tuple[str, Held]) -> None:
    address, held = site
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
    sign_in(context, held.region, "rep", address)
    page = context.new_page()
    page.goto(f"{address}/apt/{held.meeting_id}/notes")
    page.get_by_role("button", name="Kopiera texten").press("Enter")
    expect(page.get_by_role("status")).to_have_text("Texten är kopierad.")
    assert page.evaluate("navigator.clipboard.readText()").startswith("Minnesanteckningar\nBarnkliniken:")
    page.evaluate("void (navigator.clipboard.writeText = () => Promise.reject(new Error()))")
    page.get_by_role("button", name="Kopiera texten").press("Enter")
    expect(page.get_by_role("status")).to_have_text("Texten är markerad. Kopiera den med tangentbordet.")
    assert page.evaluate("getSelection().toString()").startswith("Minnesanteckningar")


def leading(context: BrowserContext, held: Held, address: str, key: str = "rep") -> Page:
    """The leader's view of an hour that runs."""
    with held.region.database.writing() as session:
        hour = session.get_one(Meeting, held.meeting_id)
        hour.began, hour.ended = hour.starts, None
    sign_in(context, held.region, key, address)
    page = context.new_page()
    page.goto(f"{address}/apt/{held.meeting_id}/lead")
    begin = page.get_by_role("button", name="Börja timmen")
    expect(begin.or_(page.locator("[data-is=running]:not([hidden])")).first).to_be_visible()
    if begin.is_visible():
        begin.press("Enter")
    return page


def test_actions_and_themes_are_noted_in_the_leaders_view_and_survive_the_network(
    context: BrowserContext, site: tuple[str, Held]
) -> None:
    address, held = site
    page = leading(context, held, address)
    notes, actions = page.locator("[data-is=notes]"), page.locator("[data-is=actions]")
    expect(actions).to_contain_text("En pall till vågrummet")
    expect(notes).to_contain_text("Orosanmälan görs inte här. Följ er rutin.")
    actions.get_by_role("button", name="En åtgärd till").press("Enter")
    expect(actions).to_contain_text("Fler blir sällan gjorda")
    context.set_offline(True)
    actions.get_by_label("Vad gör vi?").fill("Skylt i barnhöjd")
    actions.get_by_role("button", name="Lägg till åtgärden").press("Enter")
    expect(actions.get_by_text("Skriv vilken funktion som ansvarar.")).to_be_visible()
    actions.get_by_label("Vem ansvarar?").fill("Maria")
    actions.get_by_label("Hur märker ett barn det?").press("Enter")
    expect(actions.locator("strong")).to_have_text(
        ["En pall till vågrummet", "Namnet först", "Skylt i barnhöjd"]
    )
    notes.get_by_label("Ett tema, några ord").fill("Samtal enskilt")
    notes.get_by_label("Ett tema, några ord").press("Enter")
    expect(notes.get_by_role("button", name="Ta bort temat Samtal enskilt")).to_be_visible()
    context.set_offline(False)
    expect(actions).to_contain_text("Det ser ut som ett namn på någon hos er.", timeout=2000 * HANG)
    expect(page.locator("[data-is=saved]")).to_contain_text("Sparat")
    with held.region.database.reading() as session:
        assert [one.what for one in session.query(AgreedAction).filter_by(responsible="Maria")] == [
            "Skylt i barnhöjd"
        ]
        assert session.get_one(Meeting, held.meeting_id).themes == ["Väntan", "Samtal enskilt"]
    if PICTURES:
        for size, (width, height) in SIZES.items():
            page.set_viewport_size({"width": width, "height": height})
            page.screenshot(path=Path(PICTURES) / f"lead-{size}.png", full_page=True)
    assert [
        one for one in violations(page) if "data-is" in one and ("actions" in one or "notes" in one)
    ] == []
    actions.get_by_role("button", name="Ta bort Skylt i barnhöjd").press("Enter")
    expect(actions.get_by_role("button", name="Ångra Skylt i barnhöjd")).to_be_focused()
    actions.get_by_role("button", name="Ångra Skylt i barnhöjd").press("Enter")
    expect(actions.get_by_role("button", name="Ta bort Skylt i barnhöjd")).to_be_visible()
    page.reload()
    expect(actions.locator("strong")).to_have_text(
        ["En pall till vågrummet", "Namnet först", "Skylt i barnhöjd"]
    )


def test_an_answer_that_knows_less_and_comes_late_takes_nothing_away(
    context: BrowserContext, site: tuple[str, Held]
) -> None:
    """What was stored meanwhile stays, with what was said of it."""
    address, held = site
    page = leading(context, held, address)
    actions = page.locator("[data-is=actions]")
    expect(actions).to_contain_text("En pall till vågrummet")
    late: list[tuple[Route, APIResponse]] = []
    page.route("**/followed", lambda route: late.append((route, route.fetch())))
    page.evaluate("dispatchEvent(new Event('online'))")
    while not late:
        page.wait_for_timeout(20)
    actions.get_by_role("button", name="En åtgärd till").press("Enter")
    actions.get_by_label("Vad gör vi?").fill("Skylt i barnhöjd")
    actions.get_by_label("Vem ansvarar?").fill("Maria")
    actions.get_by_label("Vem ansvarar?").press("Enter")
    name = actions.get_by_text("Det ser ut som ett namn på någon hos er.")
    expect(name).to_be_visible()
    while len(late) < 2:  # asked again when something was noted
        page.wait_for_timeout(20)
    for route, answer in [late[1], late[0]]:
        route.fulfill(response=answer)
    expect(actions.locator("strong")).to_have_text(
        ["En pall till vågrummet", "Namnet först", "Skylt i barnhöjd"]
    )
    expect(name).to_be_visible()


def test_what_one_leader_notes_the_other_sees(
    context: BrowserContext, site: tuple[str, Held], browser: Browser
) -> None:
    address, held = site
    other = browser.new_context(locale="sv-SE")
    anna, maria = leading(context, held, address), leading(other, held, address, "manager")
    expect(maria.locator("[data-is=actions] strong")).to_have_count(2)
    anna.locator("[data-is=notes]").get_by_label("Ett tema, några ord").fill("Ronden")
    anna.locator("[data-is=notes]").get_by_label("Ett tema, några ord").press("Enter")
    expect(maria.get_by_role("button", name="Ta bort temat Ronden")).to_be_visible()
    anna.locator("[data-is=actions]").get_by_role("button", name="Ta bort En pall till vågrummet").press(
        "Enter"
    )
    expect(maria.locator("[data-is=actions] strong")).to_have_text(["Namnet först"])
    other.close()
