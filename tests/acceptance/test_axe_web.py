"""Every page of the application, in both languages: axe-core, reflow, targets, spacing, and nothing from elsewhere."""

import pytest
from playwright.sync_api import Page

from tests.acceptance.axe import violations
from tests.acceptance.looks import faults, moving, spaced_faults
from tests.acceptance.web import BROKEN, FAULTY, SHIPPED, Complaints

pytestmark = pytest.mark.browser

PAGES = {
    "library": "/",
    "found nothing": "/?q=finns+inte",
    "course": f"/courses/{SHIPPED}/",
    "meeting": "/courses/apt-barnkonventionen/",
    "faulty course": f"/courses/{FAULTY}/",
    "broken course": f"/courses/{BROKEN}/",
    "download": f"/courses/{SHIPPED}/download",
    "no download": f"/courses/{FAULTY}/download",
    "portal": f"/courses/{SHIPPED}/portal",
    "no portal": f"/courses/{FAULTY}/portal",
    "not found": "/finns-inte",
}
DRAWN = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done))))"
SIZES = {"wide": (1280, 800), "narrow": (320, 640)}
EXPECTED = {
    "not found": ["the server responded with a status of 404"],
    "portal": [
        "both allow-scripts and allow-same-origin"
    ],  # packages of our own making need both, and no others get in
}
"""What a browser says of its own accord."""


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page(page: Page, site: str, name: str, language: str) -> None:
    complaints = Complaints(page, site)
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{site}{PAGES[name]}")
    page.goto(f"{page.url}{'&' if '?' in page.url else '?'}lang={language}")
    assert page.locator("html").get_attribute("lang") == language
    for folded in page.locator("main details > summary").all():
        folded.click()
    found = []
    for size, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            page.evaluate(DRAWN)
            found += [f"{size} {scheme}: {one}" for one in [*violations(page), *faults(page), *moving(page)]]
        found += [f"{size}: {one}" for one in spaced_faults(page)]
    assert found == []
    assert [said for said in complaints.heard if not any(one in said for one in EXPECTED.get(name, []))] == []
