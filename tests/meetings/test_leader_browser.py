"""The leader's view in a real browser: late and on time again, two windows, two machines, no network, by keyboard."""

import time
from collections.abc import Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Response, Route, expect

from course_builder.content.steps import planned
from course_builder.meetings.models import Meeting, Steering
from tests.hang import HANG
from tests.meetings.held import STARTS, Held
from tests.meetings.run import Running, running

pytestmark = pytest.mark.browser

CONFLICT = 409
FIRST, SECOND = "Välkommen och spelregler", "Varför gör vi det här?"


@pytest.fixture
def run(held: Held, browser: Browser) -> Iterator[Running]:
    with running(held, browser) as made:
        yield made


def now(page: Page) -> str:
    return page.locator("#now-heading").inner_text()


def said(page: Page) -> str:
    """What has just been said to a screen reader."""
    page.clock.run_for(100)
    return page.locator("[data-is=said]").inner_text()


def has(page: Page, name: str, text: str) -> None:
    expect(page.locator(f"[data-is={name}]")).to_have_text(text)


def told(page: Page, text: str) -> None:
    """For everybody to see, and said too."""
    expect(page.locator(".told").get_by_text(text)).to_be_visible()


def offers(page: Page) -> list[str]:
    return page.locator(".offer strong").all_inner_texts()


def saved(run: Running, page: Page, at: str) -> None:
    """The server has heard of it."""
    last = time.monotonic() + HANG
    while (stage := run.held.meeting().stage) is None or stage["at"] != at:
        assert time.monotonic() < last, stage
        page.wait_for_timeout(50)


def step_ids(run: Running) -> list[str]:
    return [row["id"] for row in run.held.meeting().plan]


def test_late_by_six_minutes_and_on_time_by_the_clocks_proposals(run: Running) -> None:
    page = run.leader()
    run.start(page)
    has(page, "ends", "Ni slutar 15.00")
    has(page, "on-time", "Ni ligger i fas")
    run.later(3)
    page.get_by_role("button", name="Nästa: Varför").click()
    run.later(11)
    has(page, "late-by", "ni ligger 6 min efter")
    has(page, "late-end", "Slut 15.06 om inget ändras")
    assert now(page) == SECOND, "nothing jumps by itself"
    assert offers(page) == ["Korta två punkter", "Hoppa över Fyra hörn", "Låt det ta tid"]
    expect(page.locator(".offer p").first).to_have_text(
        "Hoppa över ”Fyra hörn” och ”Incheckning” 4 → 3. Slut 15.00."
    )
    page.get_by_role("button", name="Gör så: Korta två punkter").click()
    has(page, "on-time", "Ni ligger i fas")
    expect(page.get_by_text("Kortat. Slut 15.00.")).to_be_visible()
    page.get_by_role("button", name="Ångra").click()
    has(page, "late-by", "ni ligger 6 min efter")
    page.get_by_role("button", name="Gör så: Korta två punkter").click()
    for step in planned(run.held.course, run.held.meeting().plan)[2:]:
        page.keyboard.press("n")
        for _ in range(2 if step.method == "epa" else 0):
            page.keyboard.press("n")
        if now(page) == "Avslut":
            break
        run.later(minutes_of(page))
    run.later(2)
    has(page, "clock", "15:00")
    has(page, "on-time", "Ni ligger i fas")
    assert run.held.region.time() == STARTS + timedelta(minutes=60)


def minutes_of(page: Page) -> float:
    minutes, seconds = page.locator("[data-is=left]").inner_text().split(":")
    return int(minutes) + int(seconds) / 60


def opened_room(page: Page) -> Page:
    with page.context.expect_page() as found:
        page.get_by_role("button", name="Öppna rumsvyn").click()
    room = found.value
    expect(room.locator("[data-is=room]")).to_be_attached()
    return room


def test_two_windows_of_one_laptop_are_in_step(run: Running) -> None:
    page = run.leader()
    room = opened_room(page)
    expect(page.get_by_text("Rumsvyn är öppen", exact=True)).to_be_visible()
    run.start(page)
    first, second, third = step_ids(run)[:3]
    expect(room.locator(f'[data-step="{first}"]')).to_be_visible()
    page.keyboard.press("n")
    expect(room.locator(f'[data-step="{second}"]')).to_be_visible()
    page.context.set_offline(True)
    page.keyboard.press("n")
    expect(room.locator(f'[data-step="{third}"]')).to_be_visible()


def test_who_did_what_is_noted_once_when_an_answer_gets_lost(run: Running) -> None:
    """The server has it, the page does not know, and more is pressed meanwhile."""
    page, lost = run.leader(), list[int]()
    first, second, third = step_ids(run)[:3]

    def kept(answer: Response, at: str) -> bool:
        sent = answer.request
        return sent.method == "PUT" and answer.ok and sent.post_data_json["stage"]["at"] == at

    def lose_one(route: Route) -> None:
        if lost or route.request.method != "PUT":
            route.continue_()
        else:
            lost.append(route.fetch().status)
            route.abort()

    with page.expect_response(lambda answer: kept(answer, first)):
        run.start(page)
    page.route("**/stage", lose_one)
    with page.expect_response(lambda answer: answer.request.method == "PUT" and answer.status == CONFLICT):
        page.keyboard.press("n")
        page.keyboard.press("n")
    saved(run, page, third)
    assert lost == [200]
    with run.held.region.database.reading() as session:
        done = session.query(Steering).order_by(Steering.id).all()
        assert [(one.verb, one.step) for one in done] == [("start", first), ("next", second), ("next", third)]


