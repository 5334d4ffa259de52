"""The ten kinds of question in the player: answered with the keyboard alone, marked, explained, remembered."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

Reach = Callable[[str], None]
PRACTICE = 1


def form(kind: str) -> str:
    return f"form.q[data-kind={kind}]"


def part_form(kind: str) -> str:
    return f"section.part:not([hidden]) {form(kind)}"


def choose_first(page: Page, reach: Reach, kind: str, keys: list[str]) -> None:
    reach(f"{form(kind)} input")
    for key in keys:
        page.keyboard.press(key)


def truth(page: Page, reach: Reach) -> None:
    choose_first(page, reach, "truth", ["ArrowRight", "Enter"])


def choice(page: Page, reach: Reach) -> None:
    choose_first(page, reach, "choice", ["ArrowDown", "Enter"])


def choices(page: Page, reach: Reach) -> None:
    choose_first(page, reach, "choices", ["Space", "Tab", "Space", "Enter"])


def text(page: Page, reach: Reach) -> None:
    reach(f"{form('text')} input")
    page.keyboard.type("1 JANUARI 2020")
    page.keyboard.press("Enter")


def gaps(page: Page, reach: Reach) -> None:
    reach(f"{form('gaps')} input")
    page.keyboard.type("1989")
    reach(f"{form('gaps')} select")
    page.keyboard.type("2020")
    press(page, reach, "gaps")


def number(page: Page, reach: Reach) -> None:
    reach(f"{form('number')} input")
    page.keyboard.type("42,0")
    page.keyboard.press("Enter")


def match(page: Page, reach: Reach) -> None:
    for place, first in enumerate(("Barnets", "Rätt", "Lek")):
        reach(f"{form('match')} .opt:nth-child({place + 1}) select")
        page.keyboard.type(first)
    press(page, reach, "match")


def order(page: Page, reach: Reach) -> None:
    for place, first in enumerate(("FN", "Sverige", "Den")):
        rows = page.locator(f"{part_form('order')} li > span:first-of-type").all_inner_texts()
        steps = next(at for at, row in enumerate(rows) if row.startswith(first)) - place
        row = page.locator(f"{part_form('order')} li", has_text=first)
        if steps:
            row.locator("button").first.focus()
        for _ in range(steps):
            page.keyboard.press("Enter")
    reach(f"{form('order')} button.primary")
    page.keyboard.press("Enter")


def scale(page: Page, reach: Reach) -> None:
    choose_first(page, reach, "scale", ["ArrowRight", "ArrowRight", "Enter"])


def reflect(page: Page, reach: Reach) -> None:
    reach(f"{form('reflect')} textarea")
    page.keyboard.type("Disken är för hög.")
    press(page, reach, "reflect")


def press(page: Page, reach: Reach, kind: str) -> None:
    reach(f"{form(kind)} button.primary")
    page.keyboard.press("Enter")


GRADED = [truth, choice, choices, text, gaps, number, match, order]
UNGRADED = [scale, reflect]
WRONG = {
    "truth": "Sant",
    "choice": "Bara vårdnadshavaren",
    "choices": "Artikel 31",
}


@pytest.mark.parametrize("answer", GRADED, ids=lambda answer: answer.__name__)
def test_right_with_the_keyboard_alone(
    page: Page, open_part: Callable[..., None], tab_to: Reach, answer: Callable[[Page, Reach], None]
) -> None:
    open_part(PRACTICE)
    answer(page, tab_to)
    verdict = page.locator(f"{part_form(answer.__name__)} .verdict")
    expect(verdict).to_have_text("Rätt")
    expect(verdict).to_be_focused()
    assert page.locator(f"{part_form(answer.__name__)} fieldset").evaluate("it => it.disabled")


@pytest.mark.parametrize("answer", UNGRADED, ids=lambda answer: answer.__name__)
def test_no_answer_is_wrong_where_none_is_right(
    page: Page, open_part: Callable[..., None], tab_to: Reach, answer: Callable[[Page, Reach], None]
) -> None:
    open_part(PRACTICE)
    answer(page, tab_to)
    expect(page.locator(f"{part_form(answer.__name__)} .verdict")).to_have_text(
        "Tack. Här finns inget rätt svar."
    )


@pytest.mark.parametrize("answer", [*GRADED, scale], ids=lambda answer: answer.__name__)
def test_an_answer_is_there_after_a_reload(
    page: Page, open_part: Callable[..., None], tab_to: Reach, answer: Callable[[Page, Reach], None]
) -> None:
    open_part(PRACTICE)
    answer(page, tab_to)
    shown = part_form(answer.__name__)
    before = page.locator(shown).inner_text()
    page.reload()
    page.wait_for_selector(f"{shown} .verdict:not(:empty)")
    assert page.locator(shown).inner_text() == before


@pytest.mark.parametrize("kind", WRONG)
def test_every_option_says_why_in_words_and_with_an_icon(
    page: Page, open_part: Callable[..., None], kind: str
) -> None:
    open_part(PRACTICE)
    shown = page.locator(part_form(kind))
    shown.get_by_text(WRONG[kind], exact=True).click()
    shown.get_by_role("button", name="Svara").click()
    rows = shown.locator(".opt")
    assert rows.locator("> svg.res").count() == rows.count()
    assert shown.locator(".wrong .mark").all_inner_texts() == ["Ditt svar. Inte rätt den här gången."]
    right = shown.locator(".right .mark").all_inner_texts()
    assert right == ["Rätt svar"] * len(right) != []
    if kind != "truth":
        assert rows.locator(".say:visible").count() == rows.count()
    assert shown.locator(".wrong").evaluate("row => getComputedStyle(row).borderStyle") == "dashed"
    assert shown.locator(".right").first.evaluate("row => getComputedStyle(row).borderStyle") == "solid"


def test_a_part_of_the_answer_is_said_to_be_so(page: Page, open_part: Callable[..., None]) -> None:
    open_part(PRACTICE)
    shown = page.locator(part_form("choices"))
    shown.get_by_text("Artikel 2", exact=True).click()
    shown.get_by_role("button", name="Svara").click()
    expect(shown.locator(".verdict")).to_have_text("Delvis rätt")


def test_an_empty_answer_is_asked_for_not_marked(page: Page, open_part: Callable[..., None]) -> None:
    open_part(PRACTICE)
    asked = {
        "choice": "Välj ett svar först.",
        "text": "Skriv ett svar först.",
        "number": "Skriv ett tal först.",
        "match": "Fyll i alla först.",
    }
    for kind, said in asked.items():
        shown = page.locator(part_form(kind))
        shown.get_by_role("button", name="Svara").click()
        expect(shown.locator(".verdict")).to_have_text(said)
        assert not shown.locator("fieldset").evaluate("it => it.disabled")


def test_a_new_try_begins_from_nothing(page: Page, open_part: Callable[..., None]) -> None:
    open_part(PRACTICE)
    shown = page.locator(part_form("choice"))
    before = shown.inner_text()
    shown.get_by_text("Bara vårdnadshavaren").click()
    shown.get_by_role("button", name="Svara").click()
    shown.get_by_role("button", name="Försök igen").click()
    assert shown.inner_text() == before
    assert shown.locator("input:checked, .fb, .right, .wrong, .rest, fieldset:disabled").count() == 0
    expect(shown.locator("input").first).to_be_focused()
    page.reload()
    page.wait_for_selector(f"{part_form('choice')} .btn")
    assert shown.locator("input:checked").count() == 0


def test_a_new_try_does_not_begin_with_the_old_order(
    page: Page, open_part: Callable[..., None], tab_to: Reach
) -> None:
    open_part(PRACTICE)
    rows = page.locator(f"{part_form('order')} li > span:first-of-type")
    before = rows.all_inner_texts()
    order(page, tab_to)
    assert rows.all_inner_texts() != before
    page.locator(part_form("order")).get_by_role("button", name="Försök igen").click()
    assert rows.all_inner_texts() == before


def test_moves_are_announced(page: Page, open_part: Callable[..., None]) -> None:
    open_part(PRACTICE)
    row = page.locator(f"{part_form('order')} li").first
    name = row.locator("span").first.inner_text()
    row.get_by_role("button", name=f"Flytta ner: {name}").click()
    expect(page.get_by_role("status").filter(has_text=f"{name} är nu på plats 2 av 3.")).to_have_count(1)


def test_what_is_cited_in_an_answer_is_told_with_it(page: Page, open_part: Callable[..., None]) -> None:
    open_part(PRACTICE)
    shown = page.locator(part_form("truth"))
    expect(shown.locator(".lawcard").first).to_be_hidden()
    shown.get_by_text("Falskt").click()
    shown.get_by_role("button", name="Svara").click()
    shown.get_by_role("link", name="lagen").click()
    card = shown.locator(".lawcard").first
    expect(card).to_be_in_viewport()
    assert card.evaluate("it => it.matches(':target')")
    assert "Artiklarna 1–42 gäller som svensk lag" in card.inner_text()
    card.get_by_role("link", name="Tillbaka till texten").click()
    expect(shown.get_by_role("link", name="lagen")).to_be_in_viewport()
    expect(card.get_by_role("link", name="Tillbaka till texten")).to_be_hidden()
