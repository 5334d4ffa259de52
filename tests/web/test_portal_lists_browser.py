"""Lists and disclosure in a real browser: forty rows taken in twice, every page looked at, in both languages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from sqlalchemy import func, select

from course_builder.learning.models import Completion
from course_builder.people import appointments, persons
from course_builder.people.models import Role, Unit
from tests.acceptance.axe import violations
from tests.acceptance.looks import faults, moving, spaced_faults
from tests.acceptance.web import Complaints
from tests.library.bare import bare_release
from tests.web.region import MONDAY, SINCE, Region
from tests.web.served import serving, sign_in

pytestmark = pytest.mark.browser
DRAWN = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done))))"


@pytest.fixture
def site(region: Region) -> Iterator[tuple[str, Region]]:
    with region.database.writing() as session:
        bare_release(session, MONDAY)
        unit = session.get_one(Unit, region.units["clinic"])
        for number in range(36):
            person = persons.add(session, f"Person {number}", f"p{number}@exempel.se", f"Q{number}")
            appointments.appoint(session, person.id, unit, Role.EMPLOYEE, SINCE)
    with serving(region.app) as address:
        yield address, region


def forty(folder: Path) -> Path:
    """36 that are known, one twice, one not done yet, one unknown and one of a course nobody knows."""
    rows = [f"Q{number};Någon;Grundkursen;2026-10-{number % 28 + 1:02};Godkänd" for number in range(36)]
    rows += [
        rows[0],
        "Q1;Någon;Grundkursen;;Påbörjad",
        "X1;Rut Okänd;Grundkursen;2026-10-01;Godkänd",
        "Q2;Någon;Annat;2026-10-01;Klar",
    ]
    file = folder / "höst.csv"
    file.write_text("\n".join(["Anst.nr;Namn;Kurs;Datum;Status", *rows]), "cp1252")
    return file


def completions(region: Region) -> int:
    with region.database.reading() as session:
        return session.scalar(select(func.count()).select_from(Completion)) or 0


def bring(page: Page, address: str, file: Path) -> None:
    page.goto(f"{address}/completions/")
    page.get_by_role("link", name="Läs in en lista").click()
    page.get_by_label("Varifrån kommer listan?").fill("Lärportalen")
    page.get_by_label("Fil (CSV eller Excel)").set_input_files(file)
    page.get_by_role("button", name="Visa vad listan säger").click()


def test_forty_rows_twice_give_the_same_result(
    context: BrowserContext, site: tuple[str, Region], tmp_path: Path
) -> None:
    """Done means: a portal list with 40 rows is taken in twice with the same result."""
    address, region = site
    sign_in(context, region, "coordinator", address)
    page, file = context.new_page(), forty(tmp_path)
    bring(page, address, file)
    expect(page.get_by_role("heading", level=1)).to_have_text("Det här säger listan")
    told = page.locator(".tiles strong").all_inner_texts()
    assert told == ["36", "2", "2", "0"]
    page.get_by_role("button", name="Läs in listan").click()
    assert page.locator(".tiles strong").all_inner_texts() == ["36", "2", "2"]
    assert completions(region) == 36
    bring(page, address, file)
    expect(page.get_by_text("Samma lista lästes in")).to_be_visible()
    page.get_by_role("button", name="Läs in listan").click()
    expect(page.get_by_role("status")).to_contain_text("Listan sa inget nytt.")
    assert completions(region) == 36


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_pages(context: BrowserContext, site: tuple[str, Region], tmp_path: Path, language: str) -> None:
    address, region = site
    sign_in(context, region, "coordinator", address)
    page, file = context.new_page(), forty(tmp_path)
    complaints = Complaints(page, address)
    bring(page, address, file)
    draft = page.url
    found = looked_at(page, draft, language)
    page.goto(f"{draft}?lang=sv")
    page.get_by_role("button", name="Läs in listan").click()
    page.goto(f"{address}/disclosures/?lang=sv")
    page.get_by_label("Diarienummer").fill("NRS 2026-12")
    page.get_by_label("Vad begärs?").fill("Vilka är ombud?")
    page.get_by_role("button", name="Börja").click()
    request = page.url
    page.goto(f"{request}?q=Barnkliniken")
    page.get_by_label("Barnkliniken").check()
    page.get_by_label("Uppdrag", exact=True).check()
    page.get_by_role("button", name="Samla").click()
    page.get_by_role("button", name="Lämna ut som CSV").click()
    page.goto(f"{address}/disposal/")
    page.get_by_label("Äldre än så många månader").fill("24")
    page.get_by_label("Beslutets diarienummer (dnr)").fill("NRS 2026-77")
    page.get_by_label("Beslutsdag").fill("2026-11-01")
    page.get_by_role("button", name="Lägg till regeln").click()
    for path in (
        "/completions/", "/completions/new", draft, "/completions/rows/", "/completions/rows/39?q=Person", "/disclosures/",
        f"{request}?q=Barnkliniken", request, "/disposal/", "/disposal/1",
    ):  # fmt: skip
        found += looked_at(page, path if path.startswith("http") else address + path, language)
    assert found + complaints.heard == []


def looked_at(page: Page, address: str, language: str) -> list[str]:
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{address}{'&' if '?' in address else '?'}lang={language}")
    page.evaluate("document.querySelectorAll('main details').forEach((it) => { it.open = true })")
    found = []
    for size, width in (("wide", 1280), ("narrow", 320)):
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            page.evaluate(DRAWN)
            found += [f"{size} {scheme}: {one}" for one in (*violations(page), *faults(page), *moving(page))]
        found += [f"{size}: {one}" for one in spaced_faults(page)]
    return [f"{address} {one}" for one in found]
