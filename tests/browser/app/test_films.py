"""A film discussion in the application: where she was, what counts as seen, and her notes are kept on the server."""

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import select

from course_builder.learning.models import Note, PartRead
from course_builder.library.releases import course_of, release
from course_builder.paths.shipped import COURSES
from tests.browser.app.conftest import sign_in_as
from tests.browser.app.person import saved
from tests.web.region import Region

pytestmark = pytest.mark.browser
SHOWN = "section.part:not([hidden])"


@pytest.fixture
def film(region: Region, site: str, page: Page) -> Page:
    """A shipped course, begun, at its film discussion."""
    store = region.app.extensions["media_store"]
    with region.database.writing() as session:
        made = release(session, store, COURSES / "grundutbildning", None, "", None, region.time())
    sign_in_as(region, site, page.context, "rep")
    page.goto(f"{site}/learn/{made.course_id}/")
    page.locator("form[action$='/start'] button").click()
    page.wait_for_selector(".bar")
    talk = course_of(region.database, made.id).films[0]
    page.evaluate("key => { location.hash = `p-${key}` }", talk.key)
    page.wait_for_selector(f"#p-{talk.key}:not([hidden]) .film-talk.on")
    return page


def test_what_was_seen_and_written_is_there_again(film: Page, region: Region) -> None:
    film.locator(f"{SHOWN} [data-do=step]").nth(1).click()
    film.locator(f"{SHOWN} [data-do=read]").click()
    expect(film.locator(f"{SHOWN} [data-is=seen]")).to_have_text("Filmen räknas som sedd.")
    film.locator(f"{SHOWN} [data-do=step]").nth(2).click()
    note = film.locator(f"{SHOWN} textarea:visible").first
    note.fill("Barnet tittade bort")
    saved(film)
    with region.database.reading() as session:
        assert session.scalars(select(Note.text)).all() == ["Barnet tittade bort"]
        assert len(session.scalars(select(PartRead)).all()) == 1
    film.reload()
    expect(film.locator(f"{SHOWN} textarea:visible").first).to_have_value("Barnet tittade bort")
    expect(film.locator(f"{SHOWN} [data-is=step-link].ok")).not_to_have_count(0)


def test_the_film_itself_comes_from_the_release(film: Page) -> None:
    film.locator(f"{SHOWN} [data-do=step]").nth(1).click()
    video = film.locator(f"{SHOWN} video")
    film.wait_for_function("video => video.readyState > 0", arg=video.element_handle())
    assert video.evaluate("it => it.error") is None
