"""The page itself: without a script, under a strict policy, on paper, narrow, dark, and for everybody."""

import json
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.ten_kinds import KINDS

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; media-src 'self'"
ANSWER = """() => {
  for (const form of document.querySelectorAll("section.part:not([hidden]) form.q")) {
    if (form.hidden) continue;
    for (const field of form.querySelectorAll("input:not([type]), textarea")) field.value = "7";
    for (const field of form.querySelectorAll("select")) field.selectedIndex = 1;
    const box = form.querySelector("input[type]");
    if (box) box.checked = true;
    form.requestSubmit();
  }
}"""
SIZES = [(1280, 900), (320, 640)]
THEMES = ["light", "dark"]


def violations(page: Page) -> list[str]:
    if not page.evaluate("() => Boolean(window.axe)"):
        page.evaluate(AXE.read_text("utf-8"))
    found: dict[str, Any] = page.evaluate("rules => axe.run({ runOnly: rules })", RULES)
    return [f"{one['id']}: {node['html'][:160]}" for one in found["violations"] for node in one["nodes"]]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: str(size[0]))
def test_nothing_stands_in_anybodys_way(
    page: Page, open_part: Callable[..., None], size: tuple[int, int], theme: Any
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    for part in range(3):
        open_part(part)
        assert violations(page) == []
        page.evaluate(ANSWER)
        assert violations(page) == []
        wide = page.evaluate("() => document.documentElement.scrollWidth")
        assert wide <= size[0]


@pytest.mark.parametrize("size", [(1280, 900), (320, 640)], ids=lambda size: str(size[0]))
def test_without_a_script_everything_can_be_read(browser: Browser, ten: Path, size: tuple[int, int]) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": size[0], "height": size[1]})
    page = context.new_page()
    page.goto(ten.as_uri())
    for folded in page.locator("details summary").all():
        folded.click()
    shown = page.locator("body").inner_text()
    said = [
        line.split(": ", 1)[1]
        for source in KINDS.values()
        for line in source.splitlines()
        if "because: " in line
    ]
    plain = [text.strip('"').split(", se [")[0] for text in said]
    assert [text for text in plain if text not in shown] == []
    assert "Version 3 (21 november 2026)" in shown
    assert page.locator("button:visible").count() == 0
    context.close()


@pytest.fixture(scope="module")
def strict(ten: Path) -> Iterator[str]:
    class Strict(SimpleHTTPRequestHandler):
        def end_headers(self) -> None:
            self.send_header("Content-Security-Policy", STRICT)
            super().end_headers()

        def log_message(self, *words: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Strict, directory=str(ten.parent)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/index.html"
    server.shutdown()


def test_a_strict_policy_has_nothing_to_complain_about(
    page: Page, open_part: Callable[..., None], strict: str
) -> None:
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    for part in range(3):
        open_part(part, strict)
        page.evaluate(ANSWER)
    assert [text for text in said if "favicon" not in text and "404" not in text] == []
    assert {url.split("/")[2] for url in asked} == {strict.split("/")[2]}


def test_paper_spells_out_the_law_and_says_which_version(page: Page, open_part: Callable[..., None]) -> None:
    open_part(0)
    page.emulate_media(media="print")
    expect(page.locator(".p-top")).to_be_hidden()
    expect(page.locator(".print-only")).to_have_text("Tio sorters frågor · Version 3 (21 november 2026)")
    link = page.locator("a.law").first
    after = link.evaluate("it => getComputedStyle(it, '::after').content")
    name = "Lagen (2018:1197) om Förenta nationernas konvention om barnets rättigheter 1 §"
    assert json.loads(after.replace("attr(data-ref)", "")) == f" ({name})" or name in after


def test_the_outline_folds_away_on_a_phone(page: Page, open_part: Callable[..., None]) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    open_part(0)
    expect(page.locator(".outline").first).to_be_hidden()
    page.locator("summary", has_text="Innehåll").click()
    page.locator(".outline a").nth(1).click()
    expect(page.get_by_role("heading", name="Pröva dig fram")).to_be_focused()
    expect(page.locator(".outline").first).to_be_hidden()


def test_back_from_a_card_the_reader_is_where_she_was(page: Page, open_part: Callable[..., None]) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    open_part(0)
    link = page.locator("a.law").first
    link.scroll_into_view_if_needed()
    link.click()
    expect(page.locator(".lawcard:target")).to_be_in_viewport()
    page.go_back()
    expect(link).to_be_in_viewport()
    assert not page.evaluate("() => document.activeElement.matches('h1')")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: str(size[0]))
def test_text_may_be_spaced_and_enlarged(
    page: Page, open_part: Callable[..., None], size: tuple[int, int]
) -> None:
    """WCAG 1.4.12: nothing is cut off or overlaps sideways."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    for part in range(3):
        open_part(part)
        page.evaluate(ANSWER)
        page.add_style_tag(
            content="*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}"
        )
        assert page.evaluate("() => document.documentElement.scrollWidth") <= size[0]
