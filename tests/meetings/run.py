"""An hour that runs in a real browser: the server's clock and the pages' go together, as fast as a test wants."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, TimeoutError, expect

from tests.meetings.held import STARTS, Held
from tests.web.served import serving, sign_in

SWEDEN = "Europe/Stockholm"
ASK = "dispatchEvent(new Event('online'))"
VIEWS = ("/lead", "/room", "/one")
PATIENCE = 2000
"""Milliseconds."""


def synchronized(page: Page) -> None:
    """A reply that was on its way while the clocks were moved has set one of them wrong: the page asks what the time is."""
    if not page.url.endswith(VIEWS) or not page.evaluate("navigator.onLine"):
        return
    with suppress(TimeoutError):
        with page.expect_response("**/stage", timeout=PATIENCE) as answer:
            page.evaluate(ASK)
        answer.value.finished()


class Running:
    """Pages of one hour. `later` moves every clock there is."""

    def __init__(self, held: Held, browser: Browser, address: str, starts: datetime) -> None:
        self.held, self.address, self._browser = held, address, browser
        self._contexts: list[BrowserContext] = []
        self._unsigned: list[BrowserContext] = []
        self.held.region.time.now = starts

    def machine(self, key: str, **options: Any) -> BrowserContext:
        """A browser of its own, in which she is signed in."""
        context = self._browser.new_context(
            base_url=self.address, reduced_motion="reduce", locale="sv-SE", timezone_id=SWEDEN, **options
        )
        sign_in(context, self.held.region, key, self.address)
        context.clock.install(time=self.held.region.time.now)
        self._contexts.append(context)
        return context

    def sign_in(self, context: BrowserContext, key: str) -> None:
        """Anew, as in another tab."""
        sign_in(context, self.held.region, key, self.address)

    def page(self, context: BrowserContext, view: str = "lead") -> Page:
        page = context.new_page()
        page.goto(f"/apt/{self.held.meeting_id}/{view}")
        return page

    def stranger(self, address: str, **options: Any) -> Page:
        """On a machine where nobody is signed in, and that has a clock of its own."""
        context = self._browser.new_context(base_url=self.address, reduced_motion="reduce", locale="sv-SE", timezone_id=SWEDEN, **options)  # fmt: skip
        self._unsigned.append(context)
        page = context.new_page()
        page.goto(address)
        return page

    def leader(self, key: str = "rep", **options: Any) -> Page:
        return self.page(self.machine(key, **options))

    def start(self, page: Page) -> None:
        page.get_by_role("button", name="Börja timmen").click()
        expect(page.get_by_role("timer")).to_be_visible()

    def later(self, minutes: float) -> None:
        self._synchronized()  # what is on its way would have been waited for too long
        self.held.region.time.pass_(minutes=minutes)
        for context in self._contexts:
            context.clock.fast_forward(round(minutes * 60_000))
        self._synchronized()

    def _synchronized(self) -> None:
        for page in (page for context in self._contexts for page in context.pages):
            synchronized(page)

    def close(self) -> None:
        for context in (*self._contexts, *self._unsigned):
            context.close()


@contextmanager
def running(held: Held, browser: Browser, starts: datetime = STARTS) -> Iterator[Running]:
    with serving(held.region.app) as address:
        made = Running(held, browser, address, starts)
        yield made
        made.close()
