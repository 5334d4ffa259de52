"""A comment on a second of a film: the reader takes it from the player, where the film stands."""

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from course_builder.library.drafts.models import Kind
from course_builder.library.drafts.reading import draft
from course_builder.library.review import comments
from course_builder.paths.shipped import COURSES
from tests.web.region import Region
from tests.web.served import serving, sign_in

pytestmark = pytest.mark.browser
COURSE = "grundutbildning"
FILM = "quizzes/vantrummet.yaml#vantrummet"


@pytest.fixture
def courses() -> Path:
    return COURSES


def test_the_time_of_the_film_goes_with_the_comment(context: BrowserContext, region: Region) -> None:
    with serving(region.app) as address:
        sign_in(context, region, "trainer", address)
        page = context.new_page()
        page.goto(f"{address}/write/course/{COURSE}/review")
        spots = page.get_by_label("Vad gäller det?")
        part = spots.locator(f'option[value="{FILM}"]').get_attribute("data-part")
        player = page.frames[1]
        player.evaluate("(part) => { location.hash = 'p-' + part }", part)
        player.locator("[data-is=step-link]:visible", has_text="Film och pauser").click()
        film = player.locator("video:visible")
        film.evaluate(
            "(video) => new Promise((done) => { video.onseeked = done; video.onloadedmetadata = () => { video.currentTime = 41.7 }; video.preload = 'auto'; video.load() })"
        )
        film.evaluate("(video) => video.scrollIntoView({ block: 'center' })")
        expect(page.get_by_label("Sekund i filmen")).to_be_hidden()
        page.get_by_role("button", name="Ta det som visas").click()
        expect(spots).to_have_value(FILM)
        page.get_by_role("button", name="Ta filmens tid").click()
        expect(page.get_by_label("Sekund i filmen")).to_have_value("41")
        page.get_by_label("Kommentar", exact=True).fill("Här vill jag stanna.")
        page.get_by_role("button", name="Kommentera", exact=True).click()
        expect(page.get_by_text("Väntrummet, vid 0:41")).to_be_visible()
    with region.database.reading() as session:
        course = draft(session, Kind.COURSE, COURSE)
        assert course is not None
        said = comments.threads(session, course)[0].comment
    assert (said.path, said.block_id, said.second) == ("quizzes/vantrummet.yaml", "vantrummet", 41.0)
