"""Case, checklist and the notes of a lesson: what they remember, and what they must not."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

LESSON = 0
EVERYTHING_KEPT = (
    "() => JSON.stringify({...localStorage}) + JSON.stringify({...sessionStorage}) + document.cookie"
)


def test_a_story_goes_where_the_choices_lead(page: Page, open_part: Callable[..., None]) -> None:
    open_part(LESSON)
    story = page.locator(".case")
    scenes = story.locator(".scene:visible")
    assert scenes.count() == 1
    story.get_by_role("button", name="Jag frågar pappan").click()
    assert scenes.count() == 2
    expect(scenes.last).to_contain_text("Barnet drar sig längre bort.")
    expect(scenes.last).to_be_focused()
    expect(scenes.first).to_contain_text("Pappan svarar i barnets ställe.")
    story.get_by_role("button", name="Jag tar provet ändå.").click()
    expect(scenes.last).to_contain_text("Barnet gråter.")
    page.reload()
    expect(scenes.last).to_contain_text("Barnet gråter.")
    story.get_by_role("button", name="Börja om").click()
    assert scenes.count() == 1
    assert story.locator("[aria-pressed=true]").count() == 0


def test_a_choice_can_be_changed_and_a_story_may_turn_back(
    page: Page, open_part: Callable[..., None]
) -> None:
    open_part(LESSON)
    story = page.locator(".case")
    scenes = story.locator(".scene:visible")
    story.get_by_role("button", name="Jag frågar pappan").click()
    story.get_by_role("button", name="Jag börjar om").click()
    assert scenes.count() == 1
    story.get_by_role("button", name="Jag sätter mig på huk").click()
    expect(scenes.last).to_contain_text("Barnet berättar")
    story.get_by_role("button", name="Jag frågar pappan").click()
    expect(scenes.last).to_contain_text("Barnet drar sig längre bort.")
    assert scenes.count() == 2


def test_a_checklist_remembers_its_ticks(page: Page, open_part: Callable[..., None]) -> None:
    open_part(LESSON)
    ticks = page.locator(".checklist")
    ticks.get_by_label("Jag vet vad barnet heter.").check()
    expect(ticks.get_by_role("status")).to_have_text("1 av 2 är klara.")
    page.reload()
    expect(ticks.get_by_role("status")).to_have_text("1 av 2 är klara.")
    assert ticks.get_by_label("Jag vet vad barnet heter.").is_checked()


def test_a_note_stays_in_this_window_and_says_so(page: Page, open_part: Callable[..., None]) -> None:
    open_part(LESSON)
    note = page.locator(".reflect").first
    expect(note).to_contain_text("Bara du ser det du skriver. Det skickas inte till portalen.")
    note.get_by_role("textbox").fill("Pojken i rum fyra")
    note.get_by_role("textbox").blur()
    assert "Pojken" not in page.evaluate(EVERYTHING_KEPT)
    with page.expect_download() as download:
        note.get_by_role("button", name="Spara som fil").click()
    written = download.value.path().read_bytes().decode("utf-8-sig")
    assert written == "När påverkade ert arbete senast ett barn?\r\n\r\nPojken i rum fyra"


def test_a_stored_note_says_so_and_comes_back(page: Page, open_part: Callable[..., None]) -> None:
    open_part(LESSON)
    note = page.locator(".reflect").nth(1)
    expect(note).to_contain_text("Texten sparas i portalen, högst 500 tecken.")
    field = note.get_by_role("textbox")
    assert field.get_attribute("maxlength") == "500"
    field.fill("Jag vill fråga barnet, först av allt: «Hur är det?»\nÅ så lyssna.")
    field.blur()
    page.reload()
    expect(field).to_have_value("Jag vill fråga barnet, först av allt: «Hur är det?»\nÅ så lyssna.")


def test_a_long_note_is_seen_whole(page: Page, open_part: Callable[..., None]) -> None:
    open_part(LESSON)
    field = page.locator(".reflect textarea").first
    field.fill("rad\n" * 30)
    assert field.evaluate("it => it.scrollHeight - it.clientHeight <= 4")
