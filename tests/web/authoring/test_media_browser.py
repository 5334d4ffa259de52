"""Media in a real browser: no picture without a choice, captions by keyboard alone, an upload that outlives a cut."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from course_builder.library.film_register.models import FilmRecord
from tests.acceptance.axe import violations
from tests.acceptance.web import Complaints
from tests.library.uploads.honest import film, picture
from tests.web.authoring.drafted import COURSE, change, drafted, held, written
from tests.web.authoring.site import at_work
from tests.web.authoring.test_captions import BLOCK, content
from tests.web.authoring.test_film_register import BLOCKS
from tests.web.authoring.test_upload import brought
from tests.web.looked import looked_at
from tests.web.region import Region
from tests.web.served import serving, sign_in

pytestmark = pytest.mark.browser
BASE = f"/write/course/{COURSE}"
EXPECTED = ("INTERNET_DISCONNECTED", "escape its sandboxing")
"""What the browser says of a cut that we made, and of the frame of the preview."""


@pytest.fixture
def site(region: Region) -> Iterator[str]:
    drafted(region)
    with serving(region.app) as address:
        yield address


@pytest.fixture
def page(context: BrowserContext, region: Region, site: str) -> Iterator[Page]:
    with at_work(context, region, site, EXPECTED) as page:
        yield page


def file(name: str, data: bytes, kind: str) -> dict[str, object]:
    return {"name": name, "mimeType": kind, "buffer": data}


def test_a_picture_cannot_be_placed_without_a_choice(page: Page, site: str, region: Region) -> None:
    """trust B.2.1: by keyboard, in the editor's own text."""
    page.goto(f"{site}{BASE}/ett.md?as=text")
    page.get_by_role("button", name="Bild", exact=True).click()
    panel = page.get_by_role("region", name="Välj en bild")
    expect(panel.get_by_role("heading", name="Välj en bild")).to_be_focused()
    expect(panel).to_contain_text("Här finns ingen sådan fil än.")
    panel.get_by_label("Ladda upp en fil").set_input_files(file("IMG_4711.png", picture("PNG"), "image/png"))
    place = panel.get_by_role("button", name="Infoga")
    expect(place).to_have_attribute("aria-disabled", "true")
    place.press("Enter")
    expect(panel).to_contain_text("Beskriv bilden eller välj dekorativ, så kan du infoga den.")
    words = panel.get_by_label("Vad visar bilden?")
    expect(words).to_be_focused()
    expect(words).to_have_value("")
    words.press_sequentially("IMG_4711.png")
    place.press("Enter")
    expect(panel).to_contain_text("Det där är ett filnamn.")
    assert violations(page) == []
    words.fill("En stol vid ett fönster")
    place.press("Enter")
    expect(panel).to_have_count(0)
    page.wait_for_function("() => document.querySelector('[data-saved]').textContent.includes('Sparat')")
    assert "![En stol vid ett fönster](media/img-4711.png)" in written(region, "ett.md")
    page.get_by_role("button", name="Bild", exact=True).click()
    panel.get_by_role("button", name="img-4711.png").press("Enter")
    suggestion = panel.get_by_role("button", name="Använd förslaget: En stol vid ett fönster")
    expect(suggestion).to_be_visible()
    expect(panel.get_by_label("Vad visar bilden?")).to_have_value("")
    panel.get_by_label("Dekorativ bild (ingen bildtext behövs)").press("Space")
    place.press("Enter")
    page.wait_for_function("() => document.querySelector('[data-saved]').textContent.includes('Sparat')")
    expect(page.locator(".cm-content")).to_contain_text("![-](media/img-4711.png)")


def test_captions_from_nothing_by_keyboard(page: Page, site: str, region: Region) -> None:
    client = region.as_("trainer")
    brought(client, "film.mp4", film("film.mp4"))
    change(region, {"ett.md": written(region, "ett.md") + BLOCK})
    page.goto(f"{site}{BASE}/captions?film=media/film.mp4")
    typed = page.get_by_label("Skriv nästa undertext")
    typed.focus()
    page.keyboard.type("En dörr öppnas.")
    page.keyboard.press("Enter")
    page.evaluate("document.querySelector('video').currentTime = 1.9")
    page.keyboard.type("Någon säger hej.")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("Ingen svarar.")
    page.keyboard.press("Enter")
    expect(typed).to_be_focused()
    expect(typed).to_have_value("")
    page.keyboard.press("Tab")
    rows = page.locator("[data-lines] > li")
    expect(rows).to_have_count(2)
    expect(page.locator("[data-state]")).to_contain_text("Sparat")
    assert content(region, "media/film.sv.vtt").count("-->") == 2
    assert "  sv: media/film.sv.vtt\n" in written(region, "ett.md")
    expect(rows.nth(1)).to_contain_text("ligger efter filmens slut")
    second = rows.nth(1).get_by_label("Text Undertext 2")
    second.focus()
    second.press("Home")
    rows.nth(1).get_by_role("button", name="Dela vid markören").press("Enter")
    expect(rows).to_have_count(3)
    expect(rows.nth(2).get_by_label("Text Undertext 3")).to_be_focused()
    rows.nth(1).get_by_role("button", name="Slå ihop med nästa").press("Enter")
    expect(rows).to_have_count(2)
    rows.nth(1).get_by_role("button", name="Ta bort").press("Enter")
    expect(rows).to_have_count(1)
    expect(rows.nth(0).get_by_label("Text Undertext 1")).to_be_focused()
    page.get_by_role("button", name="Ångra").press("Enter")
    expect(rows).to_have_count(2)
    starts = rows.nth(1).get_by_label("Börjar Undertext 2")
    starts.fill("0:01,6")
    starts.press("Tab")
    rows.nth(1).get_by_label("Slutar Undertext 2").fill("hej")
    rows.nth(1).get_by_label("Slutar Undertext 2").press("Tab")
    expect(rows.nth(1)).to_contain_text("Skriv tiden som 1:05,5")
    page.locator("summary", has_text="Flytta alla").press("Enter")
    page.get_by_label("Flytta alla så många sekunder").fill("0,2")
    page.get_by_role("button", name="Flytta", exact=True).press("Enter")
    expect(rows.nth(1).get_by_label("Börjar Undertext 2")).to_have_value("0:01,8")
    expect(page.locator("[data-state]")).to_contain_text("Sparat")
    page.wait_for_timeout(1700)
    expect(page.locator("[data-state]")).to_contain_text("Sparat")
    assert "00:00:01.800 -->" in content(region, "media/film.sv.vtt")


