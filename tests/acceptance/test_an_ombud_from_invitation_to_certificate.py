"""What the product is for, in one story: invited, taught, corrected on the way, cut off three times, certified, seen."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import segno
from playwright.sync_api import BrowserContext, Page, expect
from sqlalchemy import select

from course_builder.content.course import Course
from course_builder.content.models.film import FilmDiscussion
from course_builder.library.models import Change
from course_builder.library.releases import course_of, release
from course_builder.paths import shipped
from course_builder.people.models import Person
from course_builder.post.models import Letter
from course_builder.settings import Settings
from tests.acceptance import film
from tests.acceptance.keyboard import Keyboard
from tests.acceptance.qr import modules
from tests.acceptance.walk import Walk, at_once
from tests.browser.app.person import waiting
from tests.database.places import SqlitePlaces
from tests.web.region import Region, opened
from tests.web.served import serving

pytestmark = pytest.mark.browser

COURSE = "grundutbildning"
PHONE = {"width": 390, "height": 780}
PASSWORD = "sju glada grodor hoppar"
NAME = "Ny Ombudsson"
CUT_IN = (0, 9, 18)
"""Parts that are read without a connection."""
CORRECTED_AFTER = 6


@pytest.fixture
def region(tmp_path: Path, sqlite_places: SqlitePlaces) -> Iterator[Region]:
    settings = Settings(data=str(tmp_path / "data"), database_url=sqlite_places.database_url(tmp_path))
    with opened(settings) as made:
        yield made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The shipped course, with what it uses, to be corrected."""
    for name in ("courses", "quizzes"):
        shutil.copytree(shipped.ROOT / name, tmp_path / "shelf" / name)
    return tmp_path / "shelf" / "courses" / COURSE


def publish(region: Region, folder: Path, change: Change | None = None, note: str = "") -> Course:
    with region.database.writing() as session:
        made = release(
            session, region.app.extensions["media_store"], folder, change, note, None, region.time()
        )
    return course_of(region.database, made.id)


@pytest.mark.timeout(900)
def test_invited_taught_corrected_cut_off_certified_and_seen(
    region: Region, folder: Path, context: BrowserContext, tmp_path: Path
) -> None:
    course = publish(region, folder)
    with serving(region.app) as site:
        page = context.new_page()
        page.set_viewport_size(PHONE)
        accept(page, site, invited(region))
        page.goto(f"{site}/learn/{COURSE}/")
        page.locator("form[action$='/start'] button").click()
        study(page, context, course, range(CORRECTED_AFTER))
        correct(region, folder)
        told(page, site)
        study(page, context, course, range(CORRECTED_AFTER, len(course.parts)))
        expect(page.locator("[data-notice=done]")).to_contain_text("Du har genomfört kursen.")
        address = certificate(page, site, tmp_path)
        seen_by_her_manager(region)
        verified_until_withdrawn(region, context, address)


def invited(region: Region) -> str:
    """The way in that the coordinator's letter holds."""
    coordinator = region.as_("coordinator")
    with region.database.writing() as session:
        person = Person(name=NAME, email="ny.ombudsson@exempel.se")
        session.add(person)
        session.flush()
        person_id = person.id
    made = coordinator.post(f"/people/{person_id}/appoint", data={"role": "rep", "unit": region.units["clinic"], "starts": "2026-11-01"})  # fmt: skip
    assert made.status_code == 302, made.text
    assert coordinator.post(f"/people/{person_id}/invite").status_code == 302
    region.people["new"] = person_id
    with region.database.reading() as session:
        body = session.scalars(select(Letter.body).where(Letter.person_id == person_id)).one()
    found = re.search(r"/link/invite/\S+", body)
    assert found is not None
    return found[0]


