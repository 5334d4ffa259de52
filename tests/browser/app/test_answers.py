"""The ten kinds in the application: answered, marked by the server, and shown as in a package."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import select

from course_builder.learning.models import Answer, Enrolment
from tests.browser.app.conftest import Enter
from tests.browser.app.person import GRADED, PRACTICE, QUIZ, UNGRADED, answer, form, go, looks, press, saved
from tests.browser.conftest import write
from tests.browser.ten_kinds import ten_kinds
from tests.web.region import Region

pytestmark = pytest.mark.browser
RIGHT, WRONG = "Rätt", "Inte rätt den här gången."


@pytest.fixture
def package(page: Page, tmp_path: Path) -> Page:
    """The same course as a package opened from a folder."""
    page.goto(write(ten_kinds(), tmp_path / "paket").as_uri())
    page.wait_for_selector(".bar")
    return page


@pytest.mark.parametrize("right", [True, False], ids=["right", "wrong"])
def test_every_kind_is_shown_as_in_a_package(
    enter: Enter, package: Page, region: Region, right: bool
) -> None:
    app = enter()
    for window in (app, package):
        go(window, PRACTICE)
    for kind in GRADED:
        here, there = answer(app, kind, right), answer(package, kind, right)
        assert looks(here) == looks(there), kind
        expect(here.locator(".verdict")).to_have_text(RIGHT if right else WRONG)
        expect(here.locator(".verdict")).to_be_focused()
    for kind in UNGRADED:
        expect(answer(app, kind).locator(".verdict")).to_have_text("Tack. Här finns inget rätt svar.")
    saved(app)
    with region.database.reading() as session:
        marks = session.scalars(select(Answer.mark).order_by(Answer.id)).all()
    assert marks == [float(right)] * len(GRADED) + [None] * len(UNGRADED)


def test_after_a_reload_everything_stands_as_it_was(enter: Enter) -> None:
    page = enter()
    go(page, PRACTICE)
    before = {}
    for kind in (*GRADED, *UNGRADED):
        before[kind] = looks(answer(page, kind, right=kind != "match"))
    saved(page)
    page.reload()
    page.wait_for_selector(".bar")
    for kind in (*GRADED, *UNGRADED):
        expect(form(page, kind).locator("fieldset:disabled")).to_have_count(1)
        assert looks(form(page, kind)) == before[kind], kind


def test_practice_may_be_tried_again(enter: Enter) -> None:
    page = enter()
    go(page, PRACTICE)
    answer(page, "choice", right=False)
    press(form(page, "choice"))
    expect(form(page, "choice").locator("input:checked, .fb")).to_have_count(0)
    expect(answer(page, "choice").locator(".verdict")).to_have_text(RIGHT)


def test_a_quiz_from_start_to_review_and_attempts_run_out(enter: Enter) -> None:
    page = enter()
    go(page, QUIZ)
    expect(form(page, "truth")).to_have_count(0)
    page.get_by_role("button", name="Starta quizet").click()
    expect(page.locator(".quiz .eyebrow")).to_have_text("Fråga 1 av 10")
    take(page, right=False)
    result = page.locator(".result")
    expect(result.locator("h2")).to_have_text("0 av 8 poäng")
    expect(result).to_contain_text("Du har 1 försök kvar.")
    expect(page.locator(".quiz form.q:visible")).to_have_count(10)
    expect(page.locator(".quiz form[data-kind=choice] .say:visible")).to_have_count(3)
    page.get_by_role("button", name="Försök igen").click()
    expect(page.locator(".quiz .eyebrow")).to_have_text("Fråga 1 av 10")
    assert page.locator(".quiz :is(.fb, input:checked)").count() == 0
    take(page, right=True)
    expect(result.locator("h2")).to_have_text("8 av 8 poäng")
    expect(result.locator(".chip")).to_have_text("Godkänd")
    expect(result.locator("button")).to_have_count(0)
    page.reload()
    expect(page.locator(".result h2")).to_have_text("8 av 8 poäng")
    expect(page.locator(".quiz form.q:visible")).to_have_count(10)
    expect(page.locator(".result button")).to_have_count(0)


def take(page: Page, right: bool) -> None:
    for kind in (*GRADED, *UNGRADED):
        answer(page, kind, right)
        page.locator(".q-next button").click()


def test_an_attempt_goes_on_where_it_was(enter: Enter) -> None:
    page = enter()
    go(page, QUIZ)
    page.get_by_role("button", name="Starta quizet").click()
    answer(page, "truth")
    page.reload()
    expect(page.locator(".quiz .eyebrow")).to_have_text("Fråga 2 av 10")
    assert page.locator(".dots .vh").all_inner_texts() == ["Fråga 1: Rätt"]


def test_done_is_said_when_the_server_says_so(enter: Enter) -> None:
    page = enter()
    for part in (0, PRACTICE):
        go(page, part)
        page.locator("section.part:not([hidden]) .p-next .primary").click()
    page.get_by_role("button", name="Starta quizet").click()
    take(page, right=True)
    expect(page.locator("[data-notice=done]")).to_contain_text("Du har genomfört kursen.")
    expect(page.locator(".outline a.done")).to_have_count(3)
    page.reload()
    expect(page.locator("[data-notice=done]")).to_contain_text("Du har redan genomfört kursen.")
    expect(page.locator(".p-top .prog")).to_contain_text("Genomförd")


def test_a_completed_course_says_so_whatever_the_browser_remembers(enter: Enter, region: Region) -> None:
    page = enter()
    expect(page.locator(".p-top .prog")).to_contain_text("Du har läst 0 %")
    page.goto("about:blank")
    with region.database.writing() as session:
        session.query(Enrolment).update({"done": region.time(), "state": "", "state_revision": 99})
    page = enter("")
    expect(page.locator(".p-top .prog")).to_contain_text("Genomförd")
    expect(page.locator(".p-top [role=progressbar]")).to_have_attribute("aria-valuenow", "100")
