"""The network goes, the page goes, the session goes: nothing that was done is lost, and nothing is shown as saved too early (trust 50)."""

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect
from sqlalchemy import func, select

from course_builder.learning.models import Answer, Completion, Enrolment, Note, PartRead
from course_builder.people.may import Action
from course_builder.people.models import SignIn
from course_builder.web.guard import allow
from tests.browser.app.conftest import Enter, sign_in_as
from tests.browser.app.person import (
    GRADED,
    PRACTICE,
    QUIZ,
    UNGRADED,
    answer,
    fill,
    form,
    go,
    press,
    saved,
    waiting,
)
from tests.web.region import Region

pytestmark = pytest.mark.browser
WAITS = "Ditt svar sparas när nätet är tillbaka. Du kan fortsätta."
LATER = "Sparas när nätet är tillbaka"
OUT = "Du är inte inloggad längre."


def count(region: Region, model: type) -> int:
    with region.database.reading() as session:
        return session.execute(select(func.count()).select_from(model)).scalar_one()


def by_whom(region: Region) -> list[int]:
    """Whose each stored answer is."""
    with region.database.reading() as session:
        asked = select(Enrolment.person_id).join(Answer, Answer.enrolment_id == Enrolment.id)
        return list(session.scalars(asked))


def answer_offline(page: Page, kind: str, right: bool = True) -> None:
    fill(page, form(page, kind), kind, right)
    press(form(page, kind))
    expect(form(page, kind).locator(".verdict")).to_have_text(WAITS)


def test_without_a_network_answers_wait_and_are_said_to_wait(
    enter: Enter, context: BrowserContext, region: Region
) -> None:
    page = enter()
    go(page, PRACTICE)
    saved(page)
    context.set_offline(True)
    answer_offline(page, "truth")
    answer_offline(page, "choice", right=False)
    expect(page.locator(".p-top .saved")).to_have_text(LATER)
    expect(page.locator("[data-notice=saving]")).to_contain_text(
        "Det du gör finns kvar i den här webbläsaren"
    )
    assert form(page, "truth").locator(".right, .wrong").count() == 0
    assert count(region, Answer) == 0
    context.set_offline(False)
    expect(form(page, "truth").locator(".verdict")).to_have_text("Rätt")
    expect(form(page, "choice").locator(".verdict")).to_have_text("Inte rätt den här gången.")
    saved(page)
    expect(page.locator("[data-notice=saving]")).to_have_count(0)
    assert count(region, Answer) == 2
    assert waiting(page) == []


def test_a_quiz_goes_on_without_a_network(enter: Enter, context: BrowserContext, region: Region) -> None:
    page = enter()
    go(page, QUIZ)
    page.get_by_role("button", name="Starta quizet").click()
    page.wait_for_selector(".quiz form.q")
    context.set_offline(True)
    for kind in (*GRADED, *UNGRADED):
        answer_offline(page, kind)
        if kind != UNGRADED[-1]:
            page.locator(".q-next button").click()
    expect(page.locator(".q-next")).to_be_hidden()
    expect(page.locator(".dots .vh").first).to_have_text("Fråga 1: besvarad")
    context.set_offline(False)
    page.get_by_role("button", name="Se resultatet").click()
    expect(page.locator(".result h2")).to_have_text("8 av 8 poäng")
    assert count(region, Answer) == 10


def test_a_reply_that_is_lost_stores_nothing_twice(enter: Enter, region: Region) -> None:
    """Trust 39: the server had it, the browser did not hear."""
    page = enter()
    go(page, PRACTICE)
    lost = []

    def lose(route: Route) -> None:
        if not lost:
            lost.append(route.fetch().status)
            route.abort()
        else:
            route.continue_()

    page.route("**/answer", lose)
    answer(page, "choice")
    assert lost == [200]
    assert count(region, Answer) == 1


