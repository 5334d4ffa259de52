"""The room's screen as a screen reader says it: a new thing on the wall is announced, and can be read.

The log is a golden file, so that a person can read it: `make golden` writes it anew.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from course_builder.content.steps import steps
from tests.browser.spoken import Spoken
from tests.player.hour.test_wall_browser import opened
from tests.player.hour.told import told
from tests.player.hour.wall import Wall, write

pytestmark = pytest.mark.browser

GOLDEN = Path(__file__).parents[2] / "golden/spoken/room.txt"
TIME = re.compile(r"(?<=\n)\d:\d\d(?=\n)|\d:\d\d(?= kvar)")
END = re.compile(r"(?<=slutar )\d\d\.\d\d")


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    yield from opened(browser, write(told(), tmp_path / "room"))


def test_golden_spoken_room(page: Page, repository: Path) -> None:
    wall = Wall(page, steps(told(), 60))
    page.mouse.click(20, 20)
    spoken = Spoken(page, repository, "[data-is=room]")
    spoken.chapter("Before the hour")
    spoken.read_to("end of main")
    spoken.chapter("A text")
    wall.set("valk", paused=0)
    spoken.read_to("end of contentinfo")
    spoken.chapter("A question, in pairs")
    wall.set("samt.hjalpte", phase={"name": "pairs", "from": 60_000, "until": 260_000}, paused=0)
    spoken.read_to("end of main")
    spoken.chapter("The film has stopped")
    wall.film("samt.film", stop="vetat", t=2)
    expect(page.get_by_role("heading", level=1)).to_have_text("Berätta för grannen vad barnet vet.")
    spoken.read_to("heading, Berätta")
    spoken.chapter("A break")
    wall.set("samt.film", calm=True)
    spoken.read_to("end of region, Vi tar en paus")
    said = END.sub("TT.MM", TIME.sub("M:SS", spoken.log()))
    if os.environ.get("GOLDEN") == "write":
        GOLDEN.write_text(said, encoding="utf-8")
    assert said == GOLDEN.read_text(encoding="utf-8")
