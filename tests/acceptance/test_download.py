"""Hämta paket: the file that was asked for, made as it was asked for."""

import json
import re
from typing import Any
from zipfile import ZipFile

import pytest
from playwright.sync_api import Page

from tests.acceptance.web import SHIPPED

pytestmark = pytest.mark.browser

DATA = re.compile(rb'<script type="application/json" id="course">(.*?)</script>', re.DOTALL)


def downloaded(page: Page, button: str) -> tuple[str, ZipFile]:
    with page.expect_download() as waited:
        page.get_by_role("button", name=button).click()
    return waited.value.suggested_filename, ZipFile(waited.value.path())


def rule(package: ZipFile) -> dict[str, Any]:
    found = DATA.search(package.read("index.html"))
    assert found is not None
    told = json.loads(found[1])["rule"]
    return {name: told[name] for name in ("lessons", "quizzes", "mastery", "fail_reports")}


@pytest.fixture
def form(page: Page, site: str) -> Page:
    page.goto(f"{site}/courses/{SHIPPED}/download")
    return page


def test_one_press_gives_what_works_in_most_portals(form: Page) -> None:
    name, package = downloaded(form, "Hämta grundutbildning-scorm12.zip")
    assert name == "grundutbildning-scorm12.zip"
    assert b"<schemaversion>1.2</schemaversion>" in package.read("imsmanifest.xml")
    assert b"masteryscore" not in package.read("imsmanifest.xml")
    assert rule(package) == {
        "lessons": "all",
        "quizzes": "passed",
        "mastery": None,
        "fail_reports": "incomplete",
    }
    assert [path for path in package.namelist() if path.endswith(".woff2")] != []
    assert package.testzip() is None


def test_every_choice_is_heard(form: Page) -> None:
    form.get_by_text("Fler val för paketet").click()
    for choice in (
        "varje quiz är godkänt",
        "påbörjad (incomplete)",
        "ja, portalen får gränsen",
        "datorns typsnitt används",
    ):
        form.get_by_role("radio", name=re.compile(f"^{re.escape(choice)}")).check()
    form.get_by_text("Andra format").click()
    name, package = downloaded(form, "Hämta grundutbildning-scorm2004-4.zip")
    assert name == "grundutbildning-scorm2004-4.zip"
    assert b"2004 4th Edition" in package.read("imsmanifest.xml")
    assert b"minNormalizedMeasure>0.8<" in package.read("imsmanifest.xml")
    assert rule(package) == {
        "lessons": "none",
        "quizzes": "passed",
        "mastery": 0.8,
        "fail_reports": "incomplete",
    }
    assert [path for path in package.namelist() if path.endswith(".woff2")] == []


@pytest.mark.parametrize(
    ("format_name", "control"),
    [("scorm2004-3", "imsmanifest.xml"), ("cmi5", "cmi5.xml"), ("web", "index.html")],
)
def test_the_other_formats(form: Page, format_name: str, control: str) -> None:
    form.get_by_text("Andra format").click()
    name, package = downloaded(form, f"Hämta grundutbildning-{format_name}.zip")
    assert name == f"grundutbildning-{format_name}.zip"
    assert control in package.namelist()


def test_the_letter_beside_it(form: Page) -> None:
    text = form.request.get(str(form.get_by_role("link", name="brev som text").evaluate("it => it.href")))
    assert "grundutbildning-scorm12.zip" in text.text()
    paper = form.request.get(str(form.get_by_role("link", name="brev som PDF").evaluate("it => it.href")))
    assert paper.body().startswith(b"%PDF-")
