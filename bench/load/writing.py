"""What a trainer waits for while she writes, in a course of a hundred lessons: from a key to the page she sees."""

import gzip
import shutil
import statistics
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from playwright.sync_api import Page, sync_playwright

from bench.courses import course
from bench.interactive import FLAGS
from bench.load.client import Connection, post
from bench.load.school import opened
from bench.load.serving import application
from bench.load.trainer import Trainer, begin
from bench.table import kilobytes, show
from course_builder.paths.shipped import BUILT
from course_builder.settings import Settings

LESSONS, WORDS = 100, 600
NAME, LESSON = "skriva", "avsnitt-50.md"
KEYS, BETWEEN = 200, 120
"""So many keys, so many milliseconds apart: somebody who writes fast."""
SENTENCE = "Barnet får veta vad som ska hända. "
ASKED = 200

# Each key until the first picture of the page that has it: the frame says when it has been painted.
WATCH = """() => {
  window.keys = [];
  window.waits = [];
  addEventListener("keydown", () => keys.push(performance.now()), true);
  addEventListener("message", ({ data }) => {
    if (data.preview !== "shown") return;
    const now = performance.now();
    while (keys.length && keys[0] <= data.stamp) waits.push(now - keys.shift());
    document.body.dataset.left = keys.length;
  });
}"""


def writing(folder: Path) -> None:
    course(folder / "courses" / NAME, lessons=LESSONS, words=WORDS, questions=10)
    settings = replace(Settings(), data=str(folder / "data"), database_url="")
    with opened(settings) as database, database.writing() as session:
        trainer = begin(session)
    with application({"COURSE_BUILDER_DATA": settings.data, "DATABASE_URL": ""}, folder / "courses") as port:
        text = (folder / "courses" / NAME / LESSON).read_text("utf-8")
        server = _asked(port, trainer, text)
        seen = _typed(port, trainer)
    size = len(gzip.compress((BUILT / "web" / "author.js").read_bytes()))
    rows = [
        ["the server's part of the preview", *_times(server)],
        ["from a key to the page seen, Chromium", *_times(seen)],
        ["the author pages' script, gzip", kilobytes(size), ""],
    ]
    show(
        f"Writing in a course of {LESSONS} lessons (goal: p95 under 300 ms, script under 300 kB)",
        ["", "p50", "p95"],
        rows,
    )


def _asked(port: int, trainer: Trainer, text: str) -> list[float]:
    """Milliseconds of each answer to a text that is new every time."""
    connection = Connection(port)
    took = []
    for number in range(ASKED):
        body = {"path": LESSON, "text": f"{text}\nRad {number}."}
        request = post(f"/write/course/{NAME}/preview", trainer.token, trainer.csrf, body)
        started = perf_counter()
        status, _ = connection.ask(request)
        took.append(1000 * (perf_counter() - started))
        if status != 200:
            raise RuntimeError(f"the preview answered {status}")
    connection.close()
    return took[10:]


def _typed(port: int, trainer: Trainer) -> list[float]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        context = chromium.new_context()
        address = f"http://127.0.0.1:{port}"
        context.add_cookies([{"name": "cb", "value": trainer.token, "url": address}])
        page = context.new_page()
        page.goto(f"{address}/write/course/{NAME}/{LESSON}")
        waits = _waits(page)
        chromium.close()
    return waits


def _waits(page: Page) -> list[float]:
    page.locator("iframe[data-preview][data-shown]").wait_for()
    page.locator(".cm-content").click()
    page.keyboard.press("Control+End")
    page.evaluate(WATCH)
    page.keyboard.type("\n\n" + (SENTENCE * KEYS)[:KEYS], delay=BETWEEN)
    page.locator("body[data-left='0']").wait_for(state="attached")
    waits: list[float] = page.evaluate("waits")
    return waits


def _times(took: Sequence[float]) -> list[str]:
    twentieths = statistics.quantiles(took, n=20)
    return [f"{statistics.median(took):.0f} ms", f"{twentieths[-1]:.0f} ms"]
