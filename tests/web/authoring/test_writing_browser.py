"""Writing a lesson in a real browser: what is typed is seen and saved, names are offered, Word comes along, Tab is free."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, FrameLocator, Locator, Page, expect

from course_builder.library.drafts.models import Kind
from course_builder.library.drafts.saving import create
from tests.acceptance.axe import violations
from tests.acceptance.looks import faults, moving, spaced_faults
from tests.acceptance.web import Complaints
from tests.content.trees import BASE
from tests.web.authoring.drafted import COURSE, LESSON, change, drafted, written
from tests.web.authoring.pasted import DOCUMENT, FROM_DOCUMENT, FROM_WORD, WORD
from tests.web.region import MONDAY, Region
from tests.web.served import serving, sign_in

pytestmark = pytest.mark.browser
HEAD = "---\nid: ett\n---\n# Barnets rätt\n\n"
TEXT = (
    HEAD + "Första stycket.\n\nAndra stycket.\n" + "".join(f"\nStycke {number}.\n" for number in range(3, 40))
)
PASTE = """([html, plain]) => {
  const data = new DataTransfer();
  if (html) data.setData("text/html", html);
  data.setData("text/plain", plain);
  const text = document.querySelector(".text-place").shadowRoot.querySelector(".cm-content");
  const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
  if (text.dispatchEvent(event)) document.execCommand("insertText", false, plain);
}"""


@pytest.fixture
def page(context: BrowserContext, region: Region) -> Iterator[Page]:
    drafted(region)
    change(region, {LESSON: TEXT})
    with region.database.writing() as session:
        files = {"prov.yaml": str(BASE["quizzes/prov.yaml"])}
        create(session, Kind.SET, "prov", files, region.groups["north"], None, MONDAY)
    with serving(region.app) as address:
        sign_in(context, region, "trainer", address)
        page = context.new_page()
        complaints = Complaints(page, address)
        page.goto(f"{address}/write/course/{COURSE}/{LESSON}")
        expect(frame(page).get_by_text("Första stycket.")).to_be_visible()
        yield page
        assert complaints.heard == []


def text(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Text", exact=True)


def frame(page: Page) -> FrameLocator:
    return page.frame_locator("iframe[data-preview]")


def whole(page: Page) -> str:
    return page.locator("textarea[data-text]").input_value()


def at_end(page: Page) -> None:
    text(page).focus()
    page.keyboard.press("Control+End")


def emptied(page: Page) -> None:
    """Of all but the lesson's head and title; the head is folded, and what is selected begins below it."""
    at_end(page)
    page.keyboard.press("Control+Shift+Home")
    page.keyboard.press("Delete")
    page.keyboard.insert_text("# Barnets rätt\n\n")
    assert whole(page) == HEAD


def pasted(page: Page, html: str, plain: str = "") -> None:
    page.evaluate(PASTE, [html, plain])


def test_what_is_typed_is_seen_and_saved(page: Page, region: Region) -> None:
    at_end(page)
    page.keyboard.type("\nNytt **fett** ord.")
    expect(frame(page).locator("strong", has_text="fett")).to_be_visible()
    expect(page.locator("[data-saved]")).to_contain_text("Sparat")
    assert written(region, LESSON).endswith("Nytt **fett** ord.")


def test_only_what_changed_is_shown_anew(page: Page) -> None:
    """An answer that was given in the preview stays while another paragraph is written."""
    emptied(page)
    page.keyboard.insert_text("```quiz\nuse: prov\n```\n\nFöre.\n")
    expect(frame(page).get_by_text("Före.")).to_be_visible()
    frame(page).get_by_role("radio").first.check()
    frame(page).locator("p", has_text="Före.").evaluate(
        "(one) => { one.ownerDocument.body.dataset.same = 'yes' }"
    )
    at_end(page)
    page.keyboard.type("\nEfter.")
    expect(frame(page).get_by_text("Efter.")).to_be_visible()
    expect(frame(page).get_by_role("radio").first).to_be_checked()
    expect(frame(page).locator("body")).to_have_attribute("data-same", "yes")


def test_cursor_and_preview_follow_each_other(page: Page) -> None:
    frame(page).get_by_text("Andra stycket.").click()
    expect(text(page)).to_be_focused()
    page.keyboard.type("HÄR ")
    assert "\nHÄR Andra stycket." in whole(page)
    page.keyboard.press("Control+End")
    last = frame(page).get_by_text("Stycke 39.")
    expect(last).to_have_class("at-cursor")
    expect(last).to_be_in_viewport()


def test_names_are_offered(page: Page) -> None:
    emptied(page)
    page.get_by_role("button", name="Lagrum").click()
    options = page.get_by_role("listbox", name="Förslag")
    expect(options).to_contain_text("barnrättslagen (2018:1197) 1 §")
    page.keyboard.type("barnrätts")
    page.wait_for_timeout(300)
    page.keyboard.press("Enter")
    assert whole(page).endswith("[lagrummets namn](law:blag-1)")
    page.keyboard.type(" och {region.na")
    expect(options).to_contain_text("Region Norrsjö")
    page.wait_for_timeout(300)
    page.keyboard.press("Enter")
    assert whole(page).endswith("och {region.name}")
    page.keyboard.type("\n\n```quiz\nuse: ")
    expect(options).to_contain_text("Prov")


