"""A film discussion as a screen reader says it, from the first question to the last.

The log is a golden file, so that a person can read it: `make golden` writes it anew.
"""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.spoken import Spoken
from tests.browser.test_film import OWN, part_of, to_part

pytestmark = pytest.mark.browser

GOLDEN = Path(__file__).parent.parent / "golden/spoken/film.txt"


def test_golden_spoken_film(page: Page, films: Path, repository: Path) -> None:
    to_part(page, films, OWN)
    spoken = Spoken(page, repository, f"#p-{OWN.key}")
    spoken.chapter("Before the film")
    spoken.press("button, Till filmen")
    spoken.chapter("The film")
    page.wait_for_function("document.querySelector('video').readyState > 0")
    spoken.press("button, Spela")
    for number in (1, 2):
        stop = part_of(page).get_by_role("region", name=f"paus {number} av 2")
        expect(stop).to_be_focused()
        spoken.chapter(f"Stop {number}")
        spoken.press("button, Fortsätt filmen")
    spoken.chapter("The film is over")
    expect(page.get_by_role("status").filter(has_text="Filmen är slut.")).to_have_count(1)
    page.keyboard.press("Tab")
    spoken.press("button, Till frågorna efter filmen")
    spoken.chapter("After the film")
    spoken.read_to("link, Nästa")
    said = spoken.log()
    if os.environ.get("GOLDEN") == "write":
        GOLDEN.parent.mkdir(parents=True, exist_ok=True)
        GOLDEN.write_text(said, encoding="utf-8")
    assert said == GOLDEN.read_text(encoding="utf-8")