def test_a_page_that_is_gone_has_kept_what_was_not_sent(
    enter: Enter, context: BrowserContext, region: Region
) -> None:
    page = enter()
    go(page, 0)
    saved(page)
    context.set_offline(True)
    page.locator(".reflect textarea").first.fill("Disken är för hög")
    page.get_by_label("Jag har läst remissen.").check()
    go(page, PRACTICE)
    answer_offline(page, "truth")
    expect(page.locator(".p-top .saved")).to_have_text(LATER)
    page.close()
    context.set_offline(False)
    page = enter()
    saved(page)
    expect(page.locator("section.part:not([hidden]) h1")).to_have_text("Pröva dig fram")
    expect(form(page, "truth").locator(".verdict")).to_have_text("Rätt")
    assert (count(region, Answer), count(region, Note)) == (1, 1)
    assert waiting(page) == []
    page.reload()
    go(page, 0)
    expect(page.locator(".reflect textarea").first).to_have_value("Disken är för hög")
    expect(page.get_by_label("Jag har läst remissen.")).to_be_checked()


def test_on_another_device_everything_is_there(enter: Enter, context: BrowserContext, browser_other: BrowserContext) -> None:  # fmt: skip
    page = enter()
    page.get_by_label("Jag har läst remissen.").check()
    page.get_by_role("button", name="Jag sätter mig på huk").click()
    page.locator(".reflect textarea").first.fill("Mina tankar")
    go(page, PRACTICE)
    answer(page, "match")
    saved(page)
    other = enter(where=browser_other)
    expect(other.locator("section.part:not([hidden]) h1")).to_have_text("Pröva dig fram")
    expect(form(other, "match").locator(".verdict")).to_have_text("Rätt")
    go(other, 0)
    expect(other.get_by_label("Jag har läst remissen.")).to_be_checked()
    expect(other.locator(".reflect textarea").first).to_have_value("Mina tankar")
    expect(other.locator(".case .taken")).to_have_count(1)


def test_the_connection_is_cut_three_times_on_the_way_to_done(
    enter: Enter, context: BrowserContext, region: Region
) -> None:
    page = enter()
    page.set_viewport_size({"width": 390, "height": 780})
    page.locator("section.part:not([hidden]) .p-next .primary").click()
    context.set_offline(True)  # once: while reading
    answer_offline(page, "choice")
    page.locator("section.part:not([hidden]) .p-next .primary").click()
    page.get_by_role("button", name="Starta quizet").click()
    expect(page.locator(".quiz [role=status]")).to_contain_text("kan inte hämtas just nu")
    context.set_offline(False)
    saved(page)
    page.get_by_role("button", name="Starta quizet").click()
    for place, kind in enumerate((*GRADED, *UNGRADED)):
        cut = place in (3, 9)  # twice more: in the middle of the quiz, and at its last question
        if cut:
            context.set_offline(True)
            answer_offline(page, kind)
            context.set_offline(False)
            expect(form(page, kind).locator(".verdict:is(.ok, .no, .half)")).to_be_visible()
        else:
            answer(page, kind)
        page.locator(".q-next button").click()
    expect(page.locator("[data-notice=done]")).to_contain_text("Du har genomfört kursen.")
    saved(page)
    assert (count(region, Answer), count(region, PartRead), count(region, Completion)) == (11, 2, 1)


def test_nobody_else_at_the_computer_sees_or_sends_it(
    enter: Enter, context: BrowserContext, region: Region
) -> None:
    page = enter("rep")
    go(page, PRACTICE)
    saved(page)
    context.set_offline(True)
    fill(page, form(page, "text"), "text", right=False)
    press(form(page, "text"))
    page.locator(f"{'section.part:not([hidden])'} form[data-kind=reflect] textarea").fill("Bara mina ord")
    expect(page.locator(".p-top .saved")).to_have_text(LATER)
    left = waiting(page)
    page.close()
    context.set_offline(False)

    other = enter("rep2")
    go(other, PRACTICE)
    answer(other, "truth")
    saved(other)
    assert by_whom(region) == [region.people["rep2"]]
    assert count(region, Note) == 0
    assert set(left) <= set(waiting(other))
    store = other.evaluate("JSON.stringify({ ...localStorage })")
    assert [word for word in ("i går", "Bara mina ord", "tio", "given") if word in store] == []
    assert "Bara mina ord" not in other.content()
    other.close()

    again = enter("rep")
    go(again, PRACTICE)
    saved(again)
    assert sorted(by_whom(region)) == sorted([region.people["rep"], region.people["rep2"]])
    expect(again.locator("section.part:not([hidden]) form[data-kind=reflect] textarea")).to_have_value("Bara mina ord")  # fmt: skip
    assert waiting(again) == []


