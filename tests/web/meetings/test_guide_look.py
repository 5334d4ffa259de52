"""The guide, the kit, its summary and the support of a unit in a real browser: axe-core, reflow, targets, spacing, light and dark."""

import pytest
from playwright.sync_api import Browser

from tests.meetings.held import Held
from tests.web.authoring.site import unlike_itself
from tests.web.meetings.test_summary_page import TEXT
from tests.web.served import signed_in

pytestmark = pytest.mark.browser


def test_every_page_looks_right(held: Held, browser: Browser) -> None:
    at, unit = f"/apt/{held.meeting_id}", f"/unit/{held.meeting().unit_id}/support"
    found: list[str] = []
    with signed_in(browser, held.region, "manager") as page:
        for path in (f"{at}/guide", f"{at}/kit", f"{at}/summary", unit):
            page.goto(path)
            found += unlike_itself(page, f"guide{path}")
        page.get_by_label("Vad rutinen heter").fill("Vår rutin")
        page.get_by_label("Webbadress, om den har en").first.fill("https://rutiner.example/vi")
        page.get_by_role("button", name="Spara, kontrollerat i dag").click()
        page.get_by_text("Sparat, kontrollerat i dag.").wait_for()
        found += unlike_itself(page, "guide-support-saved")
        page.goto(f"{at}/summary")
        page.get_by_label("Klistra in texten").fill(TEXT + "Vi var elva\n")
        page.get_by_role("button", name="Läs den").click()
        page.get_by_role("heading", name="Så här läser vi den").wait_for()
        found += unlike_itself(page, "guide-summary-read")
    assert found == []