def accept(page: Page, site: str, path: str) -> None:
    """Opening the link twice, as a mail scanner does, uses nothing up; the button does."""
    for _ in range(2):
        page.goto(site + path)
    for field in page.locator("input[type=password]").all():
        field.fill(PASSWORD)
    page.locator("main form button").click()
    expect(page.get_by_role("link", name=NAME)).to_be_visible()


def study(page: Page, context: BrowserContext, course: Course, places: range) -> None:
    page.wait_for_selector(".bar")
    for place in places:
        part, cut = course.parts[place], place in CUT_IN
        keyboard = Keyboard(page)
        walk = Walk(keyboard, course, heard=at_once if cut else lambda: saved(page))
        if place == places.start:
            walk.enter()
        context.set_offline(cut)
        if isinstance(part, FilmDiscussion):
            discuss(keyboard)
        walk.study(part)
        context.set_offline(False)
        walk.onward()
    saved(page)


def discuss(keyboard: Keyboard) -> None:
    """The text to the film, instead of the film."""
    film.think(keyboard, "Till filmen")
    keyboard.activate("button", "Jag har läst texten")
    film.think(keyboard, "Till frågorna efter filmen")


def saved(page: Page) -> None:
    """Said, and true: nothing waits in the browser any more."""
    expect(page.locator(".p-top .saved")).to_have_text("Sparat")
    assert waiting(page) == []


def correct(region: Region, folder: Path) -> None:
    """A fact in a lesson that she has read was wrong."""
    lesson = folder / "m1-varfor-konventionen.md"
    text = lesson.read_text(encoding="utf-8")
    lesson.write_text(text + "\nDet här stycket rättar en uppgift.\n", encoding="utf-8")
    publish(region, folder, Change.CORRECTION, "En uppgift om konventionen var fel.")


def told(page: Page, site: str) -> None:
    page.goto(f"{site}/learn/{COURSE}/")
    news = page.locator("main")
    expect(news.get_by_role("heading", level=2)).to_have_text("Det här är rättat sedan du läste")
    expect(news).to_contain_text("En uppgift om konventionen var fel.")
    expect(news.locator("li")).to_have_count(1)
    page.get_by_role("button", name="Fortsätt kursen").click()


def certificate(page: Page, site: str, tmp_path: Path) -> str:
    """The address that its QR code leads to: made of the number on the paper, and the very code that is printed there."""
    page.goto(f"{site}/mine")
    link = page.get_by_role("link", name="Intyg (PDF)").get_attribute("href")
    paper = tmp_path / "intyg.pdf"
    paper.write_bytes(page.request.get(f"{site}{link}").body())
    said = subprocess.run(
        ["pdftotext", "-raw", paper, "-"], capture_output=True, text=True, check=True
    ).stdout
    assert NAME in said
    number = re.search(r"Nummer([0-9a-f]{32})", "".join(said.split()))
    assert number is not None, said
    address = f"{site}/verify/{number[1]}"
    code = segno.make(address, error="m", micro=False)
    assert modules(paper, len(code.matrix)) == tuple(tuple(map(bool, row)) for row in code.matrix)
    return address


def seen_by_her_manager(region: Region) -> None:
    unit = f"/unit/{region.units['clinic']}"
    assert NAME in region.as_("manager").get(unit).text
    assert region.as_("manager2").get(unit).status_code == 404


def verified_until_withdrawn(region: Region, context: BrowserContext, address: str) -> None:
    stranger = context.browser.new_context() if context.browser else context
    page = stranger.new_page()
    page.goto(address)
    expect(page.locator("main")).to_contain_text("Intyget är äkta och gäller")
    expect(page.locator("main")).not_to_contain_text(NAME)
    coordinator = region.as_("coordinator")
    number = address.rpartition("/")[2]
    path = f"/requirements/people/{region.people['new']}/certificates/{number}/withdraw"
    assert coordinator.post(path, data={"code": "wrong-person"}).status_code == 302
    page.reload()
    expect(page.locator("main")).to_contain_text("Intyget har dragits tillbaka")
    stranger.close()