def test_two_leaders_on_two_machines_see_what_the_other_did(run: Running) -> None:
    anna, maria = run.leader("rep"), run.leader("manager")
    run.start(anna)
    expect(maria.locator("#now-heading")).to_have_text(FIRST)
    run.later(3)
    maria.keyboard.press("n")
    has(maria, "who", "Du gick vidare 14.03")
    expect(anna.locator("#now-heading")).to_have_text(SECOND)
    has(anna, "who", "Maria Chef gick vidare 14.03")
    assert said(anna).startswith(("Nu: Varför gör vi det här. 5 minuter.", "Maria Chef gick vidare"))
    with run.held.region.database.reading() as session:
        done = session.query(Steering).order_by(Steering.id).all()
        assert [(one.verb, one.person_id) for one in done] == [
            ("start", run.held.region.people["rep"]),
            ("next", run.held.region.people["manager"]),
        ]


def test_the_network_goes_and_comes_back(run: Running) -> None:
    page = run.leader()
    run.start(page)
    saved(run, page, step_ids(run)[0])
    page.context.set_offline(True)
    page.keyboard.press("n")
    told(page, "Nätet är borta. Timmen går vidare här")
    page.keyboard.press("n")
    assert now(page) == "Incheckning"
    page.context.set_offline(False)
    told(page, "Nätet är tillbaka. Allt är skickat.")
    saved(run, page, step_ids(run)[2])


def test_apart_and_back_the_machine_with_the_rooms_window_holds_and_says_so(run: Running) -> None:
    anna, maria = run.leader("rep"), run.leader("manager")
    opened_room(anna)
    run.start(anna)
    expect(maria.locator("#now-heading")).to_have_text(FIRST)
    maria.context.set_offline(True)
    maria.keyboard.press("n")
    maria.keyboard.press("n")
    told(maria, "Nätet är borta")
    anna.keyboard.press("n")
    saved(run, anna, step_ids(run)[1])
    maria.context.set_offline(False)
    told(maria, "Anna Ombud har rumsvyn öppen, så det är den datorn som gäller")
    assert [now(anna), now(maria)] == [SECOND, SECOND]


def test_a_page_that_is_loaded_again_goes_on_where_it_was(run: Running) -> None:
    page = run.leader()
    run.start(page)
    run.later(3)
    page.keyboard.press("n")
    run.later(2)
    saved(run, page, step_ids(run)[1])
    page.reload()
    assert now(page) == SECOND
    assert 2.9 < minutes_of(page) < 3.1
    assert said(page) == "", "what was on when the page was opened is not news"


def test_ta_en_paus_stops_the_clock_and_only_the_leader_sees_the_script(run: Running) -> None:
    page = run.leader()
    room = opened_room(page)
    run.start(page)
    run.later(1)
    page.keyboard.press("t")
    expect(page.locator("#calm-heading")).to_be_focused()
    expect(page.get_by_text("Gräv inte.")).to_be_visible()
    expect(page.get_by_role("heading", name="Oro för ett barn: följ rutinen i dag")).to_be_visible()
    expect(room.get_by_role("region", name="Vi tar en paus")).to_be_visible()
    expect(room.get_by_text("Gräv inte")).to_have_count(0)
    left = page.locator("[data-is=left]").inner_text()
    run.later(4)
    assert page.locator("[data-is=left]").inner_text() == left
    page.keyboard.press("t")
    expect(page.locator("#now-heading")).to_be_focused()
    expect(room.get_by_role("region", name="Vi tar en paus")).to_be_hidden()
    saved(run, page, step_ids(run)[0])
    page.wait_for_timeout(300)
    with run.held.region.database.reading() as session:
        assert session.get_one(Meeting, run.held.meeting_id).rested_minutes == 4
        assert [one.verb for one in session.query(Steering)] == ["start"]


def test_it_speaks_at_a_new_item_two_minutes_before_its_end_and_on_a_key(run: Running) -> None:
    page = run.leader()
    run.start(page)
    run.later(0.5)
    assert said(page) == "Nu: Välkommen och spelregler. 3 minuter."
    run.later(0.6)
    assert said(page) == "Två minuter kvar av Välkommen och spelregler."
    run.later(0.9)
    run.later(3.1)
    assert said(page) == "Två minuter kvar av Välkommen och spelregler.", "it does not speak by itself"
    page.keyboard.press("k")
    assert (
        said(page)
        == "Klockan är 14:05. Välkommen och spelregler är över tiden. Ni ligger 2 minuter efter. Slut 15.02."
    )
    page.keyboard.press("n")
    assert said(page) == "Nu: Varför gör vi det här. 5 minuter."
    page.keyboard.press("m")
    assert said(page) == "En minut till. 6 minuter kvar."


