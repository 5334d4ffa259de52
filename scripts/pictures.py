"""`python -m scripts.pictures`: the pictures of README, taken of the demo region's real pages. Look at them before you commit them."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from PIL import Image
from playwright.sync_api import Page, sync_playwright
from werkzeug.serving import make_server

from course_builder.cli.demo_region import hours
from course_builder.cli.demo_region.making import make
from course_builder.cli.demo_region.places import REGION
from course_builder.cli.serving import Quiet
from course_builder.learning.days import SWEDEN
from course_builder.library.media import media_store
from course_builder.paths.shipped import COURSES
from course_builder.settings import Settings
from course_builder.web.application import create_app

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "pictures"
SIZE = {"width": 1280, "height": 800}
WORKING = {"width": 1440, "height": 1014}
"""Wide enough for the outline, the text and what the learner sees."""
COURSE = "courses/grundutbildning"
SHOWN = "document.fonts.ready.then(() => null)"
LESSON = "write/course/grundutbildning/m2-fyra-principer.md"
HOUR = 2
"""The one that Barnakuten is about to hold."""
ASKED = "Vilken rättighet stod på spel"
TALK = "write/set/vantrummet/?course=grundutbildning"
FLAGS = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
]


class Clock:
    """How far the server's clock is ahead of the machine's; its pages follow it."""

    ahead = timedelta()

    def at(self, moment: datetime) -> None:
        self.ahead = moment - datetime.now(UTC)


CLOCK = Clock()


@contextmanager
def served() -> Iterator[str]:
    """A demo region of its own, gone afterwards."""
    with TemporaryDirectory() as folder:
        settings = Settings(data=folder, region_name=REGION)
        app = create_app(settings, [COURSES], lambda: datetime.now(UTC) + CLOCK.ahead)
        make(app.extensions["database"], media_store(settings), datetime.now(UTC))
        server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=Quiet)
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.port}"
        server.shutdown()
        app.extensions["database"].close()


def enter(page: Page, address: str, role: str) -> None:
    """As the first of the demo accounts with that role."""
    page.goto(f"{address}/sign-in")
    page.get_by_role("button", name=f", {role}").first.click()


def signing_in(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 1100})
    page.goto(f"{address}/sign-in")


def coordinator(page: Page, address: str) -> None:
    enter(page, address, "samordnare")


def mine(page: Page, address: str) -> None:
    enter(page, address, "ombud")


def lists(page: Page, address: str) -> None:
    enter(page, address, "samordnare")
    page.goto(f"{address}/completions/1")


def player(page: Page, address: str) -> None:
    enter(page, address, "utbildare")
    page.goto(f"{address}/{COURSE}/player/index.html")


def portal(page: Page, address: str) -> None:
    enter(page, address, "utbildare")
    page.set_viewport_size({"width": 1280, "height": 1100})
    page.goto(f"{address}/{COURSE}/portal")
    page.frame_locator("iframe").get_by_role("link", name="Nästa: ").click()
    page.wait_for_timeout(1000)
    page.evaluate("scrollTo(0, 0)")


def editor(page: Page, address: str) -> None:
    enter(page, address, "utbildare")
    page.set_viewport_size(WORKING)
    page.goto(f"{address}/{LESSON}")
    page.frame_locator("[data-preview]").get_by_role("heading", level=1).wait_for()


def film_talk(page: Page, address: str) -> None:
    enter(page, address, "utbildare")
    page.set_viewport_size(WORKING)
    page.goto(f"{address}/{TALK}")
    page.wait_for_function("[...document.querySelectorAll('video')].every((one) => one.readyState > 1)")
    page.get_by_label("Tid", exact=True).fill("0:24")
    page.keyboard.press("Tab")
    page.wait_for_timeout(1000)
    page.get_by_role("heading", name="Film och pauser").evaluate(
        "(one) => scrollTo(0, one.getBoundingClientRect().top + scrollY - 48)"
    )


def hour_plan(page: Page, address: str) -> None:
    enter(page, address, "chef")
    page.set_viewport_size({"width": 1280, "height": 1000})
    page.goto(f"{address}/apt/{HOUR}")


def hour_lead(page: Page, address: str) -> None:
    """People talk two and two, four minutes late."""
    starts = _about_to_begin(page, address)
    page.get_by_role("button", name="Börja timmen").click()
    CLOCK.at(starts + timedelta(minutes=35))
    asked = page.get_by_role("heading", name=ASKED)
    while not asked.is_visible():
        with page.expect_response("**/stage"):
            page.keyboard.press("n")
    CLOCK.at(starts + timedelta(minutes=36))
    with page.expect_response("**/stage"):
        page.keyboard.press("n")
    page.get_by_text("4 min efter").wait_for()


def hour_room(page: Page, address: str) -> None:
    """What the room sees at the same time."""
    enter(page, address, "chef")
    page.set_viewport_size({"width": 1280, "height": 720})
    page.goto(f"{address}/apt/{HOUR}/room")
    page.get_by_role("heading", name=ASKED).wait_for()


def _about_to_begin(page: Page, address: str) -> datetime:
    """When it is time, with a plan that fits."""
    enter(page, address, "chef")
    page.goto(f"{address}/apt/{HOUR}")
    page.get_by_role("button", name="Hoppa över punkten").click()
    starts = datetime.combine(hours.next_thursday(datetime.now(SWEDEN).date()), hours.AT, SWEDEN)
    CLOCK.at(starts)
    page.context.clear_cookies()
    enter(page, address, "chef")
    page.goto(f"{address}/apt/{HOUR}/lead")
    return starts


def keep(png: bytes, path: Path) -> None:
    """256 colours are enough for flat pages, and a third of the bytes."""
    Image.open(BytesIO(png)).convert("RGB").quantize(256, kmeans=10).save(path, optimize=True)


TAKEN = (
    signing_in,
    coordinator,
    mine,
    editor,
    film_talk,
    lists,
    player,
    portal,
    hour_plan,
    hour_lead,
    hour_room,
)


def main() -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    with served() as address, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for take in TAKEN:
            context = chromium.new_context(viewport=SIZE, locale="sv-SE", timezone_id="Europe/Stockholm")
            page = context.new_page()
            take(page, address)
            page.wait_for_load_state()
            page.evaluate(SHOWN)
            keep(page.screenshot(), PICTURES / f"{take.__name__}.png")
            context.close()
        chromium.close()


if __name__ == "__main__":
    main()
