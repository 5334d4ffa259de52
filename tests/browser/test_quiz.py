"""A quiz in the player: one question at a time, the result at the end, and the same attempt after a break."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import write
from tests.browser.ten_kinds import ten_kinds

pytestmark = pytest.mark.browser

QUIZ = 2
CHOOSING = ("truth", "choice", "choices")
RIGHT = {
    "truth": ["Falskt"],
    "choice": ["Både barnet och vårdnadshavaren"],
    "choices": ["Artikel 2", "Artikel 12"],
}
WRONG = {"truth": ["Sant"], "choice": ["Den som frågar"], "choices": ["Artikel 42"]}


@pytest.fixture
def quiz(page: Page, open_part: Callable[..., None], tmp_path: Path) -> Callable[[str], None]:
    """A quiz of three questions, opened; with more lines of its source."""

    def go(more: str = "") -> None:
        open_part(QUIZ, write(ten_kinds(more, CHOOSING), tmp_path).as_uri())

    return go


def asked(page: Page) -> Locator:
    return page.locator(".quiz form.q:visible")


def kind_of(question: Locator) -> str:
    return question.get_attribute("data-kind") or ""


def answer(page: Page, answers: dict[str, list[str]]) -> None:
    question = asked(page)
    for text in answers[kind_of(question)]:
        question.get_by_text(text, exact=True).click()
    question.get_by_role("button", name="Svara").click()


def onward(page: Page) -> None:
    page.locator(".q-next button").click()


def take(page: Page, answers: dict[str, list[str]]) -> None:
    for _ in CHOOSING:
        answer(page, answers)
        onward(page)


def order(page: Page) -> list[str | None]:
    return [form.get_attribute("data-question") for form in page.locator(".quiz form.q").all()]


def test_from_the_first_question_to_the_result(page: Page, quiz: Callable[..., None]) -> None:
    quiz()
    assert asked(page).count() == 1
    expect(page.locator(".quiz .eyebrow")).to_have_text("Fråga 1 av 3")
    answer(page, RIGHT)
    expect(page.locator(".q-next .saved")).to_have_text("1 av 1 poäng hittills.")
    onward(page)
    expect(asked(page).locator(".ask")).to_be_focused()
    answer(page, WRONG)
    assert page.locator(".dots li .vh").all_inner_texts() == ["Fråga 1: Rätt", "Fråga 2: Inte rätt"]
    onward(page)
    answer(page, RIGHT)
    expect(page.locator(".q-next button")).to_have_text("Se resultatet")
    onward(page)
    result = page.get_by_role("heading", name="2 av 3 poäng")
    expect(result).to_be_focused()
    expect(page.locator(".result .chip")).to_have_text("Godkänd")
    assert asked(page).count() == 3
    expect(page.locator(".outline a[aria-current]")).to_have_class("done")


def test_not_passed_yet_and_a_new_attempt(page: Page, quiz: Callable[..., None]) -> None:
    quiz()
    take(page, WRONG)
    expect(page.locator(".result .chip")).to_have_text("Inte godkänd än – försök igen")
    page.get_by_role("button", name="Försök igen").click()
    expect(page.locator(".quiz .eyebrow")).to_have_text("Fråga 1 av 3")
    assert page.locator(".quiz :is(input:checked, .fb, .dots .vh)").count() == 0
    take(page, RIGHT)
    expect(page.locator(".result h2")).to_have_text("3 av 3 poäng")


def test_attempts_run_out(page: Page, quiz: Callable[..., None]) -> None:
    quiz("attempts: 2\n")
    take(page, WRONG)
    expect(page.locator(".result")).to_contain_text("Du har 1 försök kvar.")
    page.get_by_role("button", name="Försök igen").click()
    take(page, WRONG)
    expect(page.locator(".result")).to_contain_text("Du har inga försök kvar.")
    expect(page.locator(".result button")).to_have_count(0)
    page.reload()
    expect(page.locator(".result")).to_contain_text("Du har inga försök kvar.")
    expect(page.locator(".result button")).to_have_count(0)


def test_in_the_middle_of_an_attempt_the_same_attempt_goes_on(page: Page, quiz: Callable[..., None]) -> None:
    quiz("shuffle: true\n")
    before = order(page)
    answer(page, RIGHT)
    onward(page)
    page.reload()
    expect(page.locator(".quiz .eyebrow")).to_have_text("Fråga 2 av 3")
    assert order(page) == before
    expect(page.locator(".dots li .vh")).to_have_text("Fråga 1: Rätt")
    answer(page, RIGHT)
    onward(page)
    answer(page, RIGHT)
    onward(page)
    page.reload()
    expect(page.locator(".result h2")).to_have_text("3 av 3 poäng")
    assert asked(page).count() == 3


def test_a_draw_asks_some_of_the_questions(page: Page, quiz: Callable[..., None]) -> None:
    quiz("draw: 2\n")
    expect(page.locator(".quiz .eyebrow")).to_have_text("Fråga 1 av 2")
    for _ in range(2):
        answer(page, RIGHT)
        onward(page)
    expect(page.locator(".result h2")).to_have_text("2 av 2 poäng")
    assert asked(page).count() == 2


def test_a_skipped_question_comes_back(page: Page, quiz: Callable[..., None]) -> None:
    quiz()
    first = asked(page).get_attribute("data-question")
    page.get_by_role("button", name="Hoppa över så länge").click()
    for _ in range(2):
        answer(page, RIGHT)
        onward(page)
    assert asked(page).get_attribute("data-question") == first
    expect(page.get_by_role("button", name="Hoppa över så länge")).to_have_count(0)


def test_a_finished_quiz_with_nothing_to_mark(
    page: Page, open_part: Callable[..., None], tmp_path: Path
) -> None:
    open_part(QUIZ, write(ten_kinds("", ("scale",)), tmp_path).as_uri())
    asked(page).get_by_text("4").click()
    asked(page).get_by_role("button", name="Svara").click()
    onward(page)
    expect(page.locator(".result h2")).to_have_text("Tack. Här finns inget rätt svar.")
    expect(page.locator(".result .chip")).to_have_count(0)


def test_a_result_without_its_answers_is_still_a_result(page: Page, quiz: Callable[..., None]) -> None:
    """A SCORM 1.2 portal keeps 4,096 characters: answers give way before results."""
    quiz("attempts: 2\n")
    take(page, RIGHT)
    page.evaluate(
        """() => {
            for (const name of Object.keys(localStorage)) {
                const parts = localStorage[name].split(";");
                if (parts.length > 4) localStorage[name] = parts.slice(0, -1).join(";") + ";";
            }
        }"""
    )
    page.reload()
    expect(page.locator(".result h2")).to_have_text("3 av 3 poäng")
    expect(page.locator(".result")).to_contain_text("Du har 1 försök kvar.")
    assert asked(page).count() == 0
    page.get_by_role("button", name="Gör om quizet").click()
    expect(page.locator(".quiz .eyebrow")).to_have_text("Fråga 1 av 3")