WATCH = """() => {
  const times = [];
  const said = document.querySelector(".p-top .saved");
  const waits = () => Object.keys(localStorage).filter((name) => name.startsWith("course-builder:waits:")).length;
  new MutationObserver(() => {
    if (said.textContent === "Sparat") times.push(waits());
    document.body.dataset.waited = times;
  }).observe(said, { childList: true });
}"""
"""How much waited in the browser each time it was said that all is saved."""


def test_saved_is_not_said_of_what_came_while_something_was_sent(enter: Enter) -> None:
    page = enter()
    saved(page)
    page.evaluate(WATCH)
    held: list[Route] = []
    page.route("**/state", lambda route: held.append(route), times=1)
    with page.expect_request("**/state"):
        page.get_by_label("Jag har läst remissen.").check()
    page.get_by_role("button", name="Jag sätter mig på huk").click()
    held[0].continue_()
    expect(page.locator("body")).to_have_attribute("data-waited", "0")


def test_a_connection_that_goes_without_a_word_is_given_up(
    enter: Enter, context: BrowserContext, region: Region
) -> None:
    context.clock.install()
    page = enter()
    context.clock.fast_forward("00:02")
    saved(page)
    never: list[Route] = []
    page.route("**/answer", lambda route: never.append(route), times=1)
    go(page, PRACTICE)
    fill(page, form(page, "truth"), "truth", right=True)
    with page.expect_request("**/answer"):
        press(form(page, "truth"))
    context.clock.fast_forward("00:31")
    expect(page.locator(".p-top .saved")).to_have_text(LATER)
    context.clock.fast_forward("00:03")
    expect(form(page, "truth").locator(".verdict")).to_have_text("Rätt")
    saved(page)
    assert count(region, Answer) == 1


def test_an_ended_session_keeps_everything_and_asks_her_in_again(
    enter: Enter, context: BrowserContext, region: Region, site: str
) -> None:
    page = enter("rep")
    go(page, PRACTICE)
    saved(page)
    with region.database.writing() as session:
        for one in session.scalars(select(SignIn)):
            one.ended = region.time()
    fill(page, form(page, "truth"), "truth", right=True)
    press(form(page, "truth"))
    expect(page.locator("[data-notice=away]")).to_contain_text(OUT)
    expect(page.locator(".p-top .saved")).to_have_text("Inte sparat")
    sign_in_as(region, site, context, "rep")
    page.get_by_role("link", name="Logga in igen").click()
    expect(form(page, "truth").locator(".verdict")).to_have_text("Rätt")
    saved(page)
    assert by_whom(region) == [region.people["rep"]]


def test_an_open_page_sends_nothing_as_somebody_else(
    enter: Enter, context: BrowserContext, region: Region, site: str
) -> None:
    page = enter("rep")
    go(page, PRACTICE)
    saved(page)
    sign_in_as(region, site, context, "rep2")  # in another tab
    fill(page, form(page, "truth"), "truth", right=True)
    press(form(page, "truth"))
    expect(page.locator("[data-notice=away]")).to_contain_text(OUT)
    assert count(region, Answer) == 0
    assert len(waiting(page)) == 1


@allow(Action.LEARN)
def too_busy(course_id: str) -> tuple[str, int]:
    return course_id, 503