def test_blocks_are_set_in(page: Page) -> None:
    emptied(page)
    page.keyboard.type("Text.")
    page.get_by_text("Lägg in", exact=True).click()
    page.get_by_role("button", name="Stanna upp och tänk").click()
    expect(frame(page).locator(".reflect")).to_be_visible()
    assert re.search(r"Text\.\n\n```reflect\nid: [a-z]{5}\nask: Vad vill du", whole(page))
    expect(text(page)).to_be_focused()


@pytest.mark.parametrize(
    ("html", "wanted"), [(WORD, FROM_WORD), (DOCUMENT, FROM_DOCUMENT)], ids=["word", "document"]
)
def test_what_is_pasted_keeps_its_shape(page: Page, html: str, wanted: str) -> None:
    emptied(page)
    before = whole(page)
    pasted(page, html, "enkel text")
    assert whole(page).removeprefix(before) == wanted
    said = page.locator(".text-said")
    if html == WORD:
        expect(said).to_contain_text("Det här följde inte med: bilder, färger, typsnitt.")
        expect(said).to_contain_text("Lägg bilder via bildknappen")
    text(page).focus()
    page.keyboard.press("Control+z")
    assert whole(page) == before
    pasted(page, "", "**enkel** text")
    assert whole(page) == before + "**enkel** text"


def test_a_personnummer_is_warned_of(page: Page) -> None:
    emptied(page)
    pasted(page, "<p>Anna Exempel, 19811218-9876</p>", "Anna Exempel, 19811218-9876")
    expect(page.locator(".text-said")).to_contain_text("ser ut att ha ett personnummer")
    page.get_by_role("button", name="Visa var").click()
    page.keyboard.press("Delete")
    assert whole(page).endswith("Anna Exempel, ")


def test_a_hostile_text_is_capped_and_said_so(page: Page) -> None:
    emptied(page)
    page.keyboard.insert_text("[" * 5_000)
    expect(frame(page).locator(".preview-note")).to_contain_text("för att visas medan du skriver")
    page.keyboard.press("Control+z")
    expect(frame(page).locator(".preview-note")).to_have_count(0)


def test_problems_stand_beside_their_lines(page: Page) -> None:
    at_end(page)
    page.keyboard.type("\n![](media/finns-inte.png)")
    marker = page.locator(".cm-lint-marker-error")
    expect(marker).to_have_count(1)
    marker.hover()
    expect(page.locator(".cm-tooltip")).to_contain_text("hindrar publicering")
    expect(page.locator(".text-state")).to_contain_text("Saknar:")


def test_keys_alone(page: Page) -> None:
    """Tab is never held; the toolbar is one stop with arrow keys inside."""
    bar = page.get_by_role("toolbar", name="Verktyg för texten")
    bar.get_by_role("button", name="Rubrik").focus()
    page.keyboard.press("ArrowRight")
    expect(bar.get_by_role("button", name="Fet")).to_be_focused()
    page.keyboard.press("Tab")
    expect(text(page)).to_be_focused()
    page.keyboard.press("Tab")
    expect(text(page)).not_to_be_focused()
    emptied(page)
    page.keyboard.type("ord")
    page.keyboard.press("Control+Shift+ArrowLeft")
    page.keyboard.press("Control+b")
    assert whole(page).endswith("**ord**")
    page.keyboard.press("Control+b")
    assert whole(page).endswith("\nord")


def test_a_block_is_opened_as_a_form(page: Page, region: Region) -> None:
    emptied(page)
    page.keyboard.insert_text("Före.\n\n```reflect\nid: tanke\nask: Vad tänker du?\n```\n\nEfter.\n")
    opens = page.get_by_role("button", name="Ändra i formulär: stanna upp och tänk")
    expect(opens).to_be_visible()
    text(page).focus()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Control+Enter")
    form = page.get_by_role("region", name="Ändra i formulär: stanna upp och tänk")
    field = form.locator("[data-field=ask]")
    field.fill("Vad gör du på måndag?")
    expect(frame(page).get_by_text("Vad gör du på måndag?")).to_be_visible()
    form.get_by_role("button", name="Klar").click()
    expect(text(page)).to_be_focused()
    assert "ask: Vad gör du på måndag?\n```\n\nEfter." in written(region, LESSON)
    assert whole(page) == written(region, LESSON)


def test_the_head_is_folded_until_it_is_wanted(page: Page) -> None:
    expect(text(page)).not_to_contain_text("id: ett")
    page.get_by_role("button", name="Avsnittets huvud").click()
    expect(text(page)).to_contain_text("id: ett")


@pytest.mark.parametrize("width", [1280, 320])
def test_nothing_for_axe_to_say(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    at_end(page)
    page.keyboard.type("\n![](media/finns-inte.png)\n\n[lag](law:")
    expect(page.get_by_role("listbox", name="Förslag")).to_be_visible()
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found += [f"{scheme}: {one}" for one in [*violations(page), *faults(page), *moving(page)]]
    assert [*found, *spaced_faults(page)] == []
