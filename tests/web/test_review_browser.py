"""From a comment to a published version in a real browser, by keyboard; the pages of review and publishing looked at."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from course_builder.library.drafts.models import Kind
from course_builder.library.drafts.reading import draft
from course_builder.library.review import approvals, comments
from course_builder.library.review.comments import Anchor, Author
from tests.web.learned import learned
from tests.web.looked import looked_at
from tests.web.region import Region
from tests.web.served import serving, sign_in
from tests.web.test_exports import hand_out
from tests.web.test_publishing import PAGE, REASON, VAGUE, approve, mark
from tests.web.test_release import kept, publish
from tests.web.test_review import make_link

__all__ = ["learned"]
pytestmark = pytest.mark.browser

REVIEW = "/write/course/liten/review"
PAGES = (REVIEW, "/write/review", "/courses/liten/release", "/courses/liten/versions", "/courses/liten/download?portal_name=L%C3%A4rportalen", "/courses/liten/versions/1/download")  # fmt: skip


@pytest.fixture
def address(region: Region) -> Iterator[str]:
    with serving(region.app) as found:
        yield found


def press(page: Page, name: str) -> None:
    """By keyboard."""
    button = page.get_by_role("button", name=re.compile(f"^{re.escape(name)}")).first
    button.focus()
    page.keyboard.press("Enter")


def test_comment_resolve_approve_publish(context: BrowserContext, region: Region, address: str) -> None:
    sign_in(context, region, "trainer", address)
    page = context.new_page()
    page.goto(address + REVIEW)
    player = page.frame_locator("iframe")
    expect(player.get_by_role("heading", name="Börja här")).to_be_visible()
    press(page, "Ta det som visas")
    expect(page.get_by_label("Kommentar", exact=True)).to_be_focused()
    page.get_by_label("Vad gäller det?").select_option("start.md#tank")
    page.get_by_label("Kommentar", exact=True).fill("Menar vi barn eller patienter?")
    press(page, "Kommentera")
    expect(page.get_by_text("Menar vi barn eller patienter?")).to_be_visible()
    page.get_by_text("Svara", exact=False).first.click()
    page.get_by_label("Ditt svar").fill("Barn.")
    press(page, "Skicka svaret")
    expect(page.get_by_text("Barn.", exact=True)).to_be_visible()
    press(page, "Markera som löst")
    expect(page.get_by_text("Löst", exact=True)).to_be_visible()
    press(page, "Godkänn versionen i mitt namn")
    expect(page.get_by_text("Du har godkänt versionen.")).to_be_visible()
    page.goto(address + "/courses/liten/release")
    expect(page.get_by_text("gäller", exact=False).first).to_be_visible()
    press(page, "Publicera version 1")
    expect(page.get_by_text("Version 1 är publicerad.")).to_be_visible()
    assert [(number, change) for number, change, _, _ in kept(region)] == [(1, "first")]


def test_comments_in_the_margin_of_the_editor(context: BrowserContext, region: Region, address: str) -> None:
    with region.database.writing() as session:
        course = draft(session, Kind.COURSE, "liten")
        assert course is not None
        comments.write(session, course, Anchor("start.md", "tank", None, "När lyssnade du?"), "Otydligt.", Author("Karin"), region.time())  # fmt: skip
    sign_in(context, region, "trainer", address)
    page = context.new_page()
    page.goto(f"{address}/write/course/liten/start.md")
    page.locator("summary", has_text="Kommentarer").click()
    margin = page.locator("[data-comments]")
    expect(margin.get_by_text("Otydligt.")).to_be_visible()
    expect(margin.get_by_role("link", name="Rad 9 i texten")).to_be_visible()
    margin.locator("summary", has_text="Ny kommentar").click()
    margin.get_by_label("Kommentar", exact=True).fill("Om hela avsnittet, från marginalen")
    press(page, "Kommentera")
    expect(margin.get_by_text("Om hela avsnittet, från marginalen")).to_be_visible()
    press(page, "Markera som löst")
    expect(margin.get_by_text("Löst", exact=True)).to_be_visible()
    expect(page.locator(".said:focus")).to_contain_text("Otydligt.")
    expect(page.locator("[data-said]")).to_have_text("Kommentarerna är uppdaterade.")
    assert page.url == f"{address}/write/course/liten/start.md"


def test_a_visitor_comments_on_what_she_sees(context: BrowserContext, region: Region, address: str) -> None:
    link = make_link(region, region.as_("trainer"))
    page = context.new_page()
    page.goto(address + link)
    expect(page.frame_locator("iframe").get_by_role("heading", name="Börja här")).to_be_visible()
    page.get_by_label("Ditt namn").fill("Gun Gäst")
    press(page, "Ta det som visas")
    page.get_by_label("Kommentar", exact=True).fill("Fin bild.")
    press(page, "Kommentera")
    expect(page.get_by_text("Fin bild.")).to_be_visible()
    with region.database.reading() as session:
        course = draft(session, Kind.COURSE, "liten")
        assert course is not None
        said = comments.threads(session, course)[0].comment
    assert (said.name, said.path, said.person_id) == ("Gun Gäst", "start.md", None)
    assert page.get_by_label("Ditt namn").input_value() == "Gun Gäst"


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_pages(context: BrowserContext, region: Region, address: str, language: str) -> None:
    trainer = region.as_("trainer")
    publish(trainer)
    hand_out(trainer)
    link = make_link(region, trainer, facilitator="1")
    region.edit("liten", "start.md", *VAGUE)
    trainer.post(
        f"{PAGE}/accept", data={"mark": mark(trainer, "säger inte vart länken leder"), "reason": REASON}
    )
    approve(trainer)
    publish(trainer, change="content", note="Mer att läsa.")
    region.edit("liten", "start.md", "Barnet har rätt", "Och [här](https://exempel.se/b).\n\nBarnet har rätt")
    with region.database.writing() as session:
        course = draft(session, Kind.COURSE, "liten")
        assert course is not None
        first = comments.write(session, course, Anchor("start.md", "tank", None, "När lyssnade du senast?"), "Otydligt.", Author("Tove Utbildare", region.people["trainer"]), region.time())  # fmt: skip
        comments.reply(session, first, "Bättre nu?", Author("Karin"), region.time())
        comments.write(session, course, Anchor("start.md"), "Klart.", Author("Gun"), region.time()).resolved_on = region.time()  # fmt: skip
        approvals.approve(session, course, "a" * 64, region.people["coordinator"], region.time())
        approvals.ask(session, course, region.people["trainer"], region.people["coordinator"], region.time())
    sign_in(context, region, "trainer", address)
    page = context.new_page()
    found = [f"{path} {one}" for path in PAGES for one in looked_at(page, address + path, language)]
    region.edit("liten", "start.md", "id: tank\n", "")
    found += [
        f"stopped {one}" for one in looked_at(page, address + "/courses/liten/release?stopped", language)
    ]
    context.clear_cookies()
    for path in (link, f"{link}leader", "/review/" + "x" * 43 + "/"):
        found += [f"{path} {one}" for one in looked_at(page, address + path, language)]
    assert found == []
