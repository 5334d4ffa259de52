"""An APT hour done afterwards, alone, in the application: the same texts, film and questions."""

from playwright.sync_api import Page, expect

from course_builder.content.course import Course
from course_builder.content.models.film import FilmDiscussion
from tests.acceptance import film
from tests.acceptance.keyboard import Keyboard
from tests.acceptance.walk import Walk


def take_alone(page: Page, course: Course) -> None:
    """By keyboard, from her own list of courses to the last page."""
    page.goto("/mine")
    expect(page.get_by_text(course.title).first).to_be_visible()
    page.goto(f"/learn/{course.id}/")
    page.locator("form[action$='/start'] button").click()
    page.wait_for_selector(".bar")
    keyboard = Keyboard(page)
    walk = Walk(keyboard, course, heard=lambda: saved(page))
    walk.enter()
    for part in course.parts:
        if isinstance(part, FilmDiscussion):
            film.think(keyboard, "Till filmen")
            keyboard.activate("button", "Jag har läst texten")
            film.think(keyboard, "Till frågorna efter filmen")
        walk.study(part)
        walk.onward()
    expect(page.locator("[data-notice=done]")).to_contain_text("Du har genomfört kursen.")


def saved(page: Page) -> None:
    expect(page.locator(".p-top .saved")).to_have_text("Sparat")
