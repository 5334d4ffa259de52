"""A trainer with a keyboard and no mouse, in the editor. Every page she has worked on is looked at before she leaves it."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from playwright.sync_api import Page, expect

from tests.acceptance.axe import violations
from tests.acceptance.keyboard import Keyboard, Stop
from tests.acceptance.looks import faults

SIZES = ((1280, 900), (320, 640))
SCHEMES: Sequence[Literal["light", "dark"]] = ("light", "dark")
DRAWN = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
SAVED = "[data-saved]"


class Author:
    def __init__(self, page: Page, site: str) -> None:
        self.page, self.site = page, site
        self.keyboard = Keyboard(page)
        self.found: list[str] = []
        """What axe and the eye had against the pages."""
        page.emulate_media(reduced_motion="reduce")
        page.on("filechooser", lambda dialog: None)  # from now on, so that none opens before it is waited for

    def opens(self, path: str, title: str) -> None:
        """Writes an address."""
        self.page.goto(self.site + path)
        self.reads(title)

    def reads(self, title: str) -> None:
        """Waits for the page with that heading, and for what its scripts bring."""
        expect(self.page.get_by_role("heading", level=1, name=title, exact=True)).to_be_visible()
        self.page.wait_for_load_state("networkidle")

    def to(self, role: str, name: str, *, back: bool = False) -> Stop:
        return self.keyboard.find(role, name, back=back)

    def press(self, role: str, name: str, *, back: bool = False) -> None:
        self.to(role, name, back=back)
        self.keyboard.key("Enter")

    def goes(self, role: str, name: str, title: str, *, back: bool = False) -> None:
        """To another page."""
        self.press(role, name, back=back)
        self.reads(title)

    def content(self) -> None:
        """Past all that stands first on a page."""
        self.to("link", "Till innehållet")
        self.keyboard.key("Enter")

    def writes(self, name: str, text: str, *, back: bool = False) -> None:
        """Instead of what stands there."""
        self.to("textbox", name, back=back)
        self.keyboard.key("Control+a")
        self.keyboard.write(text)

    def chooses(self, name: str, place: int) -> None:
        """The option at that place of a list."""
        self.to("combobox", name)
        self.keyboard.key("Home")
        self.keyboard.key("ArrowDown", place)

    def takes(self, file: Path) -> None:
        """In the dialog of the operating system."""
        self.to("button", "Ladda upp en fil")
        with self.page.expect_file_chooser() as dialog:
            self.keyboard.key("Enter")
        dialog.value.set_files(file)

    def adds(self, kind: str, title: str) -> None:
        """To the outline, where it is opened."""
        self.press("DisclosureTriangle", "Lägg till")
        self.keyboard.tab()
        self.keyboard.write(title)
        self.goes("button", kind, title)

    def saved(self) -> None:
        expect(self.page.locator(SAVED)).to_contain_text(re.compile("^Sparat"))

    def looks(self) -> None:
        """At the page as it is now, wide and on a phone, by day and by night."""
        where = re.sub(r"^.*?//[^/]*", "", self.page.url)
        for width, height in SIZES:
            self.page.set_viewport_size({"width": width, "height": height})
            for scheme in SCHEMES:
                self.page.emulate_media(color_scheme=scheme)
                self.page.evaluate(DRAWN)
                seen = [*violations(self.page), *faults(self.page)]
                self.found += [f"{where} {width} {scheme}: {one}" for one in seen]
        self.page.set_viewport_size({"width": SIZES[0][0], "height": SIZES[0][1]})
        self.page.emulate_media(color_scheme="light")
