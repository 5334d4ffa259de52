"""Saving in real browsers: two trainers, a lost sign-in, a server that is away. What was written is never lost."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from course_builder.library.drafts.history import revisions
from course_builder.library.drafts.models import Kind
from course_builder.library.drafts.reading import draft, text_at
from tests.acceptance.axe import violations
from tests.web.authoring.drafted import COURSE, LESSON, written
from tests.web.authoring.site import AT, Opens, address, opens, saved
from tests.web.region import Region
from tests.web.served import sign_in

__all__ = ["address", "opens"]
pytestmark = pytest.mark.browser
PAGE = f"{AT}/{LESSON}"


def write(page: Page, words: str) -> None:
    """At the end of the text, as a person does."""
    page.locator("[data-editor=text]").get_by_role("textbox").click()
    page.keyboard.press("Control+End")
    page.keyboard.type(words)


def test_what_is_written_is_saved_by_itself(region: Region, opens: Opens) -> None:
    page = opens("trainer", PAGE)
    write(page, "Ny mening.")
    expect(page.locator("[data-saved]")).to_contain_text("Sparat 09.00")
    assert "Ny mening." in written(region, LESSON)


def test_two_trainers_lose_nothing(region: Region, opens: Opens) -> None:
    """trust 59"""
    tove, karin = opens("trainer", PAGE), opens("coordinator", PAGE)
    write(karin, "Karins mening.")
    saved(karin)
    write(tove, "Toves mening.")
    conflict = tove.get_by_role("region", name="Ni har skrivit samtidigt")
    expect(conflict).to_contain_text("Karin Samordnare sparade en ändring")
    expect(conflict).to_contain_text("Karins mening.")
    expect(conflict).to_contain_text("Toves mening.")
    expect(tove.get_by_role("heading", name="Ni har skrivit samtidigt")).to_be_focused()
    assert "Toves" not in written(region, LESSON)
    assert violations(tove) == []
    tove.set_viewport_size({"width": 320, "height": 800})
    assert tove.evaluate("document.documentElement.scrollWidth") <= 320
    tove.get_by_role("button", name="Behåll båda och skriv ihop dem").click()
    saved(tove)
    both = written(region, LESSON)
    assert "Karins mening." in both
    assert "Toves mening." in both


def test_what_is_not_chosen_is_in_the_history(region: Region, opens: Opens) -> None:
    tove, karin = opens("trainer", PAGE), opens("coordinator", PAGE)
    write(karin, "Karins mening.")
    saved(karin)
    write(tove, "Toves mening.")
    tove.get_by_role("button", name="Använd det som är sparat").click()
    expect(tove.locator("[data-editor=text]")).to_contain_text("Karins mening.")
    assert "Toves" not in written(region, LESSON)
    with region.database.reading() as session:
        known = draft(session, Kind.COURSE, COURSE)
        assert known is not None
        kept = [text_at(session, known, LESSON, one.number) or "" for one in revisions(session, known)]
    assert [one for one in kept if "Toves mening." in one]


def test_a_sign_in_that_has_ended(region: Region, opens: Opens, address: str) -> None:
    """The copy is kept, and saved when she has signed in again; what she wrote meanwhile too."""
    page = opens("trainer", PAGE)
    write(page, "Före.")
    saved(page)
    page.context.clear_cookies()
    write(page, "Efter.")
    expect(page.locator("[data-saved]")).to_contain_text("Inte sparat – kopia finns i webbläsaren")
    expect(page.locator("[data-saved]")).to_contain_text("Du är inte inloggad längre")
    assert "Efter." not in written(region, LESSON)
    sign_in(page.context, region, "trainer", address)
    page.evaluate("dispatchEvent(new Event('online'))")
    saved(page)
    assert "Före.Efter." in written(region, LESSON)


def test_a_copy_is_offered_to_the_same_account_only(region: Region, opens: Opens, address: str) -> None:
    page = opens("trainer", PAGE)
    page.route("**/save", lambda route: route.abort())
    write(page, "Bara i webbläsaren.")
    expect(page.locator("[data-saved]")).to_contain_text("Inte sparat")
    page.wait_for_timeout(500)
    context = page.context
    page.on("dialog", lambda dialog: dialog.accept())
    page.close()

    sign_in(context, region, "coordinator", address)
    other = context.new_page()
    other.goto(PAGE)
    other.wait_for_timeout(4500)
    expect(other.get_by_text("som inte blev sparad")).to_have_count(0)
    assert "Bara i webbläsaren" not in str(other.evaluate("Object.values(localStorage)"))
    other.close()

    sign_in(context, region, "trainer", address)
    again = context.new_page()
    again.goto(PAGE)
    expect(again.get_by_role("region", name="som inte blev sparad")).to_be_visible()
    again.get_by_role("button", name="Lägg tillbaka kopian").click()
    saved(again)
    assert "Bara i webbläsaren." in written(region, LESSON)
    expect(again.locator("[data-editor=text]")).to_contain_text("Bara i webbläsaren.")


def test_a_server_that_is_away_is_tried_again(region: Region, opens: Opens) -> None:
    """The first two requests arrive, and their answers are lost on the way: saved once."""
    page, tries = opens("trainer", PAGE), []

    def lost(route: Route) -> None:
        tries.append(1)
        if len(tries) < 3:
            route.fetch()
            route.abort()
        else:
            route.continue_()

    page.route("**/save", lost)
    write(page, "En gång.")
    saved(page)
    assert len(tries) == 3
    assert written(region, LESSON).count("En gång.") == 1
    with region.database.reading() as session:
        known = draft(session, Kind.COURSE, COURSE)
        assert known is not None and known.head == 2


def test_the_others_text_comes_by_itself(region: Region, opens: Opens) -> None:
    tove, karin = opens("trainer", PAGE), opens("coordinator", PAGE)
    write(karin, "Karins mening.")
    saved(karin)
    tove.evaluate("dispatchEvent(new Event('focus'))")
    expect(tove.locator("[data-editor=text]")).to_contain_text("Karins mening.")
    write(tove, "Toves mening.")
    saved(tove)
    assert re.search("Karins mening.Toves mening.", written(region, LESSON))


def test_leaving_saves_first(region: Region, opens: Opens) -> None:
    page = opens("trainer", PAGE)
    write(page, "Just innan.")
    page.get_by_role("link", name="Om kursen").click()
    page.wait_for_url(f"**{AT}/")
    assert "Just innan." in written(region, LESSON)
