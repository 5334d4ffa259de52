"""`python -m scripts.pictures`: the pictures of README, taken of the real pages. Look at them before you commit them."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from threading import Thread

from PIL import Image
from playwright.sync_api import Page, sync_playwright
from werkzeug.serving import make_server

from course_builder.cli.serving import Quiet
from course_builder.web.application import workbench

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "pictures"
SIZE = {"width": 1280, "height": 800}
COURSE = "courses/grundutbildning"
FLAGS = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
]


@contextmanager
def served() -> Iterator[str]:
    server = make_server("127.0.0.1", 0, workbench(), threaded=True, request_handler=Quiet)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()


def library(page: Page, address: str) -> None:
    page.goto(address)


def player(page: Page, address: str) -> None:
    page.goto(f"{address}/{COURSE}/player/index.html")


def portal(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 1100})
    page.goto(f"{address}/{COURSE}/portal")
    page.frame_locator("iframe").get_by_role("link", name="Nästa: ").click()
    page.wait_for_timeout(1000)
    page.evaluate("scrollTo(0, 0)")


def keep(png: bytes, path: Path) -> None:
    """128 colours are enough for flat pages, and a third of the bytes."""
    Image.open(BytesIO(png)).convert("RGB").quantize(128).save(path, optimize=True)


def main() -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    with served() as address, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for take in (library, player, portal):
            page = chromium.new_page(viewport=SIZE, locale="sv-SE")
            take(page, address)
            page.wait_for_load_state("networkidle")
            keep(page.screenshot(), PICTURES / f"{take.__name__}.png")
            page.close()
        chromium.close()


if __name__ == "__main__":
    main()
