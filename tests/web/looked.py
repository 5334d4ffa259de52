"""What is amiss with a page at both widths, in light and dark, and with larger text spacing: looked for in one way."""

import os
from pathlib import Path

from playwright.sync_api import Page

from tests.acceptance.axe import violations
from tests.acceptance.looks import faults, moving, spaced_faults

PICTURES = os.environ.get("PICTURES")
"""A folder for pictures of what is looked at."""
DRAWN = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done))))"
"""Three frames, after which what was asked for is on the screen."""
SIZES = {"wide": (1280, 800), "narrow": (320, 640)}


def looked_at(page: Page, address: str, language: str) -> list[str]:
    """With everything that folds unfolded."""
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{address}{'&' if '?' in address else '?'}lang={language}")
    page.evaluate("document.querySelectorAll('main details').forEach((it) => { it.open = true })")
    found = []
    for size, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            page.evaluate(DRAWN)
            found += [f"{size} {scheme}: {one}" for one in [*violations(page), *faults(page), *moving(page)]]
            if PICTURES and language == "sv":
                name = address.split("/", 3)[3].replace("/", "_").replace("?", "_")
                page.screenshot(path=Path(PICTURES) / f"{name}-{size}-{scheme}.png", full_page=True)
        found += [f"{size}: {one}" for one in spaced_faults(page)]
    return found
