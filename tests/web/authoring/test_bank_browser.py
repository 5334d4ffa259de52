"""The question bank and what is brought in, in a real browser: looked at, and used with the keyboard alone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from course_builder.library.drafts.models import Kind
from course_builder.library.drafts.saving import create
from tests.acceptance.axe import violations
from tests.acceptance.looks import faults, spaced_faults
from tests.importing.documents import document, paragraph, picture, table
from tests.importing.test_gift import ALL
from tests.importing.test_word import WHOLE
from tests.library.bank.test_bank import QUIZ
from tests.web.authoring.drafted import drafted, written
from tests.web.region import MONDAY, Region
from tests.web.served import signed_in

pytestmark = pytest.mark.browser
LONG = "Ett_mycket_långt_ord_utan_mellanslag_som_någon_har_klistrat_in_från_en_webbadress"
GIFT = f"{ALL}\n\nInget rätt {{~a ~b}}\n\n{LONG}? {{=ja ~%50%nej}}\n"
DOCUMENT = document(
    *WHOLE, paragraph(picture("")), table(["Fråga", "Rätt svar", "Fel svar 1"], ["Vad?", "Det", "Detta"], ["", "x", "y"])
)  # fmt: skip


@pytest.fixture
def page(region: Region, browser: Browser) -> Iterator[Page]:
    drafted(region)
    with region.database.writing() as session:
        create(session, Kind.SET, "grunder", {"grunder.yaml": QUIZ}, region.groups["north"], None, MONDAY)
    with signed_in(browser, region, "trainer") as made:
        yield made


def bring(page: Page, data: bytes, name: str) -> None:
    page.goto("/write/bring")
    page.get_by_label("En fil").set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": data}
    )
    page.get_by_role("button", name="Titta på det").click()
    page.get_by_role("heading", name="Det här kan tas in").wait_for()


def looks_right(page: Page) -> None:
    for details in page.locator("main details").all():
        details.evaluate("one => one.open = true")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 800})
            assert [*violations(page), *faults(page), *spaced_faults(page)] == []


def test_the_bank_looks_right(page: Page) -> None:
    page.goto("/write/bank")
    looks_right(page)
    page.goto("/write/bank?q=finns+inte&lang=en")
    looks_right(page)


def test_what_is_brought_looks_right(page: Page) -> None:
    page.goto("/write/bring")
    looks_right(page)
    bring(page, GIFT.encode(), "frågor.gift")
    looks_right(page)
    bring(page, DOCUMENT, "Barnets rätt.docx")
    looks_right(page)


def test_with_the_keyboard_alone(region: Region, page: Page) -> None:
    """Pasted, looked over, two ticks taken away, into a lesson."""
    page.goto("/write/bring")
    page.get_by_label("Eller klistra in").focus()
    page.keyboard.insert_text("Allt är lag. {F#Nej#Ja}\n\nVilket år? {=2020}\n\nVem? {=barnet ~den vuxna}\n")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="3 frågor").wait_for()
    page.get_by_role("checkbox").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.get_by_role("radio", name="Ett nytt quiz").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.get_by_label("Vilket avsnitt?").focus()
    page.keyboard.press("ArrowDown")
    page.get_by_role("button", name="Ta in det som är kryssat").focus()
    page.keyboard.press("Enter")
    page.get_by_text("1 fråga är intagen.").wait_for()
    text = written(region, "start.md", "liten")
    assert "ask: Vem?" in text
    assert "Vilket år?" not in text
