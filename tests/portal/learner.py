"""A person at the screen: opens the course in the portal's window, reads, answers, leaves."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from html import escape
from typing import Any

from playwright.sync_api import BrowserContext, Error, Frame, Locator, Page, expect

from tests.hang import HANG
from tests.portal.server import Portal, Session

PAUSE = 0.02
STEPS, REST = 10, 50
"""In how many steps time passes, and the milliseconds of real time between them."""


class Learner:
    def __init__(self, portal: Portal, session: Session, context: BrowserContext) -> None:
        self.portal = portal
        self.session = session
        self.context = context
        self.errors: list[str] = []
        self.outside: list[str] = []
        self.page: Page = self._watched(context.new_page())
        self.course: Frame | Page = self.page

    def _watched(self, page: Page) -> Page:
        page.on("pageerror", lambda error: self.errors.append(error.stack or str(error)))
        page.on("console", self._console)
        page.on("request", self._request)
        return page

    def _console(self, said: Any) -> None:
        # A page without an origin of its own gets no fonts: the course falls back to the reader's own.
        fonts = self.session.launch.window == "scripts-only" and (
            "font" in said.text or "ERR_FAILED" in said.text
        )
        if said.type == "error" and not fonts:
            self.errors.append(said.text)

    def _request(self, request: Any) -> None:
        ours = (self.portal.origin, self.portal.elsewhere, "data:", "blob:")
        if not request.url.startswith(ours):
            self.outside.append(request.url)

    def open(self) -> None:
        launch = self.session.launch
        origin = self.portal.elsewhere if launch.window == "foreign" else self.portal.origin
        self.page.goto(origin + self.session.home)
        if launch.window in ("popup", "opener"):
            with self.page.expect_popup() as opened:
                self.page.click("#open")
            self.course = self._watched(opened.value)
        if launch.window != "popup":
            self.course = self._frame(self.course)
        self.course.wait_for_selector("section.part:visible h1")

    def visit(self, address: str, where: str = "tab") -> None:
        """A course that is a page of its own: in the `tab`, in a `frame` of the portal's or in a `window` it opens."""
        if where == "tab":
            self.page.goto(address)
            return
        # A page of the server's: where Playwright answers itself, it loses what a frame sends on its way out.
        self.portal.mount("/portalen", lambda _: (200, "text/html", b"<title>Portalen</title>", {}))
        self.page.goto(self.portal.origin + "/portalen")
        if where == "window":
            with self.page.expect_popup() as opened:
                self.page.evaluate("(address) => void open(address)", address)
            self.course = self._watched(opened.value)
        else:
            self.page.set_content(
                f'<iframe style="width: 100%; height: 90vh" src="{escape(address)}"></iframe>'
            )
            self.wait(lambda: len(self.page.frames) > 1)
            self.course = self.page.frames[1]

    def _frame(self, page: Page | Frame) -> Frame:
        assert isinstance(page, Page)
        self.wait(lambda: any(frame.url.startswith(self.session.course) for frame in page.frames))
        return next(frame for frame in page.frames if frame.url.startswith(self.session.course))

    def wait(self, until: Callable[[], Any], patience: float = HANG) -> Any:
        """The browser must go on meanwhile: its events are handled between the looks."""
        deadline = time.monotonic() + patience
        while not (found := until()):
            assert time.monotonic() < deadline, "waited in vain"
            self._let_the_browser_work()
        return found

    def _let_the_browser_work(self) -> None:
        try:
            self.page.wait_for_timeout(PAUSE * 1000)
        except Error:  # the page itself is what has been closed
            time.sleep(PAUSE)

    def connected(self) -> "Learner":
        self.wait(lambda: self.session.count("commit"))
        return self

    def stilled(self) -> "Learner":
        """From now on time goes only when a test says so."""
        self.context.clock.pause_at(datetime.now() + timedelta(minutes=1))
        return self

    def let_pass(self, milliseconds: int) -> None:
        """Of the page's time, in steps: what is on its way in the browser may begin to wait only after the first."""
        for _ in range(STEPS):
            self.page.wait_for_timeout(REST)
            self.context.clock.run_for(milliseconds // STEPS)

    def heading(self) -> str:
        return self.course.locator("section.part:visible h1").inner_text()

    def next(self) -> None:
        """To the next part, and not on before it is there."""
        way = self.course.locator("section.part:visible .p-next .primary")
        target = way.get_attribute("href")
        way.click()
        if target is not None:
            expect(self.course.locator(f"section{target}")).to_be_visible()

    def go(self, title: str) -> None:
        """By the outline."""
        menu = self.course.locator(".p-nav summary")
        link = self.course.locator(".outline a", has_text=title)
        if not link.is_visible():
            menu.click()
        link.click()
        expect(self.course.locator("section.part:visible h1")).to_have_text(title)

    def question(self, ask: str) -> Locator:
        return self.course.locator("section.part:visible form.q", has_text=ask)

    def choose(self, ask: str, option: str) -> None:
        form = self.question(ask)
        form.get_by_text(option, exact=True).first.click()
        form.get_by_role("button", name="Svara").click()

    def write(self, ask: str, text: str) -> None:
        form = self.question(ask)
        form.locator("input, textarea").first.fill(text)
        form.get_by_role("button", name="Svara").click()

    def press(self, name: str) -> None:
        self.course.get_by_role("button", name=name).locator("visible=true").first.click()

    def quiz(self, right: int) -> None:
        """Answers the three questions of the test, the first `right` of them rightly, and goes on to the result."""
        truth, article, day = (number < right for number in range(3))
        self.choose("Barnkonventionen är svensk lag.", "Sant" if truth else "Falskt")
        self.press("Nästa fråga")
        self.choose("Vilka artiklar är lag?", "Artikel 1-42" if article else "Alla 54")
        self.press("Nästa fråga")
        self.write("När blev konventionen lag?", "1 januari 2020" if day else "i går")
        self.press("Se resultatet")

    def read_all(self) -> None:
        """Both lessons, up to the quiz."""
        self.go("Varför barn har rättigheter")
        self.next()
        self.next()

    def notice(self, name: str) -> Locator:
        return self.course.locator(f"[data-notice={name}]")

    def remove_frame(self) -> None:
        """What most portals do on exit."""
        self.page.evaluate("document.querySelector('iframe').remove()")

    def leave(self) -> None:
        """Out by the portal, and the portal has heard."""
        self.remove_frame()
        self.wait(lambda: self.session.finished)
