"""The editor in a course of a thousand lessons: until it can be written in, and how long the server takes to save."""

import shutil
import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from gzip import compress
from pathlib import Path
from threading import Thread
from time import perf_counter

from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import BrowserContext, sync_playwright
from werkzeug.serving import WSGIRequestHandler, make_server

from bench.courses import course
from bench.interactive import FLAGS
from bench.load.trainer import begin
from bench.table import kilobytes, seconds, show
from course_builder.paths import shipped
from course_builder.settings import Settings
from course_builder.web.application import create_app

LESSONS, WORDS = 1000, 300
ROUNDS = 5
SAVES = 40
READY = ".cm-content"


def authoring(folder: Path) -> None:
    """Opening under 1 s, saving under 100 ms, scripts of the page under 300 kB gzip."""
    source = course(folder / "lang", lessons=LESSONS, words=WORDS, questions=10)
    app = create_app(Settings(data=str(folder / "data")), [source])
    with app.extensions["database"].writing() as session:
        token = begin(session).token
    client = app.test_client()
    client.set_cookie(app.config["SIGN_IN_COOKIE"], token)
    pages = [one(client, "GET", "/write/course/lang/avsnitt-500.md") for _ in range(ROUNDS)]
    saves = list(saved(client, client.get("/write/token").json["csrf"]))
    with served_by(app) as address:
        opened = in_browser(address, app.config["SIGN_IN_COOKIE"], token)
    script = (shipped.BUILT / "web" / "author.js").read_bytes()
    show(
        f"The editor in a course of {LESSONS} lessons",
        ("", "median", "most"),
        [
            ("the page, server time", seconds(statistics.median(pages)), seconds(max(pages))),
            (
                "opened and ready to write in, Chromium",
                seconds(statistics.median(opened)),
                seconds(max(opened)),
            ),
            (
                f"a save, server time, of {SAVES}",
                milliseconds(statistics.median(saves)),
                milliseconds(max(saves)),
            ),
            ("author.js, gzip", kilobytes(len(compress(script))), ""),
        ],
    )


def one(client: FlaskClient, method: str, address: str, **more: object) -> float:
    began = perf_counter()
    answer = client.open(address, method=method, **more)
    if answer.status_code != 200:
        raise RuntimeError(f"{address}: {answer.status_code}")
    return perf_counter() - began


def saved(client: FlaskClient, csrf: str) -> Iterator[float]:
    headers = {"X-CSRF-Token": csrf, "Sec-Fetch-Site": "same-origin"}
    for number in range(SAVES):
        body = {"base": number + 1, "path": "avsnitt-500.md", "text": f"---\nid: avsnitt-500\n---\n# Rubrik\n\nText {number}.\n"}  # fmt: skip
        yield one(client, "POST", "/write/course/lang/save", json=body, headers=headers)


class Quiet(WSGIRequestHandler):
    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Not into the table."""


@contextmanager
def served_by(app: Flask) -> Iterator[str]:
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=Quiet)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()


def in_browser(address: str, cookie: str, token: str) -> list[float]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        context = browser.new_context()
        context.add_cookies([{"name": cookie, "value": token, "url": address}])
        found = [opening(context, address) for _ in range(ROUNDS)]
        browser.close()
    return found


def opening(context: BrowserContext, address: str) -> float:
    """From the click to an outline and a text that can be written in."""
    page = context.new_page()
    page.goto(f"{address}/write/course/lang/avsnitt-500.md", wait_until="commit")
    page.locator(READY).wait_for()
    taken = float(page.evaluate("performance.now()")) / 1000
    page.close()
    return taken


def milliseconds(value: float) -> str:
    return f"{value * 1000:.0f} ms"
