"""The kit from a folder, with no server anywhere: two windows in step, a film that stops, a summary that comes out."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from course_builder.meetings.summary import read
from tests.acceptance.axe import violations
from tests.acceptance.looks import faults, spaced_faults
from tests.meetings.test_kit import Box, box

__all__ = ["box"]
pytestmark = pytest.mark.browser

LEAD, ROOM, ONE = "2-led-timmen.html", "3-rumsvy.html", "4-en-skarm.html"
FAST = 16
FILM_STEPS = 5
"""Steps before the film."""


@pytest.fixture
def folder(box: Box, tmp_path: Path) -> Path:
    box.zip.extractall(tmp_path / "möteslåda åäö")
    return tmp_path / "möteslåda åäö"


@pytest.fixture
def context(browser: Browser) -> BrowserContext:
    made = browser.new_context(
        locale="sv-SE", timezone_id="Europe/Stockholm", reduced_motion="reduce", offline=True
    )
    asked: list[str] = []
    made.on("request", lambda request: asked.append(request.url))
    made.on("weberror", lambda error: asked.append(str(error.error)))
    yield made
    made.close()
    assert [one for one in asked if not one.startswith(("file:", "data:", "blob:"))] == []


def opened(context: BrowserContext, folder: Path) -> tuple[Page, Page]:
    """The leader's window, and the room's that it opened; the hour has begun."""
    lead = context.new_page()
    lead.goto((folder / LEAD).as_uri())
    with context.expect_page() as made:
        lead.locator("[data-do=open-room]").click()
    room = made.value
    expect(lead.locator("[data-is=wall-open]")).to_be_visible()
    lead.locator("[data-do=start]").click()
    return lead, room


def test_both_windows_in_step_and_the_film_stops_with_its_question(
    context: BrowserContext, folder: Path
) -> None:
    lead, room = opened(context, folder)
    assert room.url == (folder / ROOM).as_uri()
    expect(room.get_by_role("heading", name="Välkommen", exact=True)).to_be_visible()
    for _ in range(FILM_STEPS):
        lead.locator("[data-do=next]").click()
    expect(lead.locator("[data-is=title]")).to_have_text("Väntrummet")
    lead.locator("[data-do=film-play]").click()
    room.wait_for_function("document.querySelector('[data-is=video]').currentTime > 0.2")
    room.evaluate(f"document.querySelector('[data-is=video]').playbackRate = {FAST}")
    stopped = room.locator("[data-is=stop-ask]")
    expect(stopped).to_have_text("Vad vet barnet just nu, och vad vet bara de vuxna?")
    expect(lead.locator("[data-is=film-stop]")).to_be_visible()
    lead.locator("[data-do=next]").click()
    expect(room.get_by_role("heading", name="Vad gjorde den vuxna som satte sig på huk")).to_be_visible()


def test_what_was_noted_comes_out_as_a_summary(context: BrowserContext, folder: Path) -> None:
    lead, _ = opened(context, folder)
    lead.get_by_label("Hur många är här?").fill("11")
    lead.get_by_label("Hur många av dem är gäster?").fill("1")
    lead.get_by_label("Ett tema, några ord").fill("väntetid")
    lead.get_by_role("button", name="Lägg till temat").click()
    lead.get_by_label("Vad gör vi?").fill("Hälsa på barnet först")
    lead.get_by_label("Vem ansvarar?").fill("Mottagningen")
    lead.get_by_role("button", name="Lägg till åtgärden").click()
    assert [*violations(lead), *faults(lead)] == []
    lead.reload()
    expect(lead.get_by_label("Hur många är här?")).to_have_value("11")
    lead.locator("[data-do=end]").click()
    text = lead.get_by_label("Sammanfattning").input_value()
    summary, told = read(text)
    assert told == ()
    assert (summary.hour, summary.present, summary.guests, summary.themes) == ("kit-1", 11, 1, ["väntetid"])
    assert [(one.what, one.responsible) for one in summary.actions] == [
        ("Hälsa på barnet först", "Mottagningen")
    ]
    assert summary.began is not None and summary.ended is not None
    for width in (1280, 320):
        lead.set_viewport_size({"width": width, "height": 900})
        assert [*violations(lead), *faults(lead)] == []
    with lead.expect_download() as saved:
        lead.get_by_role("link", name="Spara som fil").click()
    assert (saved.value.suggested_filename, saved.value.path().read_text(encoding="utf-8")) == (
        "apt-sammanfattning.txt",
        text,
    )


def test_one_screen_runs_by_itself(context: BrowserContext, folder: Path) -> None:
    page = context.new_page()
    page.goto((folder / ONE).as_uri())
    page.locator("[data-one=start]").click()
    expect(page.get_by_role("heading", name="Välkommen", exact=True)).to_be_visible()
    page.locator("[data-one=next]").click()
    expect(page.get_by_role("heading", name="Sex spelregler")).to_be_visible()


@pytest.mark.parametrize("name", [LEAD, ROOM, ONE])
def test_inside_a_zip_it_says_to_unpack_first(
    context: BrowserContext, folder: Path, tmp_path: Path, name: str
) -> None:
    """What a file manager takes out of a zip to show it: the page alone."""
    alone = tmp_path / "temp" / name
    alone.parent.mkdir()
    alone.write_bytes((folder / name).read_bytes())
    page = context.new_page()
    page.goto(alone.as_uri())
    expect(page.get_by_role("heading", name="Packa upp först")).to_be_visible()
    page.goto((folder / name).as_uri())
    expect(page.get_by_role("heading", name="Packa upp först")).to_be_hidden()


def test_every_paper_can_be_read_as_a_page(context: BrowserContext, folder: Path) -> None:
    found, page = [], context.new_page()
    for path in sorted(
        [folder / "1-las-mig.html", *folder.glob("papper/*.html"), *folder.glob("facit/*.html")]
    ):
        page.goto(path.as_uri())
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 900})
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                amiss = [*violations(page), *faults(page), *spaced_faults(page)]
                found += [f"{path.name} {width} {scheme}: {one}" for one in amiss]
    assert found == []