def test_letters_can_be_turned_off_and_do_nothing_while_somebody_writes(run: Running) -> None:
    """WCAG 2.1.4"""
    page = run.leader()
    run.start(page)
    page.keyboard.press("?")
    page.get_by_label("Använd kortkommandon med en tangent").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    assert now(page) == FIRST
    page.keyboard.press("PageDown")
    expect(page.locator("[data-is=page]")).to_contain_text("Bild 2 av")
    page.reload()
    page.keyboard.press("n")
    assert now(page) == FIRST, "it is remembered"
    page.get_by_role("button", name="Kortkommandon").click()
    page.get_by_label("Använd kortkommandon med en tangent").check()
    page.get_by_role("button", name="Stäng", exact=True).click()
    page.get_by_text("På väggen", exact=True).click()
    page.get_by_label("Gå till ett annat steg").focus()
    page.keyboard.press("n")
    assert now(page) == FIRST
    page.locator("h1").click(force=True)
    page.keyboard.press("n")
    assert now(page) == SECOND


def test_an_hour_by_keyboard_alone(run: Running) -> None:
    page = run.leader()
    page.get_by_role("button", name="Börja timmen").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-do=next]")).to_be_focused()
    while now(page) == FIRST:
        page.keyboard.press("PageDown")
    assert now(page) == SECOND
    page.keyboard.press("b")
    assert now(page) == FIRST
    page.keyboard.press("p")
    expect(page.get_by_role("button", name="Fortsätt")).to_be_visible()
    page.keyboard.press("p")
    page.keyboard.press("s")
    expect(page.get_by_role("button", name="Tänd rummet")).to_be_visible()
    while page.locator("[data-do=next]").get_attribute("aria-disabled") != "true":
        page.keyboard.press("n")
    assert now(page) == "Avslut"
    page.get_by_role("button", name="Avsluta").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#over-heading")).to_be_focused()


def test_an_end_by_mistake_is_undone_and_the_real_one_leads_to_the_follow_up(run: Running) -> None:
    page = run.leader()
    run.start(page)
    run.later(1)
    page.get_by_role("button", name="Avsluta").click()
    expect(
        page.get_by_role("button", name="Nästa:")
    ).to_be_hidden()  # nothing is next, and nothing goes on by itself
    expect(page.locator("[data-do=pause]")).to_be_hidden()
    run.later(1)
    page.get_by_role("button", name="Ångra, fortsätt timmen").click()
    expect(page.locator("#now-heading")).to_be_focused()
    assert 1.9 < minutes_of(page) < 2.1
    assert run.held.meeting().ended is None
    page.get_by_role("button", name="Avsluta").click()
    page.get_by_role("button", name="Klar: till uppföljningen").click()
    page.wait_for_url(f"**/apt/{run.held.meeting_id}/after")
    assert run.held.meeting().ended == run.held.region.time()


def test_somebody_signed_out_in_the_middle_goes_on_and_is_heard_after_signing_in(run: Running) -> None:
    page = run.leader()
    run.start(page)
    saved(run, page, step_ids(run)[0])
    context: BrowserContext = page.context
    context.clear_cookies()
    page.keyboard.press("n")
    told(page, "Du är inte inloggad längre. Timmen går vidare här.")
    assert now(page) == SECOND
    run.sign_in(context, "rep")
    run.later(0.5)
    saved(run, page, step_ids(run)[1])


def test_the_film_is_steered_from_here_and_played_in_the_room(run: Running) -> None:
    page = run.leader()
    room = opened_room(page)
    run.start(page)
    page.get_by_text("På väggen", exact=True).click()
    page.get_by_label("Gå till ett annat steg").select_option(label="Väntrummet (5 min)")
    page.get_by_role("button", name="Gå dit").click()
    expect(page.get_by_role("heading", name="Filmen", exact=True)).to_be_visible()
    page.get_by_role("button", name="Spela").click()
    expect(page.get_by_role("button", name="Pausa filmen")).to_be_visible()
    room.wait_for_function(
        "document.querySelector('video').currentTime >= 0 && document.querySelector('video').getAttribute('src')"
    )
    expect(page.get_by_role("img", name="Rummet visar: Filmen")).to_be_visible()
    page.keyboard.press("f")
    expect(page.get_by_role("button", name="Spela")).to_be_visible()
    captions = page.get_by_role("button", name="Undertext")
    expect(captions).to_have_attribute("aria-pressed", "true")
    captions.click()
    expect(captions).to_have_attribute("aria-pressed", "false")


def test_somebody_who_only_looks_some_day_before_is_told_that_to_begin_is_to_hold_it(run: Running) -> None:
    run.held.region.time.now = STARTS - timedelta(days=3)
    page = run.leader()
    has(page, "other-day", "Timmen är planerad till 10 december kl. 14.00. Börjar du nu hålls den nu.")
    page.keyboard.press("n")
    page.keyboard.press("t")
    expect(page.get_by_role("button", name="Börja timmen")).to_be_visible()
    assert run.held.meeting().began is None