def test_signing_out_warns_and_then_clears(
    enter: Enter, context: BrowserContext, region: Region, site: str
) -> None:
    page = enter("rep")
    go(page, PRACTICE)
    saved(page)
    region.app.view_functions["learn_desk.answer"] = too_busy
    answer_offline(page, "truth")
    page.get_by_role("button", name="Inte du? Logga ut").click()
    dialog = page.get_by_role("dialog", name="Logga ut och kasta det som inte är sparat?")
    dialog.get_by_role("button", name="Stanna kvar").click()
    expect(dialog).to_be_hidden()
    assert len(waiting(page)) == 1
    page.goto(f"{site}/me")  # from any page
    page.get_by_role("button", name="Inte du? Logga ut").click()
    page.get_by_role("button", name="Logga ut och kasta").click()
    page.wait_for_url("**/sign-in*")
    assert waiting(page) == []
    page = enter("rep")
    go(page, PRACTICE)
    expect(form(page, "truth").locator("input:checked")).to_have_count(0)
    assert count(region, Answer) == 0


def test_signing_out_with_everything_saved_asks_nothing(enter: Enter) -> None:
    page = enter("rep")
    saved(page)
    page.get_by_role("button", name="Inte du? Logga ut").click()
    page.wait_for_url("**/sign-in*")


def test_two_windows_lose_nothing(enter: Enter) -> None:
    """Trust 74: both keep what they did, and the one that was behind says so."""
    first, second = enter("rep"), enter("")
    saved(first)
    saved(second)
    first.get_by_label("Jag har läst remissen.").check()
    saved(first)
    second.get_by_role("button", name="Jag sätter mig på huk").click()
    expect(second.locator("[data-notice=windows]")).to_contain_text("inget har försvunnit")
    saved(second)
    second.reload()
    second.wait_for_selector(".bar")
    expect(second.get_by_label("Jag har läst remissen.")).to_be_checked()
    expect(second.locator(".case .taken")).to_have_count(1)


def test_two_windows_with_the_same_note(enter: Enter) -> None:
    """Trust 59: what both wrote is kept, one after the other."""
    first, second = enter("rep"), enter("")
    for page in (first, second):
        saved(page)
    first.locator(".reflect textarea").first.fill("Det första")
    saved(first)
    second.locator(".reflect textarea").first.fill("Det andra")
    expect(second.locator("[data-notice=windows]")).to_be_visible()
    expect(second.locator(".reflect textarea").first).to_have_value("Det första\n\nDet andra")
    saved(second)
    first.reload()
    expect(first.locator(".reflect textarea").first).to_have_value("Det första\n\nDet andra")


def test_two_windows_with_the_same_question(enter: Enter, region: Region) -> None:
    """Trust 39: the answer that came first holds, and is shown in both."""
    first = enter("rep")
    go(first, QUIZ)
    first.get_by_role("button", name="Starta quizet").click()
    first.wait_for_selector(".quiz form.q")
    second = enter("")
    go(second, QUIZ)
    answer(first, "truth", right=False)
    answer(second, "truth", right=True)
    expect(form(second, "truth").locator(".wrong")).to_contain_text("Sant")
    assert count(region, Answer) == 1


def test_a_browser_that_keeps_nothing_says_so(enter: Enter, context: BrowserContext, region: Region) -> None:
    context.add_init_script("Object.defineProperty(crypto, 'subtle', { value: undefined })")
    page = enter("rep")
    expect(page.locator("[data-notice=channel]")).to_contain_text(
        "Låt sidan vara öppen tills det står Sparat."
    )
    go(page, PRACTICE)
    answer(page, "truth")
    saved(page)
    assert page.evaluate("localStorage.length") == 0
    assert count(region, Answer) == 1


def test_what_she_writes_is_hers_to_delete(enter: Enter, region: Region) -> None:
    page = enter("rep")
    field = page.locator(".reflect textarea").first
    field.fill("Det här vill jag inte ha kvar")
    saved(page)
    assert count(region, Note) == 1
    page.locator(".reflect").first.get_by_role("button", name="Radera").click()
    expect(field).to_have_value("")
    expect(field).to_be_focused()
    saved(page)
    assert count(region, Note) == 0
    expect(page.locator(".reflect .saved").first).to_contain_text("Bara du ser det du skriver.")