def test_an_upload_outlives_a_cut(page: Page, site: str, region: Region) -> None:
    cuts = []

    def cut(route: Route) -> None:
        if route.request.method == "PATCH" and len(cuts) < 2:
            cuts.append(route.request.headers["upload-offset"])
            route.abort("internetdisconnected")
        else:
            route.continue_()

    page.route("**/write/uploads/*", cut)
    page.goto(f"{site}{BASE}/media")
    with page.expect_navigation():
        page.get_by_label("Ladda upp en fil").set_input_files(
            file("Film å.mp4", film("film.mp4"), "video/mp4")
        )
    expect(page.get_by_role("heading", name="film-a.mp4")).to_be_visible()
    assert cuts == ["0", "0"]
    assert "media/film-a.mp4" in held(region)
    page.get_by_label("Ladda upp en fil").set_input_files(file("lur.png", b"<!doctype html>", "image/png"))
    expect(page.get_by_role("status").filter(has_text="lur.png")).to_contain_text("innehåller något annat")


def test_the_same_file_another_day_goes_on_where_it_was(
    page: Page, site: str, region: Region, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("course_builder.web.authoring.upload.PIECE", 10_000)
    brought_in = tmp_path / "film.mp4"
    brought_in.write_bytes(film("film.mp4"))
    sent: list[str] = []

    def first_piece_only(route: Route) -> None:
        sent.append(route.request.headers["upload-offset"])
        if len(sent) == 2:
            route.abort("internetdisconnected")
        else:
            route.continue_()

    page.route(
        "**/write/uploads/*",
        lambda route: first_piece_only(route) if route.request.method == "PATCH" else route.continue_(),
    )
    page.goto(f"{site}{BASE}/media")
    page.get_by_label("Ladda upp en fil").set_input_files(brought_in)
    expect(page.get_by_role("status").filter(has_text="Kontakten bröts")).to_be_visible()
    page.goto(f"{site}{BASE}/media")
    with page.expect_navigation():
        page.get_by_label("Ladda upp en fil").set_input_files(brought_in)
    expect(page.get_by_role("heading", name="film.mp4")).to_be_visible()
    assert sent[:3] == ["0", "10000", "10000"]
    assert [path for path in held(region) if path.startswith("media/")] == ["media/film.mp4"]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_pages(context: BrowserContext, site: str, region: Region, language: str) -> None:
    client = region.as_("trainer")
    for name, data in (
        ("film.mp4", film("film.mp4")),
        ("dörr.png", picture("PNG")),
        ("blad.pdf", b"%PDF-1.7\n"),
    ):
        brought(client, name, data)
    own = "\n![En dörr](media/dorr.png)\n" + BLOCKS
    change(region, {"ett.md": written(region, "ett.md") + own})
    lines = [
        [0, 1500, "En dörr öppnas långsamt medan någon går förbi utanför på gatan"],
        [1400, 2000, "Tyst."],
    ]
    client.post(
        f"{BASE}/captions", json={"film": "media/film.mp4", "language": "sv", "base": 9, "lines": lines}
    )
    with region.database.writing() as session:
        sha = held(region)["media/film.mp4"]
        session.add(FilmRecord(film=sha, children="yes", patients="no", ground="Samtycke", said_by_id=region.people["trainer"], said_on=region.time()))  # fmt: skip
    sign_in(context, region, "trainer", site)
    page = context.new_page()
    complaints = Complaints(page, site)
    found = [
        f"{path}: {one}"
        for path in (
            f"{BASE}/media",
            "/write/media",
            "/write/media/films",
            f"{BASE}/captions?film=media/film.mp4",
            f"{BASE}/film/{sha}",
        )
        for one in looked_at(page, site + path, language)
    ]
    assert found == []
    assert complaints.heard == []
