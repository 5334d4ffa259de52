"""When a learner can begin: our page against a bare page with the same text, in Chromium."""

import re
import shutil
import statistics
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

from playwright.sync_api import Browser, sync_playwright

from bench.courses import small
from bench.process import run
from bench.server import served
from bench.table import seconds, show

ROUNDS = 5
FLAGS = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
]
SLOW = {
    "offline": False,
    "latency": 80,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 1_600_000 / 8,
}
SLOWER_CPU = 4

# A portal that says yes to all; then the first moment when text and a control are seen, and the last long task.
WATCH = """
const yes = () => 'true', none = () => '', fine = () => '0';
window.API = {LMSInitialize: yes, LMSFinish: yes, LMSCommit: yes, LMSSetValue: yes, LMSGetValue: none,
              LMSGetLastError: fine, LMSGetErrorString: none, LMSGetDiagnostic: none};
window.seen = 0;
window.busy = 0;
new PerformanceObserver((list) => {
  for (const task of list.getEntries()) window.busy = Math.max(window.busy, task.startTime + task.duration);
}).observe({type: 'longtask', buffered: true});
const seen = (selector) => [...document.querySelectorAll(selector)].some((one) => one.getBoundingClientRect().height > 0);
const look = () => {
  if (seen('main p') && seen('main a, main button, main input')) window.seen = performance.now();
  else requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""
CHOICE = '<label><input type="radio"> {}</label>'
BARE = """<!doctype html><html lang="sv"><meta charset="utf-8"><title>Sida</title><main>
{text}
<img src="bild.png" alt="Ett mönster i grått">
<form>{questions}<button>Svara</button></form>
</main></html>"""


def interactive(folder: Path) -> None:
    source = small(folder / "sida")
    run("build", source, "--output", folder)
    with ZipFile(folder / "sida-scorm12.zip") as package:
        package.extractall(folder / "paket")
    _bare_page(source, folder / "bar")
    rows = [["LiaScript's exporter", "0.60 s", "", "7.4 s", ""], ["Adapt", "0.94 s", "", "4.8 s", ""]]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for compress in (False, True):
            bare = [_median(chromium, folder / "bar", compress, slow) for slow in (False, True)]
            ours = [_median(chromium, folder / "paket", compress, slow) for slow in (False, True)]
            name = "compressed" if compress else "not compressed"
            rows.append([f"bare page, {name}", *_cells(bare, bare)])
            rows.append([f"course-builder, {name}", *_cells(ours, bare)])
        chromium.close()
    head = ["", "local", "to bare", "CPU/4, 1.6 Mbit/s, 80 ms", "to bare"]
    show(
        "Interactive: text and first control seen, last long task over (goal: 1.3 times the bare page)",
        head,
        rows,
    )


def _bare_page(source: Path, folder: Path) -> None:
    """The same course as HTML would have it: its text, its picture and its questions, no style and no script."""
    folder.mkdir()
    shutil.copy(source / "media" / "bild.png", folder)
    lessons = [path.read_text("utf-8").split("---")[2] for path in sorted(source.glob("*.md"))]
    blocks = [block.strip() for lesson in lessons for block in lesson.split("\n\n") if "![" not in block]
    text = "\n".join(
        f"<h1>{block[2:]}</h1>" if block.startswith("# ") else f"<p>{block}</p>" for block in blocks
    )
    options = re.findall(r"(ask|right|wrong|because): (.*)", (source / "fragor.yaml").read_text("utf-8"))
    questions = "\n".join(
        f"<p>{words}</p>" if kind in ("ask", "because") else CHOICE.format(words) for kind, words in options
    )
    (folder / "index.html").write_text(BARE.format(text=text, questions=questions), "utf-8")


def _cells(ours: list[float], bare: list[float]) -> Iterator[str]:
    for value, base in zip(ours, bare, strict=True):
        yield seconds(value)
        yield f"{value / base:.2f}"


def _median(browser: Browser, folder: Path, compress: bool, slow: bool) -> float:
    with served(folder, compress) as address:
        return statistics.median(_once(browser, address, slow) for _ in range(ROUNDS))


def _once(browser: Browser, address: str, slow: bool) -> float:
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(WATCH)
    if slow:
        protocol = context.new_cdp_session(page)
        protocol.send("Network.enable")
        protocol.send("Network.emulateNetworkConditions", SLOW)
        protocol.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER_CPU})
    page.goto(f"{address}/index.html", wait_until="load")
    page.wait_for_function("window.seen > 0")
    page.wait_for_timeout(500)
    moment = float(page.evaluate("Math.max(window.seen, window.busy)"))
    context.close()
    return moment / 1000
